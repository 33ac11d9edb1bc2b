import { type RawTimeZone, rawTimeZones } from "@vvo/tzdb";
import { cityMapping } from "city-timezones";

/** A place that people name a time zone by. */
export interface Place {
  /** `Seoul` */
  readonly name: string;
  readonly country: Country;
  readonly zone: Zone;
  /** People, roughly; 0 where it isn't known. */
  readonly population: number;
  /** Folded; without what follows a comma too. */
  readonly names: readonly string[];
  /** Folded words of its name and province, each with a space before it. */
  readonly words: string;
}

export interface Country {
  readonly name: string;
  /** Folded: its names in use, and its code of three letters. */
  readonly names: readonly string[];
  readonly words: string;
}

export interface Zone {
  /** IANA name. */
  readonly name: string;
  /** Folded: the city that it is called after. */
  readonly city: string;
  /** Folded: its abbreviations, in summer too, and what it is called: `kst`, `korean time`. */
  readonly names: readonly string[];
  /** Folded words of these and of its IANA name, each with a space before it. */
  readonly words: string;
  /** Minutes east of Greenwich, out of summer time. */
  readonly offset: number;
}

/** What countries are called besides, by code. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates"],
  CN: ["PRC", "People's Republic of China", "Mainland China"],
  GB: ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales"],
  KP: ["DPRK", "Democratic People's Republic of Korea", "KP", "NK", "Korea"],
  KR: ["ROK", "Republic of Korea", "KR", "Korea"],
  RU: ["Russian Federation"],
  TW: ["ROC", "Republic of China"],
  US: ["US", "USA", "America"],
};

/** Lower case without accents and punctuation: "P’yŏngyang" is "pyongyang", "Asia/Ho_Chi_Minh" is "asia ho chi minh". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}.'’‘ʻ`]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The names by area and city, not those like US/Eastern, Brazil/East or GB. */
const area =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia(?!\/(?:North|South|West|ACT|NSW|LHI)$)|Europe|Indian|Pacific)\//;

/**
 * Every city that the packages know, with its zone, the most populous first. Zones that show the same time in one
 * country are one, by the name of the most populous. Zones: @vvo/tzdb; cities and their size: city-timezones.
 */
export const places: readonly Place[] = createPlaces();

function createPlaces(): readonly Place[] {
  const countries = createCountries();
  const found = new Map<string, Place>();
  const zones = new Map<string, Zone>();
  for (const raw of rawTimeZones) {
    const zone = createZone(raw);
    for (const name of raw.group) zones.set(name, zone);
  }
  for (const city of cityMapping) {
    add({
      name: city.city,
      country: countryKey(city),
      zone: city.timezone,
      population: city.pop,
      besides: city.province,
    });
  }
  for (const { name: zone, countryCode: country, mainCities, group } of rawTimeZones) {
    for (const name of mainCities) add({ name, country, zone });
    for (const alias of group) if (area.test(alias)) add({ name: cityOf(alias), country, zone, besides: alias });
  }
  return [...found.values()].sort((a, b) => b.population - a.population);

  function add(city: { name: string; country: string; zone: string; population?: number; besides?: string }) {
    const { name, population = 0, besides = "" } = city;
    const [zone, country, folded] = [zones.get(city.zone), countries.get(city.country), fold(name)];
    if (!zone || !country || folded === "") return;
    const key = `${zone.name} ${folded}`;
    const known = found.get(key);
    const words = `${known?.words ?? ""} ${folded} ${fold(besides)}`;
    if (known && known.population >= population) found.set(key, { ...known, words });
    else {
      const [short = name] = name.split(",", 1);
      const names = short === name ? [folded] : [folded, fold(short)];
      found.set(key, { name, country, zone, population, names, words });
    }
  }
}

function createZone(raw: RawTimeZone): Zone {
  const { name, alternativeName, abbreviation, dstAbbreviation, rawOffsetInMinutes } = raw;
  const names = [abbreviation, dstAbbreviation ?? [], alternativeName].flat().map(fold);
  const words = ` ${names.join(" ")} ${fold(name)}`;
  return { name, city: fold(cityOf(name)), names, words, offset: rawOffsetInMinutes };
}

function createCountries(): ReadonlyMap<string, Country> {
  const names = new Map<string, Set<string>>();
  for (const { countryCode, countryName } of rawTimeZones) {
    names.set(countryCode, new Set([countryName.trim(), ...(alsoCalled[countryCode] ?? [])]));
  }
  for (const city of cityMapping) {
    const key = countryKey(city);
    const known = names.get(key) ?? new Set();
    names.set(key, known.add(city.country));
    if (key !== city.country) known.add(city.iso3);
  }
  return new Map(
    [...names].map(([key, all]) => {
      const folded = [...new Set([...all].map(fold).flatMap((name) => [name, name.replace(/^the /, "")]))];
      const [name = key] = all;
      return [key, { name, names: folded, words: ` ${folded.join(" ")}` }];
    }),
  );
}

/** The code; the name where there is none, and the data says -99. */
function countryKey({ iso2, country }: { iso2: unknown; country: string }): string {
  return typeof iso2 === "string" && /^[A-Z]{2}$/.test(iso2) ? iso2 : country;
}

/** `America/Port_of_Spain`: Port of Spain. */
function cityOf(zoneName: string): string {
  return zoneName.slice(zoneName.lastIndexOf("/") + 1).replaceAll("_", " ");
}
