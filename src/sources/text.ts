/** What is never shown: controls that aren't white space, soft hyphens, zero-width spaces, changes of direction. */
const invisible = /[\p{Cc}\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;
/** Nothing to clean in plain English letters that single spaces part. */
const unclean = /[^\x20-\x7e]| {2}|^ | $/;
const space = /[\s\u0085]+/gu;

/** One line of plain text: composed (NFC), without invisible characters, single spaces inside and none around. */
export function cleanLine(text: string): string {
  if (!unclean.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(space, " ")
    .replace(invisible, "")
    .normalize("NFC")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Cut at a word border to at most `limit` characters (code points), the ellipsis included. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join("");
  const border = kept.lastIndexOf(" ");
  return `${(border > limit / 2 ? kept.slice(0, border) : kept).replace(/[\s,;:–—-]+$/u, "")}…`;
}

const markup = /<\/?(?:p|div|br|span|a|strong|em|b|i|ul|li|h[1-6]|blockquote|article|section|img)\b[^<>]{0,2000}>/i;

/** Whether a text is HTML rather than plain, by the tags that article bodies are made of. */
export function looksLikeHtml(text: string): boolean {
  return markup.test(text);
}
