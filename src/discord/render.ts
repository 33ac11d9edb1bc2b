import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Invocation, Reply } from "../reply.ts";
import { count } from "../wording.ts";
import { citationText, type Room } from "./citation.ts";
import { encodeButton, encodePager, type Target } from "./custom-id.ts";
import { ellipsize, fits, limits, measure } from "./limits.ts";
import type { Mark } from "./mark.ts";
import { inline } from "./markdown.ts";

/** The body of every message that the bot sends. No mention in it ever pings. */
export interface MessageBody {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: readonly [] };
}

/** The invocation that a reply answers: what its pager turns. */
export interface Asked extends Target {
  /** User id of whoever asked. */
  readonly owner: string;
  /** Only the asker sees it. */
  readonly private?: boolean;
}

/** One colour for every answer. */
const accent = 0x2a6f97;

const loosest: Fitting = {
  title: 200,
  excerpt: 300,
  link: 1500,
  outlets: 10,
  links: 10,
  piece: 400,
  lines: 40,
  citations: 12,
};
const tight = { ...loosest, title: 90, excerpt: 80, link: 600, links: 2, piece: 150, lines: 20 };
const tightest = { ...tight, title: 60, excerpt: 60, links: 1, outlets: 1, lines: 10 };

/**
 * Ever tighter ways to show the same reply: the longest title, excerpt, address and piece of a line, in code points,
 * and the most outlets of one event, links to them, lines and citations. The last one fits whatever the script.
 */
const fittings: readonly Fitting[] = [
  loosest,
  { ...loosest, title: 160, excerpt: 220 },
  { ...loosest, title: 120, excerpt: 140, piece: 300 },
  { ...loosest, title: 120, excerpt: 140, piece: 300, links: 3 },
  { ...tight, excerpt: 120 },
  tight,
  { ...tight, links: 1 },
  { ...tight, links: 1, outlets: 3 },
  { ...tight, links: 1, outlets: 1 },
  tightest,
  ...[10, 9, 8, 7, 6, 5, 4, 3].map((citations) => ({ ...tightest, citations })),
  { ...tightest, link: 400, piece: 60, lines: 5, citations: 2 },
];

interface Fitting extends Room {
  readonly piece: number;
  readonly lines: number;
  readonly citations: number;
}

/** The answer to a question as a Components V2 message within Discord's limits: shown as fully as they allow. */
export function renderMessage(reply: Reply, asked: Asked): MessageBody {
  return fittedMessage(
    (fitting) => container(reply, fitting, controls(reply, asked)),
    asked.private ? MessageFlags.Ephemeral : 0,
  );
}

/** A reply that nobody asked for, and so without buttons. */
export function renderPosted(reply: Reply, mark?: Mark): MessageBody {
  return fittedMessage((fitting) => container(reply, fitting, [], mark));
}

function fittedMessage(componentFor: (fitting: Fitting) => APIContainerComponent, flags = 0): MessageBody {
  let components: APIMessageTopLevelComponent[] = [];
  for (const fitting of fittings) {
    components = [componentFor(fitting)];
    if (fits(measure(components))) break;
  }
  return { flags: MessageFlags.IsComponentsV2 | flags, components, allowed_mentions: { parse: [] } };
}

function container(
  reply: Reply,
  fitting: Fitting,
  controls: readonly APIComponentInContainer[],
  mark?: Mark,
): APIContainerComponent {
  const citations = (reply.citations ?? []).slice(0, fitting.citations);
  const left = (reply.citations?.length ?? 0) - citations.length;
  const top = [`### ${inline(reply.heading, fitting.piece)}`, ...linesOf(reply.lines, fitting)].join("\n");
  const closing = [
    ...(left > 0 ? [`${left} more did not fit into this message.`] : []),
    ...linesOf(reply.closing, fitting),
    ...(reply.pages && reply.pages.of > 1 ? [`Page ${reply.pages.page} of ${reply.pages.of}`] : []),
  ];
  const components: APIComponentInContainer[] = [{ ...textDisplay(top), ...(mark && { id: mark.text }) }];
  citations.forEach((citation, index) => {
    const number = reply.numberFrom === undefined ? undefined : reply.numberFrom + index;
    components.push(separator(), textDisplay(citationText(citation, number, fitting)));
  });
  if (closing.length > 0) components.push(separator(), textDisplay(closing.map((line) => `-# ${line}`).join("\n")));
  components.push(...controls);
  return { type: ComponentType.Container, accent_color: accent, ...(mark && { id: mark.container }), components };
}

function linesOf(lines: Reply["lines"] = [], fitting: Fitting): string[] {
  const left = lines.length - fitting.lines;
  const shown = lines.slice(0, fitting.lines).map((line) => inline(line, fitting.piece));
  return left > 0 ? [...shown, `… and ${count(left, "line")} more.`] : shown;
}

function controls(reply: Reply, asked: Asked): APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[] {
  const rows: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[] = [];
  if (reply.pages && reply.pages.of > 1) rows.push(...pager(reply.pages, asked));
  const buttons = (reply.actions ?? []).flatMap((action, slot) => actionButton(action, slot, asked.owner));
  if (buttons.length > 0) rows.push(row(buttons.slice(0, limits.buttonsInRow)));
  if (reply.choices) rows.push(...select(reply.choices, asked.owner));
  return rows;
}

function pager({ page, of }: { page: number; of: number }, asked: Asked): APIActionRowComponent<APIButtonComponent>[] {
  const steps = [
    { label: "«", page: 1, off: page === 1 },
    { label: "‹", page: Math.max(1, page - 1), off: page === 1 },
    { label: `${page} / ${of}`, page, off: true },
    { label: "›", page: Math.min(of, page + 1), off: page === of },
    { label: "»", page: of, off: page === of },
  ];
  const ids = encodePager(
    asked,
    steps.map((step) => step.page),
    asked.owner,
  );
  if (!ids) return [];
  return [
    row(
      steps.map(({ label, off }, slot) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label,
        disabled: off,
        custom_id: ids[slot] ?? "",
      })),
    ),
  ];
}

/** Slots of other buttons start after the pager's five, so that no id stands twice. */
const firstActionSlot = 10;

function actionButton(action: Invocation, slot: number, owner: string): APIButtonComponent[] {
  const id = encodeButton(action, firstActionSlot + slot, owner);
  if (id === undefined) return [];
  const label = ellipsize(action.label, limits.buttonLabel);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id }];
}

function select(
  { prompt, options }: NonNullable<Reply["choices"]>,
  owner: string,
): APIActionRowComponent<APIStringSelectComponent>[] {
  const values = options.slice(0, limits.selectOptions).flatMap((option, slot) => {
    const value = encodeButton(option, slot, owner);
    if (value === undefined) return [];
    const label = ellipsize(option.label, limits.selectText);
    const description = option.description && ellipsize(option.description, limits.selectText);
    return [{ label, value, ...(description && { description }) }];
  });
  if (values.length === 0) return [];
  const id = encodeButton({ command: "", options: {} }, 99, owner) ?? "";
  return [
    row([{ type: ComponentType.StringSelect, custom_id: id, placeholder: ellipsize(prompt, 150), options: values }]),
  ];
}

function row<T extends APIButtonComponent | APIStringSelectComponent>(components: T[]): APIActionRowComponent<T> {
  return { type: ComponentType.ActionRow, components };
}

function textDisplay(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

function separator(): APIComponentInContainer {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}
