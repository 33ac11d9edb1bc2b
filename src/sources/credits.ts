import type { NewsDate } from "../news/dates.ts";
import { shareWords } from "./clutter-phrases.ts";
import { isAgency } from "./outlet.ts";
import { cleanLine } from "./text.ts";
import { findDate, withoutDate } from "./text-dates.ts";

/** What stands between a headline and the text: "Vladivostok, Russia (AFP) April 25, 2019 - ". */
export interface Dateline {
  readonly place?: string;
  readonly agency?: string;
  readonly author?: string;
  readonly date?: NewsDate;
  /** What follows on the same line; empty where the dateline has a line of its own. */
  readonly rest: string;
}

const word = "\\p{Lu}[\\p{L}.'’/-]{0,30}";
const place = `(?<place>${word}(?: ${word}){0,3}(?:, ${word}(?: ${word}){0,2})?)`;
const agency = "\\((?<agency>\\p{L}[\\p{L}\\p{N} .,&'’-]{1,40})\\)";
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const day = `(?<date>(?:${month} \\d{1,2}|\\d{1,2} ${month})(?:,? \\d{4})?)`;
const dash = " ?(?:--|[-–—=:]) ?";
/** An agency by a name that `isAgency` knows. */
const wire = "(?<wire>\\p{Lu}[\\p{L}-]{1,20}(?: \\p{Lu}[\\p{L}-]{1,20}){0,3})";
/** Cities that datelines give without their country, after the list of the AP Stylebook. */
const cities =
  "(?:AMSTERDAM|BANGKOK|BEIJING|BERLIN|BRUSSELS|GENEVA|HANOI|HELSINKI|HONG KONG|JERUSALEM|KUALA LUMPUR|LONDON|MANILA|MOSCOW|NEW DELHI|NEW YORK|PARIS|PYONGYANG|ROME|SEOUL|SHANGHAI|SINGAPORE|STOCKHOLM|SYDNEY|TOKYO|UNITED NATIONS|VIENNA|VLADIVOSTOK|WASHINGTON|ZURICH)";

