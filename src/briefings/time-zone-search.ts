import { rawTimeZones } from "@vvo/tzdb";
import { Temporal } from "temporal-polyfill";
import { type Place, places, type Zone } from "./time-zone-places.ts";

/** Roughly. */
const peopleInZones = countPeople(places);

/** One place for each zone: the city that it is called after. The most populous zones first. */
const namesakes: readonly Place[] = places
  .filter(({ names, zone }) => names.includes(zone.city))
  .sort((a, b) => peopleIn(b.zone) - peopleIn(a.zone));

/**
 * Every place that fits what is typed so far, the best first, some more than once: by what its zone is called, by its
 * country, by its own name, by the start of that or of its country's, by the starts of any of their words; among equals
 * the most populous.
 * @param query folded
 */
export function* fitting(query: string): Iterable<Place> {
  if (query === "") return;
  yield* namesakes.filter(({ zone }) => zone.names.includes(query));
  yield* namesakes.filter(({ country }) => country.names.includes(query));
  yield* places.filter(({ names }) => names.includes(query));
  yield* startingWith(query);
  const starts = [...new Set(query.split(" "))].map((word) => ` ${word}`);
  yield* places.filter(({ words, zone, country }) =>
    starts.every((start) => words.includes(start) || zone.words.includes(start) || country.words.includes(start)),
  );
}

function startingWith(query: string): readonly Place[] {
  const starts = (name: string) => name.startsWith(query);
  const byCity = places.filter(({ names }) => names.some(starts)).map((place) => ({ place, people: place.population }));
  const byCountry = namesakes
    .filter(({ country }) => country.names.some(starts))
    .map((place) => ({ place, people: peopleIn(place.zone) }));
  return [...byCity, ...byCountry].sort((a, b) => b.people - a.people).map(({ place }) => place);
}

/** The city that a zone is called after, if the zone is among the places. */
export function namesake(zoneName: string): Place | undefined {
  return namesakes.find(({ zone }) => zone.name === zoneName);
}

/**
 * Every place that could be meant by what is typed in full: those whose zone is called so, else those of the country,
 * else those of the name, else those that have all the words ("portland maine").
 * @param query folded
 */
export function meantBy(query: string): readonly Place[] {
  if (query === "") return [];
  const whole = [...new Set(query.split(" "))].map((word) => ` ${word} `);
  const readings: readonly ((place: Place) => boolean)[] = [
    ({ zone }) => zone.names.includes(query),
    ({ country }) => country.names.includes(query),
    ({ names }) => names.includes(query),
    ({ words, zone, country }) => {
      const all = `${words} ${zone.words} ${country.words} `;
      return whole.every((word) => all.includes(word));
    },
  ];
  for (const isMeant of readings) {
    const meant = places.filter(isMeant);
    if (meant.length > 0) return meant;
  }
  return [];
}

/** Of the people whom a name could mean, so many make clear which clock is meant. */
const clearly = 0.9;

/**
 * The zone that is meant, if nine in ten of the people who could be live by one clock: of the zones that show its time
 * all year the most populous.
 * @param now milliseconds since 1970: the year from then
 */
export function clearZone(meant: readonly Place[], now: number): Zone | undefined {
  const people = countPeople(meant);
  const zones = [...people.keys()].filter(isKnownHere);
  if (zones.length < 2) return zones[0];
  const count = (some: readonly Zone[]) => some.reduce((sum, zone) => sum + (people.get(zone) ?? 0), 0);
  const byClock = new Map<string, Zone[]>();
  for (const zone of zones) {
    const clock = clockOf(zone, now);
    byClock.set(clock, [...(byClock.get(clock) ?? []), zone]);
  }
  const enough = clearly * count(zones);
  const clear = [...byClock.values()].find((some) => byClock.size === 1 || (count(some) >= enough && enough > 0));
  return clear?.reduce((best, zone) => (count([zone]) > count([best]) ? zone : best));
}

function countPeople(some: readonly Place[]): ReadonlyMap<Zone, number> {
  const people = new Map<Zone, number>();
  for (const { zone, population } of some) people.set(zone, (people.get(zone) ?? 0) + population);
  return people;
}

function peopleIn(zone: Zone): number {
  return peopleInZones.get(zone) ?? 0;
}

/**
 * The places that zones are called after where it is so far from UTC at the instant, the most populous zone first.
 * @param offset minutes, positive to the east
 */
export function placesAt(offset: number, now: number): readonly Place[] {
  const near = namesakes.filter(({ zone }) => Math.abs(zone.offset - offset) <= 120 && isKnownHere(zone));
  return near.filter(({ zone }) => offsetAt(zone, now) === offset);
}

/** The first place of each zone that this runtime knows too. */
export function onePerZone(some: Iterable<Place>, limit: number): readonly Place[] {
  const first = new Map<Zone, Place>();
  for (const place of some) {
    if (first.size >= limit) break;
    if (!first.has(place.zone) && isKnownHere(place.zone)) first.set(place.zone, place);
  }
  return [...first.values()];
}

const knownNames: ReadonlySet<string> = new Set([
  ...rawTimeZones.flatMap(({ group }) => group),
  ...Intl.supportedValuesOf("timeZone"),
]);

/** The name as it is written, whatever its case; undefined if it is none that this runtime knows. */
export function canonicalName(name: string): string | undefined {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return knownNames.has(timeZoneId) || timeZoneId.startsWith("Etc/") ? timeZoneId : undefined;
  } catch {
    return undefined;
  }
}

/** The package's data may be newer than the runtime's. */
function isKnownHere({ name }: Zone): boolean {
  return canonicalName(name) !== undefined;
}

/** What tells a zone's time from another's: its offsets in the middle of twelve months, as summer times begin and end. */
function clockOf(zone: Zone, now: number): string {
  const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC").with({ day: 15 });
  return Array.from({ length: 12 }, (_, months) => offsetAt(zone, from.add({ months }).epochMilliseconds)).join();
}

function offsetAt({ name }: Zone, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).offsetNanoseconds / 60e9;
}
