import type { Article } from "../news/article.ts";
import type { Intake, Progress } from "./index-source.ts";
import type { Part } from "./pack.ts";

/** What the thread is started with, and the process. */
export interface Assignment {
  readonly articlesDir: string;
  readonly snapshotFile: string;
  readonly mayRestore: boolean;
  readonly since: number | undefined;
}

/** What is said while the articles are read and indexed. */
type News =
  | { readonly kind: "early"; readonly articles: readonly Article[] }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "note"; readonly event: string; readonly reason: string };

/** The user can mend it. */
interface Refusal {
  readonly kind: "refused";
  readonly message: string;
}

interface PartMessage {
  readonly kind: "part";
  readonly part: Part;
}

/** There is a snapshot, which is not in its place yet. */
export interface Written {
  readonly kind: "written";
  readonly draft: string;
  readonly fingerprint: string;
}

/** There is none: the parts were sent instead. */
export interface Unwritten {
  readonly kind: "unwritten";
  readonly intake: Intake;
}

/** What the indexing process says; nothing after the last four. */
export type ProcessMessage =
  | News
  | PartMessage
  | Written
  | Unwritten
  | Refusal
  | { readonly kind: "failed"; readonly error: unknown };

/** What the thread says; nothing after `done` and `refused`. */
export type ThreadMessage =
  | News
  | Refusal
  | PartMessage
  /** The parts so far are worth nothing: others follow. */
  | { readonly kind: "discard" }
  | { readonly kind: "done"; readonly intake: Intake; readonly isRestored: boolean };
