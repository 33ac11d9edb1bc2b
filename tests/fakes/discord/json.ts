export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** The value if it is an object (no array), else an empty one: for reading what a client sent, whatever it is. */
export function record(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The value if it is an array, else an empty one. */
export function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Length as Discord counts it: in code points. */
export function length(value: unknown): number {
  return [...text(value)].length;
}
