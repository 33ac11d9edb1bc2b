import { agencyNames, menuWords } from "./clutter-phrases.ts";

/** Company forms and holdings: they own outlets, nobody reads them. */
const company =
  /\b(?:holdings?|media group|network|publishing|publications|interactive|digital|communications|ventures|entertainment|broadcasting|enterprises|media|inc|ltd|limited|llc|pvt|plc|corp|corporation|gmbh)\b\.?$/iu;

export function isCompany(name: string): boolean {
  return company.test(name);
}

/** Nothing but the name of a news agency, or of several: "AP-Yonhap". */
export function isAgency(name: string): boolean {
  const isOne = (text: string) => text.trim().replace(agencyNames, "") === "";
  const parts = name.split(/[/,&-]|\band\b/);
  return name.trim() !== "" && (isOne(name) || parts.every((part) => part.trim() !== "" && isOne(part)));
}

/** A supplier of pictures: no text is by it. */
export function isPictureAgency(name: string): boolean {
  return /\b(?:getty|shutterstock|alamy|epa)\b/i.test(name);
}

/** The name without the slogan or the list of subjects that some sites set behind it: "Example Post | News, Sport". */
export function bareOutlet(name: string): string {
  const [first = ""] = name.trim().split(/\s[|»·•–—-]\s/u);
  return first.trim() || name.trim();
}

/** A section ("U.S.", "World News") or a part of the address ("Hosted" on hosted.example.org) given as a site's name. */
export function isPoorOutlet(name: string, url: string | undefined): boolean {
  const words = name.toLowerCase().replaceAll(".", "").split(/\s+/);
  if (words.every((word) => menuWords.has(word))) return true;
  const labels = url === undefined ? [] : new URL(url).hostname.split(".");
  return labels.length > 2 && labels[0] === name.toLowerCase();
}

/** The first of the names, as another one of them spells it out: "detroitnews" is "The Detroit News". */
export function bestSpelt(names: readonly string[]): string | undefined {
  const [first] = names;
  if (first === undefined || /[\p{Lu}\p{Lo}]/u.test(first)) return first;
  const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return names.find((name) => name !== first && letters(name).replace(/^the/, "").startsWith(letters(first))) ?? first;
}

/** The address's host serves where no outlet is named: "news.example.org". */
export function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : undefined;
}
