/**
 * Text that a terminal shows and does not obey: one line, without control characters (so without escape sequences)
 * and without characters that turn the direction of what follows.
 */
export function printable(text: string): string {
  return text.replace(/[\t\n\v\f\r\p{Zl}\p{Zp}]+/gu, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}
