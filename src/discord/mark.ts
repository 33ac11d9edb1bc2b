import { createHash } from "node:crypto";
import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";

/**
 * What a posted message is recognised by later: the ids of its container and of the container's first text, which
 * Discord keeps as they were sent. Each is a 32-bit number above those that Discord gives by itself.
 */
export interface Mark {
  readonly container: number;
  readonly text: number;
}

/** The mark of whatever the key names; two keys share one in 10^17 cases. */
export function markOf(key: string): Mark {
  const hash = createHash("sha256").update(`mark of ${key}`).digest();
  // Even and odd, since no id may stand twice in a message.
  const id = (offset: number) => 2 * (512 + (hash.readUInt32BE(offset) % (2 ** 30 - 512)));
  return { container: id(0), text: id(4) + 1 };
}

/** @param components of any message, as Discord returns them */
export function isMarked(components: readonly APIMessageTopLevelComponent[], mark: Mark): boolean {
  return components.some(
    (component) =>
      component.type === ComponentType.Container &&
      component.id === mark.container &&
      component.components.some(({ id }) => id === mark.text),
  );
}
