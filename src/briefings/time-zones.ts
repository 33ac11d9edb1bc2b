import { Temporal } from "temporal-polyfill";
import type { Choice } from "../command.ts";
import { UserError } from "../errors.ts";
import { fold, type Place } from "./time-zone-places.ts";
import { canonicalName, clearZone, fitting, meantBy, namesake, onePerZone, placesAt } from "./time-zone-search.ts";

/** What nobody has typed anything for yet is offered: where this news is made and read. */
const usual = [
  "Asia/Seoul",
  "Asia/Pyongyang",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "Asia/Taipei",
  "Asia/Hong_Kong",
  "Asia/Singapore",
  "Asia/Ho_Chi_Minh",
  "Asia/Manila",
  "Asia/Kolkata",
  "Europe/Moscow",
  "Europe/Berlin",
  "Europe/Brussels",
  "Europe/Paris",
  "Europe/Zurich",
  "Europe/London",
  "UTC",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Toronto",
  "America/Sao_Paulo",
  "Australia/Sydney",
  "Pacific/Auckland",
] as const;

/** Abbreviations that mean one zone to nearly everybody, though others carry them or nobody does officially. */
const meantAlways: ReadonlyMap<string, string> = new Map([
  ["et", "America/New_York"],
  ["ct", "America/Chicago"],
  ["mt", "America/Denver"],
  ["pt", "America/Los_Angeles"],
  ["pst", "America/Los_Angeles"],
  ["cet", "Europe/Berlin"],
  ["aet", "Australia/Sydney"],
  ["nyc", "America/New_York"],
]);

const universal = /^(?:utc|gmt|uct|z|zulu|(?:utc|gmt) ?0|greenwich mean time|coordinated universal time)$/;
const offsetShape = /^(?:utc|gmt)? ?([+\u2212-]) ?(\d{1,2})(?::?(\d{2}))?$/i;

/**
 * A time zone as somebody types it: an IANA name in any case, a city, a country, an abbreviation. Where that fits
 * several, but nearly everybody whom it fits lives by the same clock all year, it is the most populous of those.
 * @param now milliseconds since 1970: clocks are compared over the year from then
 * @returns an IANA name as it is written, `Asia/Seoul`, that `Temporal` takes
 * @throws UserError that lists what could be meant
 */
export function parseTimeZone(typed: string, now = Date.now()): string {
  const query = fold(typed);
  const named = nameTyped(typed, query);
  if (named !== undefined) return named;
  const offset = offsetTyped(typed);
  if (offset !== undefined) {
    const there = listed(placesAt(offset, now));
    const example = there && `, such as ${there}`;
    throw new UserError(`“${cut(typed)}” doesn't say when the clocks change. Please give a city or a zone${example}.`);
  }
  const meant = meantBy(query);
  const zone = clearZone(meant, now);
  if (zone) return zone.name;
  const several = listed(meant);
  if (several) throw new UserError(`“${cut(typed)}” could be several: ${several}. Please give one of these.`);
  const near = listed(fitting(query));
  const hint = near ? `Did you mean ${near}?` : "Give a city, like Seoul, or a name like Asia/Seoul.";
  throw new UserError(`No time zone is called “${cut(typed)}”. ${hint}`);
}

/**
 * Zones for what is typed so far, best first, each once and under its best place, with the time there: "Seoul, South
 * Korea (Asia/Seoul) — now 17:30".
 * @param now milliseconds since 1970
 */
export function completeTimeZone(typed: string, now: number, limit = 25): readonly Choice[] {
  const query = fold(typed);
  const offset = offsetTyped(typed);
  const first = query === "" ? usual : [nameTyped(typed, query) ?? []].flat();
  const found = offset === undefined ? onePerZone(fitting(query), limit) : placesAt(offset, now);
  const choices = new Map(first.map((zone) => [zone, choice(zone, namesake(zone), now)]));
  for (const place of found) {
    const zone = place.zone.name;
    if (!choices.has(zone)) choices.set(zone, choice(zone, place, now));
  }
  return [...choices.values()].slice(0, limit);
}

/** By an IANA name, alone or in a choice that was sent as it is shown, or by an abbreviation that means but one. */
function nameTyped(typed: string, query: string): string | undefined {
  if (universal.test(query)) return "UTC";
  const name = /^(?:[^(]*\()?([a-z_]+(?:\/[a-z0-9_+-]+)+)(?:\).*)?$/i.exec(
    typed.normalize("NFKC").trim().replaceAll(" ", "_"),
  )?.[1];
  return (name === undefined ? undefined : canonicalName(name)) ?? meantAlways.get(query);
}

/** Minutes east of Greenwich for UTC+9, GMT-03:30, +0545. */
function offsetTyped(typed: string): number | undefined {
  const [, sign, hours, minutes = "0"] = offsetShape.exec(typed.normalize("NFKC").trim()) ?? [];
  if (sign === undefined) return undefined;
  return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

function choice(zone: string, place: Place | undefined, now: number): Choice {
  const time = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainTime();
  const end = ` — now ${time.toString({ smallestUnit: "minute" })}`;
  return { name: `${cut(label(zone, place), 100 - end.length)}${end}`, value: zone };
}

/** "Seoul, South Korea (Asia/Seoul)". */
function label(zone: string, place: Place | undefined): string {
  if (!place) return zone;
  const { name, country } = place;
  return `${name === country.name ? name : `${name}, ${country.name}`} (${zone})`;
}

/** At most five, one a zone. */
function listed(some: Iterable<Place>): string {
  return onePerZone(some, 5)
    .map((place) => label(place.zone.name, place))
    .join("; ");
}

function cut(text: string, limit = 60): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
