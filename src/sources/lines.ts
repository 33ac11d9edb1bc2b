import { readDateline } from "./credits.ts";
import { cleanLine } from "./text.ts";

/**
 * The lines of a plain text, each one paragraph, headline or scrap, cleaned, none empty. A text that was wrapped at a
 * fixed width has its paragraphs joined again.
 */
export function linesOf(text: string): string[] {
  return runsOf(text).flatMap(unwrapped);
}

/** A headline can stand right above a wrapped text, and is shorter, or is followed by a dateline. */
function unwrapped(run: readonly string[]): readonly string[] {
  const [first = "", ...rest] = run;
  const isHeaded = rest.length > 1 && isWrapped(rest) && (!isWrapped(run) || readDateline(rest[0] ?? "") !== undefined);
  if (isHeaded) return [first, rest.join(" ")];
  return isWrapped(run) ? [run.join(" ")] : run;
}

/** What agencies set below or behind their last paragraph: -0-, -30-, (END), ###. */
const endOfCopy = /(?:^|(?<=[.!?"”)]) ?)(?:-(?:0|30|end)-|\(END\)|#{3,5})$/iu;

/** Lines that no blank line parts. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [[]];
  for (const line of text.split("\n").map((raw) => cleanLine(raw).replace(endOfCopy, ""))) {
    if (line !== "") runs.at(-1)?.push(line);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs;
}

/**
 * Wrapped: every line but the last nearly fills the same narrow width, and most of them stop inside a sentence.
 * A menu has shorter lines, a list of headlines uneven ones, paragraphs on lines of their own end their sentences.
 */
function isWrapped(run: readonly string[]): boolean {
  const full = run.slice(0, -1);
  if (full.length === 0) return false;
  const width = run.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width > 100 || width < 40) return false;
  const open = full.filter((line) => !/[.!?…:]["'”’)]*$/u.test(line)).length;
  const goesOn = run.slice(1).filter((line) => /^[\p{Ll}\d"“(]/u.test(line)).length;
  return full.every((line) => line.length > width * 0.7) && open > full.length / 2 && goesOn > full.length / 3;
}
