import type { Progress } from "../command.ts";
import type { Library } from "../news/library.ts";

/** What a re-index did. */
export interface ReindexReport {
  readonly files: number;
  /** Articles before and after. */
  readonly before: number;
  readonly after: number;
  /** Readings of a text that was there already. */
  readonly merged: number;
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
  /** Milliseconds. */
  readonly took: number;
}

/** Holds the current library and replaces it as a whole. */
export interface Archive {
  readonly library: Library;
  readonly last: { readonly at: number; readonly report: ReindexReport } | undefined;
  /** Single-flight: a call while one runs hears its progress and gets its report. Rejects if the old library stays. */
  reindex(onProgress?: (progress: Progress) => void): Promise<ReindexReport>;
}
