import type { Article } from "./article.ts";
import { type NewsDate, parseTypedDate } from "./dates.ts";
import type { Word } from "./words.ts";

/** Of a month, and of a day, in a `NewsDate`. */
const lengths = ["2019-04".length, "2019-04-25".length] as const;

/** The month and the day when an article was published, as far as they are known. */
export function datesOf({ publishedAt = "" }: Article): readonly NewsDate[] {
  return lengths.filter((length) => publishedAt.length >= length).map((length) => publishedAt.slice(0, length));
}

export function isDate(text: string): boolean {
  return /^\d{4}-/.test(text);
}

/** "April 2019", "25 April 2019", "2019-04": a month or a day that was typed. A year alone is a word like others. */
export function dateIn(typed: readonly Word[]): NewsDate | undefined {
  const forms = typed.map(({ form }) => form);
  if (forms.length > 3 || !forms.some((form) => /^(?:19|20)\d\d/.test(form))) return undefined;
  const isNumeric = forms.slice(1).every((form) => /^\d\d$/.test(form));
  const date = parseTypedDate(forms.join(isNumeric ? "-" : " "), 0);
  return date !== undefined && date.length >= lengths[0] && forms.join().includes(date.slice(0, 4)) ? date : undefined;
}
