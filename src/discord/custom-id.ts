import type { Invocation } from "../reply.ts";
import { limits } from "./limits.ts";

/**
 * What a button stands for is written into the message's own `custom_id`s, so that it works after a restart and
 * nothing is kept about anybody. An id reads `1.<owner>.<page>.<slot>.<pieces>.<piece>`: `owner` is the asker's user
 * id in base 36, `piece` the slot-th piece of the JSON `[command, options]`. A state that fits one id is whole in
 * every button (`pieces` = 1); a longer one is spread over the buttons of a pager and read back from the message.
 */
const version = "1";

export type Target = Pick<Invocation, "command" | "options">;

export interface Press {
  readonly owner: string;
  readonly target: Target;
}

interface Parsed {
  readonly owner: string;
  readonly page: string;
  readonly slot: number;
  readonly pieces: number;
  readonly piece: string;
}

/** The ids of a pager's buttons, one a page; undefined where the state is too long even when spread. */
export function encodePager(target: Target, pages: readonly number[], owner: string): readonly string[] | undefined {
  const { page: _current, ...options } = target.options;
  const state = JSON.stringify([target.command, options]);
  const room = limits.customId - prefix(owner, Math.max(...pages), 9, 9).length;
  const pieces = split(state, room);
  if (pieces.length > pages.length) return undefined;
  return pages.map(
    (page, slot) => prefix(owner, page, slot, pieces.length) + (pieces.length === 1 ? state : (pieces[slot] ?? "")),
  );
}

/** The id of a single button; undefined where the state is too long for one. */
export function encodeButton(target: Target, slot: number, owner: string): string | undefined {
  const id = prefix(owner, "", slot, 1) + JSON.stringify([target.command, target.options]);
  return id.length <= limits.customId ? id : undefined;
}

/**
 * @param id of the button that was pressed, or the value that was chosen
 * @param siblings all ids of the message it stands in
 * @returns undefined for an id of another version, or one whose pieces are gone
 */
export function decode(id: string, siblings: readonly string[]): Press | undefined {
  const pressed = parse(id);
  if (!pressed) return undefined;
  const pieces = new Map([...siblings, id].map(parse).flatMap((other) => (other ? [[other.slot, other.piece]] : [])));
  let state = pressed.piece;
  if (pressed.pieces > 1) {
    state = Array.from({ length: pressed.pieces }, (_, slot) => pieces.get(slot) ?? "").join("");
  }
  const target = parseState(state);
  if (!target) return undefined;
  const options = pressed.page === "" ? target.options : { ...target.options, page: Number(pressed.page) };
  return { owner: pressed.owner, target: { command: target.command, options } };
}

function prefix(owner: string, page: number | "", slot: number, pieces: number): string {
  return `${version}.${BigInt(owner).toString(36)}.${page}.${slot}.${pieces}.`;
}

function parse(id: string): Parsed | undefined {
  const parts = /^1\.([0-9a-z]{1,14})\.(\d*)\.(\d+)\.(\d)\.(.*)$/s.exec(id);
  if (!parts) return undefined;
  const [, owner = "", page = "", slot = "", pieces = "", piece = ""] = parts;
  return { owner: fromBase36(owner), page, slot: Number(slot), pieces: Number(pieces), piece };
}

function fromBase36(text: string): string {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value.toString();
}

function parseState(state: string): Target | undefined {
  try {
    const [command, options]: unknown[] = JSON.parse(state);
    if (typeof command !== "string" || typeof options !== "object" || options === null) return undefined;
    const plain = Object.entries(options).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
    return { command, options: Object.fromEntries(plain) };
  } catch {
    return undefined;
  }
}

/** Pieces of at most `room` UTF-16 units that never split a surrogate pair. */
function split(text: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of text) {
    if (piece.length + character.length > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