const datelines: readonly RegExp[] = [
  // Washington (AFP) April 24, 2019 - …    WASHINGTON (Reuters) - …
  new RegExp(`^${place} ${agency}(?:,? ${day})?(?:${dash}|$)`, "u"),
  // SEOUL, Nov. 5 (Yonhap) -- …    Pyongyang, April 12 (KCNA) -- …
  new RegExp(`^${place},? ${day},? ${agency}(?:${dash}|$)`, "u"),
  // SEOUL, Jun 30, 2019, Yonhap. …
  new RegExp(`^${place},? ${day}, ${wire}\\. `, "u"),
  // SEOUL, Nov. 5 -- …
  new RegExp(`^${place}, ${day}${dash}`, "u"),
  // Jan. 23 (UPI) — …
  new RegExp(`^${day},? ${agency}${dash}`, "u"),
  // AP, SEOUL
  new RegExp(`^${wire}, ${place}$`, "u"),
  // UNITED NATIONS-The Associated Press
  new RegExp(`^(?<place>\\p{Lu}[\\p{Lu} ./]{2,40}?)${dash}${wire}$`, "u"),
  // STOCKHOLM/SEOUL: …
  new RegExp(`^(?<place>${cities}(?:/${cities}){0,3}): (?=["“‘]?\\p{Lu})`, "u"),
  // [Example Post Reporter Hong Gildong] …
  /^\[(?:\p{Lu}[\p{L}.' -]{1,40} )?(?:[Rr]eporter|[Cc]orrespondent) (?<author>\p{Lu}[\p{L}. '-]{2,40})\] ?/u,
  // (Yonhap) - …
  new RegExp(`^${agency}${dash}(?=\\p{Lu})`, "u"),
  // KAESONG, NORTH KOREA - …
  /^(?<place>(?!(?:BREAKING|UPDATE|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|VIDEO)\b)\p{Lu}[\p{Lu}.'’]{2,20}(?: \p{Lu}[\p{Lu}.'’/]{1,20}){0,2}(?:, \p{Lu}[\p{Lu}. ]{2,25})?) - (?=["“‘]?\p{Lu}\p{Ll}?)/u,
  // SEOUL, South Korea — …
  /^(?<place>(?!(?:BREAKING|UPDATE|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|VIDEO)\b)\p{Lu}[\p{Lu}.'’/ -]{2,40}(?:, \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2})?) ?(?:--|[–—]) ?/u,
  // (서울=연합뉴스) 홍길동 기자 = …
  /^[([【](?<place>[^=()[\]【】]{1,30})=(?<agency>[^=()[\]【】]{1,20})[)\]】] ?(?:(?<author>[\p{L}·, ]{2,30}) (?:특파원|기자) ?= ?)?/u,
];

/** Undefined where the line doesn't start with one. */
export function readDateline(line: string): Dateline | undefined {
  for (const pattern of datelines) {
    const groups = pattern.exec(line.slice(0, 200));
    if (!groups?.groups) continue;
    const { place, wire, agency = wire, date, author } = groups.groups;
    if (wire !== undefined && !isAgency(wire)) continue;
    const rest = line.slice(groups[0].length).trim();
    // "Email (required)" is no dateline.
    if (rest === "" && date === undefined && !isAgency(agency ?? "")) continue;
    const found = date === undefined ? undefined : findDate(date);
    return {
      rest,
      ...(place ? { place: tidyName(place) } : {}),
      ...(agency ? { agency: agency.trim() } : {}),
      ...(author ? { author: author.trim() } : {}),
      ...(found ? { date: found.date } : {}),
    };
  }
  return undefined;
}

/** Who wrote a text, and what the same line may say besides. */
export interface Byline {
  /** Missing for "by Staff Writers" and the like. */
  readonly author?: string;
  readonly agency?: string;
  readonly date?: NewsDate;
}

const opening =
  /^(?:[•·–—-] ?)?(?:(?:written|reported|posted|published|story|article|words|analysis|opinion)\b)?(?: on\b)?[\s,|–-]*(?:\bby\b:?|(?<=^)authors?:)\s+(?<names>.+)$/iu;
/** "Tomas Berg, Beijing correspondent" */
const titled =
  /^(?<names>\p{Lu}[\p{L}.'’-]{0,30}(?: [\p{Lu}][\p{L}.'’-]{0,30}){1,3}), (?:[\p{L}]{1,20} ){0,3}(?:correspondent|reporter|editor|staff writer|bureau chief|columnist)$/iu;
const particles = new Set("and & de del der di da la le van von bin al el ibn with".split(" "));
const role =
  /\b(?:staff|writers?|reporters?|correspondents?|editors?|bureau|chief|contributors?|columnist|analyst|desk|newsroom|team|agencies|admin|wires?|news service)\b/iu;

/** Undefined where the line isn't a byline: "By Tuesday the talks had collapsed" is none. */
export function readByline(line: string): Byline | undefined {
  if (line.length > 160) return undefined;
  const korean = /^(?<name>\p{Script=Hangul}{2,4}) ?(?:기자|특파원|논설위원)(?: ?[\w.+-]{1,40}@[\w.-]{1,40})?$/u.exec(
    line,
  );
  if (korean?.groups?.name) return { author: korean.groups.name };
  const found = findDate(line);
  const undated = found ? cleanLine(`${line.slice(0, found.start)} ${line.slice(found.end)}`) : line;
  const names = (opening.exec(undated) ?? titled.exec(line))?.groups?.names;
  if (names === undefined) return undefined;
  const words = names
    .replace(/\S{1,60}@\S{1,60}/g, "")
    .replace(/[\s|,–—-]*(?:\b(?:on|at|updated|published|posted|last)\b|\d{1,2}:\d{2}).*$/iu, "");
  const [first = "", ...others] = words.split(/ ?[|•·/] ?| [-–—] /u).map(cleanLine);
  const date = found ? { date: found.date } : {};
  const parts = first.split(/, ?/).filter((part) => part !== "" && !role.test(part));
  const authors = parts.filter((part, index) => index === 0 || !isOutlet(part));
  if (parts.length === 0) return role.test(first) ? date : undefined;
  if (!authors.every(isName)) return found ? date : undefined;
  const agency = [...parts.slice(1), ...others].find((part) => isName(part) && isOutlet(part) && !noOutlet.test(part));
  return { author: tidyName(authors.join(", ")), ...(agency ? { agency } : {}), ...date };
}

/** "Source: IANS", on a line of its own below a text. */
export function readSource(line: string): string | undefined {
  const name = /^(?:source|via) ?: ?(?<name>[^:]{2,40}?)\.?$/iu.exec(line)?.groups?.name;
  if (name === undefined || shareWords.has(name.toLowerCase())) return undefined;
  return isAgency(name) || (isName(name) && isOutlet(name)) ? name : undefined;
}

/** A headline and the byline that a page has set behind it without a space: "… after launchBy Yonhap". */
export function splitGlued(line: string): readonly string[] {
  const found = /^(?<head>.{15,250}[\p{L}\d?!'’”"])(?<byline>By (?<names>\p{Lu}[\p{L}. '’-]{2,60}))$/u.exec(
    line,
  )?.groups;
  if (!found?.head || !found.byline || !found.names) return [line];
  const isSigned = isAgency(found.names) || (found.names.includes(" ") && isName(found.names));
  return isSigned ? [found.head, found.byline] : [line];
}

/** "Lily Kuo in Beijing": a name alone could be anybody's, so the caller has to know that nobody else is meant. */
export function readReporter(line: string): string | undefined {
  const name =
    /^(?<name>\p{Lu}[\p{L}.'’-]{0,30}(?: (?:and )?\p{Lu}[\p{L}.'’-]{0,30}){1,4}) in \p{Lu}[\p{L}. -]{2,30}$/u.exec(
      line,
    );
  return name?.groups?.name;
}

