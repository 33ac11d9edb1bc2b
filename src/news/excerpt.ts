/** One contiguous slice of an article's body; ellipses are the renderer's and never part of `text`. */
export interface Excerpt {
  /** `body.slice(start, start + text.length)`, always inside one paragraph. */
  readonly text: string;
  readonly start: number;
  /** What the question matched, as `[from, to)` offsets in `text`, in order, not overlapping. */
  readonly matches: readonly (readonly [from: number, to: number])[];
  /** The slice starts or ends inside a sentence: the renderer shows an ellipsis there. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}
