import type { Article } from "../news/article.ts";
import type { Intake, Progress } from "./index-source.ts";
import type { Part } from "./pack.ts";

/** What the thread is started with. */
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

/** What the indexing process says; nothing after `written`, `refused` and `failed`. */
export type ProcessMessage = News | Refusal | Written | { readonly kind: "failed"; readonly error: unknown };

/** There is a snapshot, which is not in its place yet. */
export interface Written {
  readonly kind: "written";
  readonly draft: string;
  readonly fingerprint: string;
  /** Its place is in the same folder. */
  readonly mayKeep: boolean;
}

/** What the thread says; nothing after `done` and `refused`. */
export type ThreadMessage =
  | News
  | Refusal
  | { readonly kind: "part"; readonly part: Part }
  /** The parts so far are worth nothing: others follow. */
  | { readonly kind: "discard" }
  | { readonly kind: "done"; readonly intake: Intake; readonly isRestored: boolean };
