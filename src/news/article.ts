import { createHash } from "node:crypto";
import normalizeUrl from "normalize-url";
import type { NewsDate } from "./dates.ts";

/** One news article, or a summary of one, as every source produces it and every answer quotes it. */
export interface Article {
  /** 12 characters of base64url, stable across re-indexing: see `articleId`. */
  readonly id: string;
  readonly title: string;
  /** `first-sentence` where the source had no headline and the lead serves instead. */
  readonly titleFrom: "headline" | "first-sentence";
  readonly url?: string;
  /** The outlet that published it, as it writes its own name: "SpaceWar". */
  readonly source?: string;
  /** The agency or paper that the outlet took the text from: "AFP". */
  readonly credit?: string;
  readonly author?: string;
  /** The dateline's place: "Vladivostok, Russia". */
  readonly place?: string;
  readonly publishedAt?: NewsDate;
  /** Plain text; paragraphs are separated by one blank line and hold no line break or control character. */
  readonly body: string;
  readonly form: "full" | "summary";
  /** Other places where the same text stands: filled when duplicates are merged. */
  readonly alsoAt?: readonly { readonly source?: string; readonly url?: string }[];
}

/** "AFP at SpaceWar", "AFP", or undefined where nobody is known. */
export function attribution(article: Pick<Article, "source" | "credit">): string | undefined {
  const { source, credit } = article;
  if (source === undefined) return credit;
  return credit === undefined || isSameOutlet(credit, source) ? source : `${credit} at ${source}`;
}

/** Whether two names are of one outlet: "AP", "Associated Press", "The Associated Press"; "Yonhap News Agency", "Yonhap". */
export function isSameOutlet(one: string, other: string): boolean {
  const [a, b] = [outletName(one), outletName(other)];
  return a.plain === b.plain || a.plain === b.initials || b.plain === a.initials;
}

/** Whether a word stands in so many outlets' names that it names none. */
export function isVague(word: string): boolean {
  return ["news", "agency", "newswire", "service"].includes(word);
}

/**
 * @returns `plain`, the words that tell one outlet from another, in small letters; and the initials that may stand for
 * them: "afp" for "agence france presse"
 */
export function outletName(name: string): { readonly plain: string; readonly initials?: string } {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => word !== "the" && !isVague(word));
  const kept = telling.length > 0 ? telling : words;
  const plain = kept.join(" ");
  return kept.length > 1 ? { plain, initials: kept.map((word) => word[0]).join("") } : { plain };
}

/**
 * The address under which two copies of one page are the same: scheme, `www.`, fragment, trailing slash and tracking
 * parameters set aside (the rules of the `normalize-url` package).
 * Undefined unless it is an http(s) address.
 */
export function canonicalUrl(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  try {
    return normalizeUrl(url, {
      forceHttps: true,
      stripHash: true,
      stripWWW: true,
      removeQueryParameters: [/^utm_\w+/i, /^(fbclid|gclid|mc_cid|mc_eid|cmpid|ref|smid|ocid|igshid)$/i],
    });
  } catch {
    return undefined;
  }
}

/**
 * @param origin the article's address, else the path of its file inside the folder
 * @param part 1 for a page's main or only story, 2, 3, … for further stories on the same page
 */
export function articleId(origin: string, part = 1): string {
  const name = `${canonicalUrl(origin) ?? origin.normalize("NFC")}${part > 1 ? `#${part}` : ""}`;
  return createHash("sha256").update(name).digest("base64url").slice(0, 12);
}
