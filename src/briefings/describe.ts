import type { Library } from "../news/library.ts";
import type { Inline, Text } from "../reply.ts";
import type { Schedule, Slot } from "./briefing.ts";
import type { ScheduleStatus } from "./desk.ts";
import { slotsBetween } from "./schedule.ts";
import { timetableText } from "./typed-times.ts";

/** Schedules and their state in words, for admins and for the operator. */

const month = 31 * 24 * 60 * 60 * 1000;

/** "08:30 Asia/Seoul, every day in #news, paused · k3x9qa" */
export function scheduleLine({ id, timetable, channelId, paused }: Schedule, channelName?: string): Text {
  const state = paused && (paused.by === "admin" ? ", paused" : ", paused because it failed three times in a row");
  return [
    { strong: timetableText(timetable) },
    " in ",
    { channel: channelId, ...(channelName !== undefined && { name: channelName }) },
    ...(state === undefined ? [] : [state]),
    " · ",
    { code: id },
  ];
}

/** "about “sanctions”, up to 5 stories, no post when nothing is new" */
export function contentsText({ contents, publish }: Schedule, library: Library): string {
  const { about, person, items, ifNothingNew } = contents;
  return [
    ...(about === undefined ? [] : [`about “${about}”`]),
    ...(person === undefined ? [] : [`naming ${library.people.get(person)?.name ?? person}`]),
    `up to ${items} stories`,
    ifNothingNew === "skip" ? "no post when nothing is new" : "posted also when nothing is new",
    ...(publish ? ["published to the channels that follow"] : []),
  ].join(", ");
}

/** "Next: …, …, …": three times, in the reader's own time zone. */
export function upcomingLine({ timetable, next }: Schedule): Text {
  const times = [next, ...slotsBetween(timetable, next.at, next.at + month)].slice(0, 3);
  return [
    "Next: ",
    ...times.flatMap(({ at }, index): Inline[] => [...(index > 0 ? [", "] : []), { instant: at, style: "date-time" }]),
  ];
}

export function statusLines(status: ScheduleStatus, channelName?: string): readonly Text[] {
  const { schedule, lastPosted, trouble, check } = status;
  const { paused, next, leftAt } = schedule;
  return [
    scheduleLine(schedule, channelName),
    ...(leftAt === undefined
      ? []
      : [["The server removed the bot: ", { instant: leftAt, style: "date-time" }] as const]),
    paused ? "Next: not before it is resumed" : ["Next: ", { instant: next.at, style: "date-time" }],
    lastPosted ? ["Last posted: ", ...posted(lastPosted, schedule)] : "Not posted yet",
    ...(trouble ? [troubleLine(trouble)] : []),
    ...(check.state === "ready" ? ["Now: everything that a post needs is there."] : []),
    ...check.problems.map((problem): Text => [{ strong: "Now:" }, " ", ...problemText(problem)]),
  ];
}

/** A publisher's sentence, with its channels as such. */
export function problemText(sentence: string): readonly Inline[] {
  return sentence.split(/<#(\d+)>/).map((part, index) => (index % 2 === 0 ? part : { channel: part }));
}

function posted({ settledAt, dueAt, messageId }: Slot, { serverId, channelId }: Schedule): readonly Inline[] {
  const at: Inline = { instant: settledAt ?? dueAt, style: "date-time" };
  if (messageId === undefined) return [at];
  return [
    at,
    " · ",
    { link: `https://discord.com/channels/${serverId}/${channelId}/${messageId}`, label: "Open message" },
  ];
}

const outcomes = {
  claimed: "Held up",
  posted: "Posted with a problem",
  skipped: "Skipped with a problem",
  missed: "Missed",
  failed: "Failed",
} as const;

function troubleLine({ state, dueAt, problem = "" }: Slot): Text {
  return [
    { strong: `${outcomes[state]}:` },
    " ",
    { instant: dueAt, style: "date-time" },
    " — ",
    ...problemText(problem),
  ];
}
