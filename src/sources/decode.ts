import { Unreadable } from "./unreadable.ts";

/** What a file starts with, where the extension may lie. */
const signatures: readonly (readonly [bytes: string, kind: string])[] = [
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a zip archive or an office document"],
  ["\x89PNG", "an image"],
  ["GIF8", "an image"],
  ["\xff\xd8\xff", "an image"],
  ["\x1f\x8b", "a compressed file"],
  ["BZh", "a compressed file"],
  ["\xfd7zXZ", "a compressed file"],
  ["7z\xbc\xaf", "a compressed file"],
  ["Rar!", "a compressed file"],
  ["\xd0\xcf\x11\xe0", "an office document"],
  ["{\\rtf", "a rich-text document"],
  ["bplist00", "a web archive"],
  ["SQLite format 3", "a database"],
  ["\x7fELF", "a program"],
];

/** Why a Word document isn't read. */
export const wordDocument = "It is a Word document: open it and save it as plain text or HTML instead.";

/** Unicode for the bytes 0x80–0x9F of Windows-1252 (WHATWG Encoding, index-windows-1252); � where there is none. */
const windows1252 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

/**
 * The text of a file: UTF-8 or UTF-16 with or without a byte order mark, the encoding that an HTML page declares, else
 * EUC-KR or Windows-1252. Line ends become `\n`.
 * @throws Unreadable for an empty file and for anything that isn't text.
 */
export function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const kind = signatures.find(([signature]) => head.startsWith(signature))?.[1];
  if (kind?.includes("zip") && Buffer.from(bytes).includes("word/document.xml")) throw new Unreadable(wordDocument);
  if (kind !== undefined) {
    throw new Unreadable(`The file is ${kind}, not text: save the article as plain text, HTML or Markdown instead.`);
  }
  const text = decodeText(bytes, head).replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n");
  if (isBinary(text)) {
    throw new Unreadable("The file holds binary data, not text: save the article as plain text, HTML or Markdown.");
  }
  if (text.trim() === "") {
    throw new Unreadable("The file is empty: put the article's text into it, or remove it.");
  }
  return text;
}

function decodeText(bytes: Uint8Array, head: string): string {
  if (head.startsWith("\xef\xbb\xbf")) return new TextDecoder("utf-8").decode(bytes);
  if (head.startsWith("\xff\xfe")) return new TextDecoder("utf-16le").decode(bytes);
  if (head.startsWith("\xfe\xff")) return new TextDecoder("utf-16be").decode(bytes);
  const wide = utf16Order(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const declared = declaredEncoding(head);
  if (declared !== undefined) return declared.decode(bytes);
  return (
    attempt(bytes, "utf-8") ?? damagedUtf8(bytes) ?? (isMostlyHigh(bytes) ? korean(bytes) : undefined) ?? western(bytes)
  );
}

/**
 * UTF-16 without a mark shows in the zero bytes of its spaces and line ends, which all stand on the same side: every
 * second byte in English, fewer among the high bytes of other scripts.
 */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 65_536);
  if (!sample.includes(0)) return undefined;
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 ? "odd" : "even"]++;
  const share = (zeros.even + zeros.odd) / sample.length;
  const high = sample.filter((byte) => byte > 0x7f).length / sample.length;
  if ((zeros.even > 0 && zeros.odd > 0) || !(share > 0.4 || (share > 0.02 && high > 0.05))) return undefined;
  const order = zeros.even === 0 ? "utf-16le" : "utf-16be";
  const text = attempt(sample.subarray(0, sample.length & ~1), order);
  return text === undefined || isBinary(text) ? undefined : order;
}

/** From `<meta charset>`, its older form, or an XML declaration; Latin-1 in all its names means Windows-1252. */
function declaredEncoding(head: string): { decode(bytes: Uint8Array): string } | undefined {
  if (!/<(?:html|head|meta|\?xml)/i.test(head)) return undefined;
  const label = /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return undefined;
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === "windows-1252" ? { decode: western } : decoder;
  } catch {
    return undefined;
  }
}

/** Undefined where the bytes don't fit the encoding; a character cut off at the very end still fits. */
function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few broken bytes, rather than another encoding: most of its long characters are whole. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return whole > broken * 4 ? text : undefined;
}

function isMostlyHigh(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 65_536).filter((byte) => byte > 0xa0).length > Math.min(bytes.length, 65_536) * 0.3;
}

function korean(bytes: Uint8Array): string | undefined {
  const text = attempt(bytes, "euc-kr");
  return text !== undefined && /\p{Script=Hangul}{2}/u.test(text) ? text : undefined;
}

// By hand because some versions of Node.js give controls for 0x80–0x9F (nodejs/node issue 56542).
function western(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
}

/** Any NUL, or more than a stray few controls or unreadable characters. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  const controls = sample.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  const unknown = sample.match(/\uFFFD/g)?.length ?? 0;
  return sample.includes("\0") || controls > 3 + sample.length / 100 || unknown > 3 + sample.length / 10;
}
