import type { Article } from "./article.ts";
import type { Name } from "./people-full-name.ts";
import { areRomanised } from "./people-romanised.ts";
import type { Token } from "./people-tokens.ts";

/** How many of the names before one in its paragraph are compared with it. */
const mostBefore = 8;
/** "met Minister", "and the minister of trade,": not all that stands between two spellings in a sentence sets them apart. */
const joined =
  /^(?:,? (?:and|with|met|meets|told|saw|joined|replaced|replaces|succeeded|succeeds|unlike|not)) (?:M[rs]s?\. )?(?:[\p{L}'’-]+,? ){0,6}$/u;
const spelling = /\b(?:spel[lt]|writ|romani[sz]|transli|known|call|also|name|her|him)/u;

/** "(Choi Sun-hee)" or "(Choi Sun-hee; CSH)" right behind another name */
export function isBracketed(
  { body }: Article,
  list: readonly Token[],
  last: number,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const [before, first, end] = [list[last - 1]?.end, list[from]?.start, list[to - 1]?.end];
  return last === from && /^ [([]$/u.test(body.slice(before, first)) && /^[)\];,]$/u.test(body.charAt(end ?? 0));
}

/** A name, and the `key` of names that stand beside it as if they were others', with how often. */
interface Spelt {
  readonly name: Name;
  readonly apart: Map<string, number>;
}

/** A name of an article, and where it ends. */
export interface Written {
  readonly entry: Spelt;
  readonly end: number;
}

/** "Choe Son Hui met Choi Sun-hee": what could be two spellings is two people where one sentence names both. */
export function noteApart({ body }: Article, { name, apart }: Spelt, before: readonly Written[], start: number): void {
  for (const { entry: other, end } of before.slice(-mostBefore)) {
    if (other.name.key === name.key || !areRomanised(other.name, name)) continue;
    const between = start - end > 80 ? "" : body.slice(end, start);
    if (!joined.test(between) || spelling.test(between)) continue;
    apart.set(other.name.key, (apart.get(other.name.key) ?? 0) + 1);
  }
}
