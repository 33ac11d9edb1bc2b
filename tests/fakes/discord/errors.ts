import type { Json, JsonObject } from "./json.ts";

/** One thing that is wrong with a request, in Discord's terms. */
export interface Problem {
  /** Where in the body: `["components", 0, "custom_id"]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** An answer that isn't a success, in the shape that Discord gives it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** Whether the request should never have been sent: a body that can't be read or holds nothing. */
  get blame(): boolean {
    return this.code === 50006 || this.code === 50109;
  }

  get body(): JsonObject {
    const body = { message: this.message, code: this.code };
    return this.problems.length === 0 ? body : { ...body, errors: tree(this.problems) };
  }
}

/** https://docs.discord.com/developers/reference#error-messages */
export const invalidForm = (problems: readonly Problem[]) => new ApiError(400, 50035, "Invalid Form Body", problems);
export const invalidJson = () => new ApiError(400, 50109, "The request body contains invalid JSON.");
export const unauthorized = () => new ApiError(401, 0, "401: Unauthorized");
export const unknownInteraction = () => new ApiError(404, 10062, "Unknown interaction");
export const alreadyAcknowledged = () => new ApiError(400, 40060, "Interaction has already been acknowledged.");
export const unknownWebhook = () => new ApiError(404, 10015, "Unknown Webhook");
export const invalidWebhookToken = () => new ApiError(401, 50027, "Invalid Webhook Token");
export const unknownMessage = () => new ApiError(404, 10008, "Unknown Message");
export const unknownChannel = () => new ApiError(404, 10003, "Unknown Channel");
export const unknownGuild = () => new ApiError(404, 10004, "Unknown Guild");
export const unknownUser = () => new ApiError(404, 10013, "Unknown User");
export const missingAccess = () => new ApiError(403, 50001, "Missing Access");
export const missingPermissions = () => new ApiError(403, 50013, "Missing Permissions");
export const closedMessages = () => new ApiError(403, 50007, "Cannot send messages to this user");
export const noTextChannel = () => new ApiError(400, 50008, "Cannot send messages in a non-text channel");
export const wrongChannelType = () => new ApiError(400, 50024, "Cannot execute action on this channel type");
export const invalidRecipients = () => new ApiError(400, 50033, "Invalid Recipient(s)");
export const alreadyCrossposted = () => new ApiError(400, 40033, "This message has already been crossposted.");
export const unknownMember = () => new ApiError(404, 10007, "Unknown Member");
export const unavailable = () => new ApiError(503, 0, "503: Service Unavailable");
export const emptyMessage = () => new ApiError(400, 50006, "Cannot send an empty message");

export function inside(part: string | number, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [part, ...problem.path] }));
}

export function describe(problem: Problem): string {
  return `${problem.path.join(".") || "body"}: ${problem.message}`;
}

function tree(problems: readonly Problem[]): Json {
  const root: Record<string, Json> = {};
  for (const { path, message } of problems) {
    let node = root;
    for (const part of path) {
      node[part] ??= {};
      node = node[part] as Record<string, Json>;
    }
    node._errors = [...((node._errors as Json[] | undefined) ?? []), { code: "INVALID", message }];
  }
  return root;
}
