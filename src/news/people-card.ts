import type { Article } from "./article.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { roleOf } from "./people-roles.ts";
import { invertedVerbs, personVerbs, speechVerbs } from "./people-words.ts";
import { type Span, sentences } from "./sentences.ts";

/** An article and where it names the person. */
export interface Appearance {
  readonly article: Article;
  readonly mentions: readonly (Span & { readonly isFull: boolean })[];
}

/** How many of a person's articles a card looks into: the newest, and as many spread over the older ones. */
const looked = 40;

/** A sentence to show has between these many characters. */
const [shortestSentence, longestSentence] = [60, 300];

/** Of how many full mentions in one article the description is looked for. */
const lookedInside = 12;

/** The newest description. `appearances` stand newest first. */
export function newestRole(appearances: readonly Appearance[]): { text: string; article: Article } | undefined {
  for (const { article, mentions } of appearances.slice(0, looked * 4)) {
    const full = mentions.filter((mention) => mention.isFull).slice(0, lookedInside);
    if (full.length === 0) continue;
    const all = sentences(article.body);
    let best: Span | undefined;
    for (const mention of full) {
      const sentence = all.find(({ start, end }) => start <= mention.start && mention.end <= end);
      const role = sentence && roleOf(article.body, sentence, mention);
      if (role && (!best || role.end - role.start > best.end - best.start)) best = role;
    }
    if (best) return { text: article.body.slice(best.start, best.end), article };
  }
  return undefined;
}

/** The sentences that tell most about the person, at most one of each article, best first. */
export function tellingSentences(
  appearances: readonly Appearance[],
  limit: number,
): { article: Article; excerpt: Excerpt }[] {
  const older = appearances.slice(looked);
  const step = Math.max(1, Math.ceil(older.length / looked));
  const some = [...appearances.slice(0, looked), ...older.filter((_, index) => index % step === 0)];
  return some
    .flatMap((appearance, index) => {
      const best = bestSentence(appearance);
      // A newer article wins over an older one that says little more.
      return best ? [{ ...best, score: best.score - (2 * index) / some.length }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article, excerpt }) => ({ article, excerpt }));
}

function bestSentence({
  article,
  mentions,
}: Appearance): { article: Article; excerpt: Excerpt; score: number } | undefined {
  let best: { sentence: Span; inside: Appearance["mentions"]; score: number } | undefined;
  let next = 0;
  for (const sentence of sentences(article.body)) {
    const from = next;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < sentence.end) next++;
    if (next === from || sentence.end - sentence.start > 2 * longestSentence) continue;
    const text = article.body.slice(sentence.start, sentence.end);
    const inside = mentions.slice(from, next);
    for (const mention of inside) {
      const score = scoreOf(text, mention.start - sentence.start, mention.end - sentence.start, mention.isFull);
      if (score > (best?.score ?? 0)) best = { sentence, inside, score };
    }
  }
  if (!best) return undefined;
  const { sentence, inside, score } = best;
  return { article, score, excerpt: excerptOf(article.body, sentence.start, sentence.end, inside) };
}

/** How much a sentence tells about the name at `from` to `to`; 0 or less for one that is not worth showing alone. */
function scoreOf(text: string, from: number, to: number, isFull: boolean): number {
  const length = [...text].length;
  if (length < shortestSentence || length > longestSentence || !isWhole(text)) return 0;
  const next = /^(?:['’]s)?(,)?\s*(\p{L}+)(?:\s(\p{L}+))?/u.exec(text.slice(to));
  // "X, a professor in Seoul, said"
  const late = next?.[1] ? /^,[^,;:"“”]{1,90},\s(\p{L}+)/u.exec(text.slice(to))?.[1] : next?.[2];
  const verb = late?.toLowerCase() ?? "";
  const isPossessive = /^['’]s/u.test(text.slice(to));
  const saidBefore =
    /\b(\p{Ll}+)\s(?:\p{Lu}[\p{L}.’'-]*\s|of\s|leader\s|president\s|minister\s|negotiator\s){0,6}$/u.exec(
      text.slice(Math.max(0, from - 80), from),
    )?.[1] ?? "";
  const speaks = !isPossessive && (speechVerbs.has(verb) || invertedVerbs.has(saidBefore));
  const acts = !isPossessive && (personVerbs.has(verb) || /^\p{Ll}{2,}(?:ed|es)$/u.test(verb));
  let score = 0;
  if (speaks) score += 3;
  else if (acts) score += 2;
  if (from < 50 && (speaks || acts)) score += 1;
  if (speaks && /["“”]/u.test(text)) score += 2;
  if (isFull) score += 1;
  if (/^(?:He|She|It|They|That|This|These|Those|But|And|His|Her|Their|Its|There|So)\b/u.test(text)) score -= 2;
  if (/\b(?:he|she|they|it)\b/u.test(text.slice(0, from))) score -= 1;
  if (length < 80) score -= 1;
  if (text.endsWith("?")) score -= 1;
  if (/,\s*$/u.test(text.slice(0, from)) && /^(?:,| and\b)/u.test(text.slice(to))) score -= 3;
  return score - 1;
}

/** A sentence with its end and with every quotation mark that it opens. */
function isWhole(text: string): boolean {
  const straight = (text.match(/"/gu) ?? []).length;
  const opened = (text.match(/“/gu) ?? []).length;
  const closed = (text.match(/”/gu) ?? []).length;
  return /[.!?…]["”’')]*$/u.test(text) && straight % 2 === 0 && opened === closed;
}
