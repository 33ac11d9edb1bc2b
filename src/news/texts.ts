/**
 * Many short texts in one: plain values, which can be handed to another thread or written to a file. A list of a quarter
 * of a million texts takes as many objects, which is what makes a large library slow to open and to keep.
 */
export interface Texts {
  readonly joined: string;
  /** Where each text starts, in UTF-16 code units; one more at the end. */
  readonly starts: Uint32Array;
}

export function joinTexts(texts: readonly string[]): Texts {
  const starts = new Uint32Array(texts.length + 1);
  for (const [place, text] of texts.entries()) starts[place + 1] = (starts[place] ?? 0) + text.length;
  return { joined: texts.join(""), starts };
}

export function countOf({ starts }: Texts): number {
  return starts.length - 1;
}

/** The text at a place; none where no such place is. */
export function textAt({ joined, starts }: Texts, place: number): string | undefined {
  const [start, end] = [starts[place], starts[place + 1]];
  return start === undefined || end === undefined ? undefined : joined.slice(start, end);
}

/** The place of the first of ascending texts that is not before the wanted one: where it is, or where it would be. */
export function firstFrom(sorted: Texts, wanted: string): number {
  let low = 0;
  let high = countOf(sorted);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted, middle, wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of those of ascending texts that begin so. */
export function beginningWith(sorted: Texts, beginning: string): { readonly from: number; readonly to: number } {
  return { from: firstFrom(sorted, beginning), to: firstFrom(sorted, `${beginning}\uffff`) };
}

/** The place of a text among ascending ones. */
export function placeOf(sorted: Texts, wanted: string): number | undefined {
  const place = firstFrom(sorted, wanted);
  const { joined, starts } = sorted;
  const [start = 0, end] = [starts[place], starts[place + 1]];
  return end === start + wanted.length && joined.startsWith(wanted, start) ? place : undefined;
}

/** By code units, as `<` compares; without making a text of its own to compare. */
function isBefore({ joined, starts }: Texts, place: number, wanted: string): boolean {
  const start = starts[place] ?? 0;
  const length = (starts[place + 1] ?? 0) - start;
  const shared = Math.min(length, wanted.length);
  for (let at = 0; at < shared; at++) {
    const difference = joined.charCodeAt(start + at) - wanted.charCodeAt(at);
    if (difference !== 0) return difference < 0;
  }
  return length < wanted.length;
}
