import type { Problem } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import type { State } from "./state.ts";

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** For addresses of this very server. */
  readonly host: string;
  /** When the request came, by `performance.now()`. */
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  /** Missing for 204. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** A path template as in Discord's own description. */
  readonly path: string;
  /** Answers without the bot's token: a token in the path stands for it, or nothing is secret. */
  readonly open?: boolean;
  /** What is wrong with the body; it is looked at before anything is done. @throws ApiError */
  check?(call: Call, state: State): Problem[];
  /** @throws ApiError */
  handle(call: Call, state: State): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };
export const copy = (value: object): JsonObject => ({ ...value }) as JsonObject;
