import { isPlainDigit, type Word } from "./words.ts";

/** What is written behind a number, also with a space or a hyphen between. */
const units = new Map([
  ["trillion", "trillion"],
  ["trn", "trillion"],
  ["tn", "trillion"],
  ["billion", "billion"],
  ["bn", "billion"],
  ["million", "million"],
  ["percent", "%"],
]);
/** These mean something else unless they are written together with the number. */
const joinedUnits = new Map([
  ["mn", "million"],
  ["m", "million"],
  ["pc", "%"],
]);

/**
 * A number with its unit, which starts at a word: "$44bn" and "44 billion" are `44~billion`, "10 per cent" is `10~%`. The
 * sign stands in no word, nor in words joined.
 */
export function amountAt(
  text: string,
  found: readonly Word[],
  at: number,
): { readonly term: string; readonly to: number } | undefined {
  const [number, unit, rest] = [found[at], found[at + 1], found[at + 2]];
  if (!number || !isPlainDigit(number.form.charCodeAt(0))) return undefined;
  if (text.charAt(number.end) === "%") return { term: termOf(number, "%"), to: at + 1 };
  if (!unit || unit.start > number.end + 1) return undefined;
  const name = units.get(unit.form) ?? (unit.start === number.end ? joinedUnits.get(unit.form) : undefined);
  if (name !== undefined) return { term: termOf(number, name), to: at + 2 };
  return unit.form === "per" && rest?.form === "cent" ? { term: termOf(number, "%"), to: at + 3 } : undefined;
}

function termOf({ form }: Word, unit: string): string {
  return `${form}~${unit}`;
}
