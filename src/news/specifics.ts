import { keyOf } from "./stems.ts";
import { type Word, words } from "./words.ts";

/** What tells an event from others of its kind. */
export interface Specifics {
  /** Numbers and names: "450", "2", "wonsan". */
  readonly details: ReadonlySet<string>;
  /** Days of the week. */
  readonly days: ReadonlySet<string>;
}

/**
 * @param lead the start of a text that is written in sentences, so that a capital inside one marks a name
 * @param isCommon keys of words that tell nothing
 */
export function specificsOf(title: string, lead: string, isCommon: (key: string) => boolean): Specifics {
  const [inTitle, inLead] = [words(title), words(lead)];
  const names = inLead.filter((word) => isName(word, lead)).filter((word) => !isCommon(keyOf(word)));
  const numbers = [...inTitle, ...inLead].flatMap(({ form }) => numberIn(form) ?? []);
  const days = [...inTitle, ...inLead].flatMap(({ form }) => (weekdays.has(form) ? form : []));
  return { details: new Set([...names.map(({ form }) => form), ...numbers]), days: new Set(days) };
}

function isName({ start, form }: Word, text: string): boolean {
  if (form.length < 3 || !/\p{Lu}/u.test(text.charAt(start))) return false;
  return !/(?:^|[.!?:—–"“”-])\s*$/u.test(text.slice(Math.max(0, start - 3), start));
}

/** A quantity, in digits; no year. */
function numberIn(form: string): string | undefined {
  if (/^\p{N}/u.test(form)) return /^(?:19|20)\d\d$/.test(form) ? undefined : form;
  const spelled = numerals.indexOf(form);
  return spelled < 0 ? undefined : String(spelled + 1);
}

const numerals = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const weekdays = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));
