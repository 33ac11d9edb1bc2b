import type { Problem } from "./errors.ts";
import { inside } from "./errors.ts";
import type { Json, JsonObject } from "./json.ts";
import { length, list, present, record, text } from "./json.ts";

/** https://docs.discord.com/developers/components/reference */
export const componentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

const selects = [3, 5, 6, 7, 8];
const inContainer = [1, 9, 10, 12, 13, 14];
const topLevel = [...inContainer, 17];

/** Every component with those inside it, in the order in which Discord numbers them. */
export function flatten(components: readonly Json[]): JsonObject[] {
  return components
    .map(record)
    .flatMap((component) => [
      component,
      ...flatten(list(component.components)),
      ...(present(component.accessory) ? flatten([record(component.accessory)]) : []),
    ]);
}

/** Problems of a message's components; paths start at the list. */
export function checkComponents(components: readonly Json[], v2: boolean): Problem[] {
  const all = flatten(components);
  const problems = checkEach(components, v2 ? topLevel : [componentType.row]);
  const complain = (message: string) => problems.push({ path: [], message });

  if (v2 && all.length > 40) complain(`must hold 40 components or fewer in all, not ${all.length}`);
  if (!v2 && components.length > 5) complain(`must be 5 or fewer in number, not ${components.length}`);
  const shown = all.filter((component) => component.type === componentType.textDisplay);
  const characters = shown.reduce((sum, component) => sum + length(component.content), 0);
  if (characters > 4000) complain(`must hold 4000 characters or fewer in all text displays, not ${characters}`);
  const bytes = Buffer.byteLength(all.map(wording).join(""));
  if (bytes > 9000) complain(`must hold about 9000 bytes of text or fewer, not ${bytes}`);
  for (const key of ["custom_id", "id"] as const) {
    const values = all.map((component) => component[key]).filter((value) => present(value) && value !== 0);
    const repeated = values.find((value, index) => values.indexOf(value) !== index);
    if (repeated !== undefined) complain(`${key} must be unique: ${JSON.stringify(repeated)} is there twice`);
  }
  return problems;
}

/** All of a component's own words, without those of what is inside it. */
function wording(component: JsonObject): string {
  const options = list(component.options).map(record);
  const words = [component.content, component.label, component.placeholder];
  return [...words, ...options.flatMap((option) => [option.label, option.description])].map(text).join("");
}

function checkEach(components: readonly Json[], allowed: readonly number[]): Problem[] {
  return components.flatMap((component, index) => inside(index, checkOne(record(component), allowed)));
}

function checkOne(component: JsonObject, allowed: readonly number[]): Problem[] {
  const type = component.type;
  if (typeof type !== "number" || !allowed.includes(type)) {
    return [{ path: ["type"], message: `must be one of ${allowed.join(", ")} here, not ${JSON.stringify(type)}` }];
  }
  if (selects.includes(type)) return checkSelect(component);
  switch (type) {
    case componentType.row:
      return checkRow(list(component.components));
    case componentType.button:
      return checkButton(component);
    case componentType.section:
      return checkSection(component);
    case componentType.textDisplay:
      return checkLength(component.content, "content", 1, 4000);
    case componentType.thumbnail:
      return checkMedia(component);
    case componentType.gallery: {
      const items = list(component.items);
      return [
        ...checkCount(items, "items", 1, 10),
        ...items.flatMap((item, index) => inside("items", inside(index, checkMedia(record(item))))),
      ];
    }
    case componentType.container: {
      const children = list(component.components);
      return [...checkCount(children, "components", 1, 40), ...inside("components", checkEach(children, inContainer))];
    }
    default:
      return [];
  }
}

function checkRow(children: readonly Json[]): Problem[] {
  const buttons = children.every((child) => record(child).type === componentType.button);
  return [
    ...checkCount(children, "components", 1, buttons ? 5 : 1),
    ...inside("components", checkEach(children, [componentType.button, ...selects])),
  ];
}

function checkSection(section: JsonObject): Problem[] {
  const texts = list(section.components);
  return [
    ...checkCount(texts, "components", 1, 3),
    ...inside("components", checkEach(texts, [componentType.textDisplay])),
    ...inside("accessory", checkOne(record(section.accessory), [componentType.button, componentType.thumbnail])),
  ];
}

function checkButton(button: JsonObject): Problem[] {
  const problems = checkLength(button.label ?? "", "label", present(button.emoji) ? 0 : 1, 80);
  const never = (key: string) => {
    if (present(button[key])) problems.push({ path: [key], message: `must not stand on style ${button.style}` });
  };
  if (button.style === 5) {
    never("custom_id");
    problems.push(...checkUrl(button.url, "url", 512));
  } else if (typeof button.style === "number" && button.style >= 1 && button.style <= 4) {
    never("url");
    problems.push(...checkLength(button.custom_id, "custom_id", 1, 100));
  } else problems.push({ path: ["style"], message: `must be 1 to 5, not ${JSON.stringify(button.style)}` });
  return problems;
}

function checkSelect(select: JsonObject): Problem[] {
  const problems = [
    ...checkLength(select.custom_id, "custom_id", 1, 100),
    ...checkLength(select.placeholder ?? "", "placeholder", 0, 150),
  ];
  if (select.type !== componentType.stringSelect) return problems;
  const options = list(select.options).map(record);
  problems.push(...checkCount(options, "options", 1, 25));
  options.forEach((option, index) => {
    const each = [
      ...checkLength(option.label, "label", 1, 100),
      ...checkLength(option.value, "value", 1, 100),
      ...checkLength(option.description ?? "", "description", 0, 100),
    ];
    if (options.findIndex((other) => other.value === option.value) !== index) {
      each.push({ path: ["value"], message: "must be unique among the options" });
    }
    problems.push(...inside("options", inside(index, each)));
  });
  for (const [key, least] of [
    ["min_values", 0],
    ["max_values", 1],
  ] as const) {
    const value = select[key] ?? 1;
    if (typeof value !== "number" || value < least || value > options.length) {
      problems.push({ path: [key], message: `must be ${least} to the number of options` });
    }
  }
  return problems;
}

function checkMedia(item: JsonObject): Problem[] {
  const url = text(record(item.media).url);
  return [
    ...(url.startsWith("attachment://") ? [] : inside("media", checkUrl(url, "url", 2048))),
    ...checkLength(item.description ?? "", "description", 0, 1024),
  ];
}

/** @param least 1 also refuses what is only white space, as Discord strips it */
export function checkLength(value: unknown, key: string, least: number, most: number): Problem[] {
  if (typeof value !== "string") return [{ path: [key], message: "must be a string" }];
  if (length(value) > most)
    return [{ path: [key], message: `must be ${most} or fewer in length, not ${length(value)}` }];
  if (length(value.trim()) < least) return [{ path: [key], message: "must not be empty" }];
  return [];
}

export function checkCount(values: readonly unknown[], key: string, least: number, most: number): Problem[] {
  if (values.length >= least && values.length <= most) return [];
  return [{ path: [key], message: `must be ${least} to ${most} in number, not ${values.length}` }];
}

/** Discord takes other schemes too; nothing else belongs in an answer of ours. */
export function checkUrl(value: unknown, key: string, most: number): Problem[] {
  const problems = checkLength(value, key, 1, most);
  if (problems.length > 0) return problems;
  const url = text(value);
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? [] : [{ path: [key], message: "must be an http(s) URL" }];
}
