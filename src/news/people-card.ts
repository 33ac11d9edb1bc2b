import type { Article } from "./article.ts";
import { type Excerpt, excerptOf, shorten } from "./excerpt.ts";
import { isPast, roleOf } from "./people-roles.ts";
import { invertedVerbs, personVerbs, speechVerbs } from "./people-words.ts";
import { type Span, sentences } from "./sentences.ts";

/** An article and where it names the person. */
export interface Appearance {
  readonly article: Article;
  readonly mentions: () => readonly Mention[];
}

type Mention = Span & { readonly isFull: boolean };

/** How many of a person's articles a card looks into: the newest, and as many spread over the older ones. */
const looked = 40;

/** In characters: a shorter sentence tells less, a longer one is cut. */
const [shortSentence, longestSentence] = [60, 300];

/** How many articles before the newest are looked into for the country of an office. */
const lookedBehind = 12;

/** Of how many full mentions in one article the description is looked for. */
const lookedInside = 12;

/**
 * The newest description; in one article the present office before a past one, then the longest. Where it is only
 * "President", the same of the last few articles with its country. `appearances` stand newest first.
 */
export function newestRole(appearances: readonly Appearance[]): { text: string; article: Article } | undefined {
  let newest: { text: string; article: Article } | undefined;
  let more = lookedBehind;
  for (const appearance of appearances.slice(0, looked * 4)) {
    if (newest && more-- === 0) break;
    const text = roleIn(appearance);
    if (text === undefined) continue;
    const found = { text, article: appearance.article };
    if (newest && isSameWithMore(text, newest.text)) return found;
    newest ??= found;
    if (!/^\S+$/u.test(newest.text)) return newest;
  }
  return newest;
}

/** "South Korean President", of "President" */
const isSameWithMore = (text: string, one: string) =>
  text.toLowerCase().endsWith(` ${one.toLowerCase()}`) &&
  /^\p{Lu}/u.test(text) &&
  !/\b(?:then|former|ex)\b/iu.test(text);

function roleIn({ article, mentions }: Appearance): string | undefined {
  const full = mentions()
    .filter((mention) => mention.isFull)
    .slice(0, lookedInside);
  if (full.length === 0) return undefined;
  const all = sentences(article.body);
  let best: Span | undefined;
  for (const mention of full) {
    const sentence = all.find(({ start, end }) => start <= mention.start && mention.end <= end);
    const role = sentence && roleOf(article.body, sentence, mention);
    if (role && (!best || weightOf(article.body, role) > weightOf(article.body, best))) best = role;
  }
  return best && article.body.slice(best.start, best.end);
}

const weightOf = (body: string, role: Span) => role.end - role.start - (isPast(body, role) ? 1000 : 0);

/**
 * The sentences that tell most about the person, at most one of each article, best first. Where none tells much, the best
 * of those with the full name.
 */
export function tellingSentences(
  appearances: readonly Appearance[],
  limit: number,
): { article: Article; excerpt: Excerpt }[] {
  const older = appearances.slice(looked);
  const step = Math.max(1, Math.ceil(older.length / looked));
  const some = [...appearances.slice(0, looked), ...older.filter((_, index) => index % step === 0)];
  const best = some
    .flatMap((appearance, index) => {
      const one = bestSentence(appearance);
      // A newer article wins over an older one that says little more.
      return one ? [{ ...one, rank: one.score - (2 * index) / some.length }] : [];
    })
    .sort((a, b) => b.rank - a.rank);
  const telling = best.filter(({ score }) => score > 0);
  const shown = telling.length > 0 ? telling.slice(0, limit) : best.slice(0, Math.min(limit, 1));
  return shown.map(({ article, excerpt }) => ({ article, excerpt }));
}

function bestSentence(appearance: Appearance): { article: Article; excerpt: Excerpt; score: number } | undefined {
  const { article } = appearance;
  const mentions = appearance.mentions();
  let best: { sentence: Span; inside: readonly Mention[]; score: number } | undefined;
  let next = 0;
  for (const sentence of sentences(article.body)) {
    const from = next;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < sentence.end) next++;
    if (next === from || !hasEnd(article.body, sentence)) continue;
    const inside = mentions.slice(from, next);
    for (const mention of inside.slice(0, lookedInside)) {
      const { start, end } = around(sentence, mention);
      const score = scoreOf(article.body.slice(start, end), mention.start - start, mention.end - start, mention.isFull);
      if ((mention.isFull || score > 0) && score > (best?.score ?? -Infinity))
        best = { sentence: around(sentence, mention), inside, score };
    }
  }
  if (!best) return undefined;
  const { sentence, inside, score } = best;
  const whole = excerptOf(article.body, sentence.start, sentence.end, inside);
  return { article, score, excerpt: shorten(whole, longestSentence) };
}

/** What of a sentence is looked at, however long it is. */
function around(sentence: Span, mention: Span): Span {
  return {
    start: Math.max(sentence.start, mention.start - 2 * longestSentence),
    end: Math.min(sentence.end, mention.end + 2 * longestSentence),
  };
}

/** How much a sentence tells about the name at `from` to `to`; 0 or less for one that is shown only if there is no other. */
function scoreOf(text: string, from: number, to: number, isFull: boolean): number {
  const length = [...text].length;
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
  if (length < shortSentence) score -= 3;
  if (length > longestSentence || !hasEveryQuote(text)) score -= 10;
  if (text.endsWith("?")) score -= 1;
  if (/,\s*$/u.test(text.slice(0, from)) && /^(?:,| and\b)/u.test(text.slice(to))) score -= 3;
  return score - 1;
}

/** Not a headline or what is left of a menu. */
function hasEnd(body: string, { start, end }: Span): boolean {
  return /[.!?…]["”’')]{0,4}$/u.test(body.slice(Math.max(start, end - 6), end));
}

/** Opens every quotation mark that it closes, and closes every one that it opens. */
function hasEveryQuote(text: string): boolean {
  const straight = (text.match(/"/gu) ?? []).length;
  const opened = (text.match(/“/gu) ?? []).length;
  const closed = (text.match(/”/gu) ?? []).length;
  return straight % 2 === 0 && opened === closed;
}
