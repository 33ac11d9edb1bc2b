/** A mistake that the person who asked can mend. Its message is shown to them as it is: one or two plain sentences. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The message of anything thrown, for logs: never empty. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  return String(error);
}
