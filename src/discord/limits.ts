import type { APIMessageTopLevelComponent } from "discord-api-types/v10";

/** Discord's bounds on what a bot sends: https://docs.discord.com/developers/components/reference and DESIGN notes. */
export const limits = {
  components: 40,
  /** Code points over all text displays of a message. */
  text: 4000,
  /** UTF-8 bytes of all components: not documented, but Korean and Japanese messages fail beyond about 9 KB. */
  bytes: 9000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  selectOptions: 25,
  selectText: 100,
} as const;

export interface Size {
  readonly components: number;
  readonly text: number;
  readonly bytes: number;
}

/** What a message's components count for. */
export function measure(components: readonly APIMessageTopLevelComponent[]): Size {
  let nodes = 0;
  let text = 0;
  JSON.stringify(components, function visit(key, value) {
    if (typeof value === "object" && value !== null && "type" in value && key !== "options") nodes += 1;
    if (key === "content" && typeof value === "string") text += codePoints(value);
    return value;
  });
  return { components: nodes, text, bytes: Buffer.byteLength(JSON.stringify(components)) };
}

export function fits(size: Size): boolean {
  return size.components <= limits.components && size.text <= limits.text && size.bytes <= limits.bytes;
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** At most `limit` code points, the last one an ellipsis if anything was cut. */
export function ellipsize(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
