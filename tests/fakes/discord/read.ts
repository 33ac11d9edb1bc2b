import type { Component, Message } from "./state.ts";

/** Every component of a message with those inside it, from top to bottom. */
export function componentsOf(message: Pick<Message, "components">): Component[] {
  const inner = (components: readonly Component[]): Component[] =>
    components.flatMap((one) => [one, ...inner(one.components ?? []), ...inner(one.accessory ? [one.accessory] : [])]);
  return inner(message.components);
}

/** What somebody reads in a message: its content and text displays, one below the other, as they were sent. */
export function textOf(message: Pick<Message, "content" | "components">): string {
  const shown = componentsOf(message).map((component) => component.content);
  return [message.content, ...shown].filter((part) => part !== undefined && part !== "").join("\n");
}

export function buttonsOf(message: Pick<Message, "components">): Component[] {
  return componentsOf(message).filter((component) => component.type === 2);
}

/** Menus in which one of several texts is picked. */
export function menusOf(message: Pick<Message, "components">): Component[] {
  return componentsOf(message).filter((component) => component.type === 3);
}