/** A role, a degree or a day is no outlet, though it is one word. */
const noOutlet = new RegExp(`${role.source}|^(?!AP$)\\p{Lu}{2}$|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$`, "iu");

/** "Reuters", "Associated Press": one word, or a word that outlets have in their names. */
function isOutlet(name: string): boolean {
  return (
    !name.includes(" ") ||
    /\b(?:press|news|times|post|agency|journal|herald|daily|today|magazine|tribune|network|media|review|radio|tv)\b/iu.test(
      name,
    )
  );
}

function isName(text: string): boolean {
  const words = text.replaceAll(",", "").split(" ").filter(Boolean);
  if (words.length === 0 || words.length > 12 || /[.!?:]$/.test(text) || /\d/.test(text)) return false;
  return words.every((part) => /^["'“‘(]?\p{Lu}/u.test(part) || /^\p{Lo}/u.test(part) || particles.has(part));
}

/** "Maria PANINA" and "MARIA PANINA" are Maria Panina; "BBC News" and initials stay. */
export function tidyName(name: string): string {
  if (/^\p{Lu}{2,4}$/u.test(name.trim())) return name.trim();
  const shouted = /\p{Ll}/u.test(name) ? /\p{Lu}[\p{Lu}'’]{3,}/gu : /\p{Lu}[\p{Lu}'’]{2,}/gu;
  return cleanLine(name)
    .replace(/[,;]$/, "")
    .replace(shouted, (word) => word.toLowerCase().replace(/(?<=^|['’])\p{L}/gu, (letter) => letter.toUpperCase()));
}

/** The date of a line that says little else, and whether it is that of a later change. */
export function readDateLine(line: string): { date: NewsDate; updated: boolean } | undefined {
  if (line.length > 160) return undefined;
  if (/^(?:joined|registered|member|born|expires|since)\b/i.test(line)) return undefined;
  const found = findDate(line);
  if (found === undefined || found.date.length < 7) return undefined;
  const rest = withoutDate(line, found).replace(
    /\b(?:first|originally|published|posted|updated|last|modified|on|at|date|issued|edited|created|by|time|local|kst|pm|am)\b:?/giu,
    " ",
  );
  if (/^(?:date|published|posted|updated) ?:/i.test(line) && found.start < 20) {
    return { date: found.date, updated: /^updated/i.test(line) };
  }
  const left = rest.split(/\s+/).filter((part) => /\p{L}/u.test(part)).length;
  if (left > 4 || (/[.!?]$/.test(line) && left > 1)) return undefined;
  return { date: found.date, updated: /updated|modified|edited|수정/iu.test(line.slice(0, found.start)) };
}

const holder =
  /(?:©|\(c\)|ⓒ|\bcopyrights?\b)\s*(?:(?:©|\(c\)|ⓒ|\bcopyright\b|\bby\b|\d{4}|present\b|[-–—,:])\s*)*(?<name>[^.|,;•·©()]{2,60})/iu;

/** Whom a copyright line names: "© 2019 the Japan Times" is "The Japan Times". */
export function readHolder(line: string): string | undefined {
  const name = holder.exec(line.slice(0, 400))?.groups?.name;
  if (name === undefined) return undefined;
  const tidy = cleanLine(
    name.replace(/\b(?:all rights\b.*|inc|ltd|llc|co|\d{4}.*)$/iu, "").replace(/\s[-–—]\s.*$/u, ""),
  );
  if (!/\p{Lu}|\p{Lo}/u.test(tidy) || tidy.split(" ").length > 6) return undefined;
  return tidy.replace(/^the /, "The ");
}
