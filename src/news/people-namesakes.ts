import { evidence } from "./people-context.ts";
import type { Sighting } from "./people-mentions.ts";
import { roleStart } from "./people-phrase.ts";
import type { Token } from "./people-tokens.ts";
import { paragraphs, type Span, sentences } from "./sentences.ts";

/** Offices that hardly anybody holds one after the other; bits. */
export const career = { army: 1, ministry: 2 } as const;

const soldier =
  /\b(?:vice[- ])?marshal\b|\b(?:rear |vice |fleet )?admiral\b|\b(?:lieutenant |army )?colonel\b|\b(?:Brig\. |Maj\. |Lt\. )?(?:Gen|Col|Adm)\.|\b(?:army|navy|naval|air force|military) (?:chief|commander|general)\b|\bchief of (?:the )?(?:army |military |KPA )?general staff\b|\b(?:(?:major|lieutenant|brigadier|four-star|three-star|two-star) |an? )general\b(?! (?:secretary|manager|director|staff|counsel))|^(?:north korean |south korean |chinese )?general $/giu;
const minister =
  /\b(?:foreign|unification|finance|trade|culture|sports?|health|education|environment|agriculture|labou?r|commerce|energy|industry|railways?|transport)(?: affairs)? minister\b|\bminister (?:of|for) (?:the )?(?:foreign|external|unification|finance|trade|culture|sports?|health|education|environment|agriculture|labou?r|commerce|energy|industry|railways?|transport)\b/giu;

/** The careers that what stands around a name in `body` tells of; `career` bits. */
export function careersAround(body: string, list: readonly Token[], { from, to, evidence: bits }: Sighting): number {
  const [role, first] = [list[roleStart(list, from)], list[from]];
  const next = bits & evidence.apposition.bit ? list[to] : undefined;
  const before = role && first ? body.slice(role.start, first.start) : "";
  const after = next ? (body.slice(next.start, next.start + 80).split(/[,;:()\n"“”\u2014]/u, 1)[0] ?? "") : "";
  if (before === "" && after === "") return 0;
  const tells = (office: RegExp) => holds(before, office) || holds(after, office);
  return (tells(soldier) ? career.army : 0) | (tells(minister) ? career.ministry : 0);
}

/** Not "the foreign minister Choe Son Hui" behind somebody else's name. */
function holds(text: string, office: RegExp): boolean {
  for (const { 0: found, index } of text.matchAll(office)) {
    if (!/^ \p{Lu}/u.test(text.slice(index + found.length))) return true;
  }
  return false;
}

/** A full name in a body: `key` is equal for all spellings of it. */
export interface Named extends Span {
  readonly key: string;
  readonly family: string;
}

const hint = /namesake|relat|confused with|mistaken for|(?:same|his|her) name\b/u;
const another =
  /\b(?:(?:no|any) (?:relation|kin) (?:to|of)|(?:not|un)[ -]?related to|(?:be|been|being) (?:confused with|mistaken for))\b/u;
const namesake =
  /\b(?:his|her) namesake(?=[\s,.;]*$|[,.;)]| (?:is|was|were|had|who|and|in|from|\p{Lu}))|\bshar(?:es?|ed|ing) (?:(?:a|the|the same|his|her) )?name with\b|\b(?:man|woman|person|people|official|officer|general|marshal|colonel|minister|chief|diplomat|singer|actor|actress|athlete|politician|lawmaker|professor) (?:(?:of|with|by) the|who (?:has|bears|shares) the|(?:bearing|sharing) the) same name\b/u;

/** Whether it is worth looking for `namesakesIn` a body: nearly no article has any. */
export const mayNameNamesakes = (body: string): boolean => hint.test(body);

/** The keys of the names of which a body says outright that several people bear them. `named` stand in order. */
export function namesakesIn(body: string, named: readonly Named[]): Set<string> {
  const found = new Set<string>();
  for (const paragraph of paragraphs(body)) {
    const text = body.slice(paragraph.start, paragraph.end);
    if (!hint.test(text)) continue;
    for (const { start, end } of sentences(text)) {
      const sentence = { start: paragraph.start + start, end: paragraph.start + end };
      const key = namesakeIn(body, sentence, named);
      if (key !== undefined) found.add(key);
    }
  }
  return found;
}

function namesakeIn(body: string, { start, end }: Span, named: readonly Named[]): string | undefined {
  const text = body.slice(start, end);
  const inside = named.filter((name) => name.start >= start && name.end <= end);
  const other = another.exec(text);
  if (other) {
    const at = start + other.index;
    const next = inside.find((name) => name.start > at);
    const isSubject = (name: Named) => name.start < at && name.key === next?.key;
    // "Ri is not to be confused with Ri Yong Ho"
    const isFamily = text.toLowerCase().startsWith(`${next?.family} `) && next === inside[0];
    if (next && (inside.some(isSubject) || isFamily)) return next.key;
  }
  const same = namesake.exec(text);
  return same ? inside.findLast((name) => name.start < start + same.index)?.key : undefined;
}
