import type { Contents, Schedule } from "../src/briefings/briefing.ts";
import { contentsText, problemText, scheduleLine, statusLines, upcomingLine } from "../src/briefings/describe.ts";
import { completeTimeZone, parseTimeZone } from "../src/briefings/time-zones.ts";
import { completeDays, parseDays, parseTime, timetableText } from "../src/briefings/typed-times.ts";
import { type Choice, type Context, defineCommand, managedServer } from "../src/command.ts";
import { UserError } from "../src/errors.ts";
import { channel, integer, oneOf, person, queryText, required, typed, yesNo } from "../src/options.ts";
import type { Reply, Text } from "../src/reply.ts";

const defaults = {
  items: 5,
  ifNothingNew: "post",
  days: [1, 2, 3, 4, 5, 6, 7],
  timeZone: "UTC",
  time: "08:00",
} as const;

/** Whose answers only the admin sees. */
const forManagers = { managerOnly: true, private: true, examples: [] } as const;

const which = typed({
  description: "Which of this server's briefings, if there are several",
  parse: (id) => id,
  complete: completeSchedule,
});

const schedule = defineCommand({
  ...forManagers,
  name: "briefing schedule",
  description: "Post what is new in a channel, every day at its local time",
  examples: ["/briefing schedule channel:#news time:08:30 timezone:Seoul days:weekdays"],
  slow: true,
  options: {
    channel: required(channel({ description: "Where it is posted" })),
    time: required(typed({ description: "Local time: 08:30, 8:30am or 0830", parse: parseTime })),
    timezone: typed({
      description: "City, country or abbreviation; that of this server's last briefing, else UTC, if left out",
      parse: parseTimeZone,
      complete: (part, { now }) => completeTimeZone(part, now),
    }),
    days: typed({ description: "Every day, weekdays, or mon, wed, fri", parse: parseDays, complete: completeDays }),
    about: queryText({ description: "Only articles about this" }),
    person: person({ description: "Only articles that name this person" }),
    items: integer({ description: "How many stories at most, 3 to 10; 5 if left out", min: 3, max: 10 }),
    "if-nothing-new": oneOf({ description: "Post all the same, or skip the day", words: ["post", "skip"] }),
    publish: yesNo({ description: "In an announcement channel: publish it to the channels that follow" }),
  },
  async run(args, context) {
    const { briefings, caller } = context;
    const server = managedServer(caller);
    const before = await briefings.of(server.id);
    const added = await briefings.add({
      serverId: server.id,
      channelId: args.channel,
      timetable: {
        time: args.time,
        timeZone: args.timezone ?? before.at(-1)?.timetable.timeZone ?? defaults.timeZone,
        days: args.days ?? defaults.days,
      },
      contents: contentsOf(args),
      publish: args.publish ?? false,
      createdBy: caller.id,
    });
    const { problems } = await briefings.check(added.channelId, added.publish);
    return {
      heading: "Briefing scheduled",
      lines: [
        line(added, context),
        contentsText(added, context.library),
        upcomingLine(added),
        ...problems.map((problem): Text => [{ strong: "To be mended:" }, " ", ...problemText(problem)]),
      ],
      closing: ["/briefing preview shows what would be posted now; /briefing status shows whether all is well."],
    };
  },
});

const preview = defineCommand({
  ...forManagers,
  name: "briefing preview",
  description: "The briefing as it would be posted now; only you see it",
  options: { schedule: which },
  async run({ schedule: id }, { briefings, caller, library }) {
    const all = await briefings.of(managedServer(caller).id);
    if (id === undefined && all.length === 0) {
      const { time, timeZone, days } = defaults;
      return briefings.preview({ timetable: { time, timeZone, days }, contents: contentsOf({}) }, library);
    }
    return briefings.preview(pick(all, id), library);
  },
});

const list = defineCommand({
  ...forManagers,
  name: "briefing list",
  description: "This server's briefings",
  options: {},
  async run(_args, context) {
    const all = await context.briefings.of(managedServer(context.caller).id);
    if (all.length === 0) return none;
    return {
      heading: `Briefings of this server: ${all.length}`,
      lines: all.flatMap((one) => [line(one, context), contentsText(one, context.library)]),
    };
  },
});

const pause = defineCommand({
  ...forManagers,
  name: "briefing pause",
  description: "Stop posting a briefing until it is resumed",
  options: { schedule: which },
  async run({ schedule: id }, context) {
    const one = pick(await context.briefings.of(managedServer(context.caller).id), id);
    const paused = await context.briefings.pause(one);
    return {
      heading: paused ? "Briefing paused" : "It was paused already",
      lines: [line({ ...one, paused: { at: context.now, by: "admin" } }, context)],
      closing: ["/briefing resume goes on with it."],
    };
  },
});

const resume = defineCommand({
  ...forManagers,
  name: "briefing resume",
  description: "Post a paused briefing again",
  options: { schedule: which },
  async run({ schedule: id }, context) {
    const one = pick(
      await context.briefings.of(managedServer(context.caller).id),
      id,
      ({ paused }) => paused !== undefined,
    );
    const resumed = await context.briefings.resume(one);
    if (!resumed) return { heading: "It was not paused", lines: [line(one, context), upcomingLine(one)] };
    return { heading: "Briefing resumed", lines: [line(resumed, context), upcomingLine(resumed)] };
  },
});

const remove = defineCommand({
  ...forManagers,
  name: "briefing remove",
  description: "Delete a briefing of this server",
  options: { schedule: which },
  async run({ schedule: id }, context) {
    const one = pick(await context.briefings.of(managedServer(context.caller).id), id);
    await context.briefings.remove(one);
    return { heading: "Briefing removed", lines: [line(one, context)] };
  },
});

const status = defineCommand({
  ...forManagers,
  name: "briefing status",
  description: "Next and last post of each briefing, what went wrong, and what is missing now",
  slow: true,
  options: { schedule: which },
  async run({ schedule: id }, context) {
    const all = await context.briefings.of(managedServer(context.caller).id);
    if (all.length === 0) return none;
    const asked = id === undefined ? all : [pick(all, id)];
    const each = await Promise.all(asked.map(context.briefings.status));
    const troubled = each.filter(({ check }) => check.state === "blocked").length;
    return {
      heading: troubled === 0 ? "Status of the briefings" : `Status of the briefings: ${troubled} can't be posted`,
      lines: each.flatMap((one) => statusLines(one, context.caller.server?.channelName(one.schedule.channelId))),
    };
  },
});

/** The subcommands of `/briefing`. */
export const briefing = [schedule, preview, list, pause, resume, remove, status];

const none: Reply = {
  heading: "This server has no briefing yet",
  lines: [["Set one up: ", { code: "/briefing schedule" }]],
};

function contentsOf(args: {
  readonly about?: string;
  readonly person?: { readonly id: string };
  readonly items?: number;
  readonly "if-nothing-new"?: Contents["ifNothingNew"];
}): Contents {
  return {
    items: args.items ?? defaults.items,
    ifNothingNew: args["if-nothing-new"] ?? defaults.ifNothingNew,
    ...(args.about !== undefined && { about: args.about }),
    ...(args.person && { person: args.person.id }),
  };
}

/**
 * The one that is meant: by its id, or the only one there is, or the only one that is `likely`.
 * @throws UserError where that doesn't tell
 */
function pick(all: readonly Schedule[], id: string | undefined, likely = (_one: Schedule) => true): Schedule {
  if (all.length === 0) throw new UserError("This server has no briefing yet: /briefing schedule sets one up.");
  const choices = `${all.map((one) => one.id).join(", ")} (/briefing list shows which is which)`;
  if (id !== undefined) {
    const named = all.find((one) => one.id === id.toLowerCase());
    if (named) return named;
    throw new UserError(`This server has no such briefing. There is: ${choices}.`);
  }
  const [one, ...others] = all.length === 1 ? all : all.filter(likely);
  if (one && others.length === 0) return one;
  throw new UserError(`Which one? Give schedule: ${choices}.`);
}

async function completeSchedule(part: string, { briefings, caller }: Context): Promise<readonly Choice[]> {
  const server = managedServer(caller);
  const all = await briefings.of(server.id);
  const choices = all.map(({ id, channelId, timetable, paused }) => ({
    name: `${timetableText(timetable)} in #${server.channelName(channelId) ?? channelId}${paused ? " (paused)" : ""}`,
    value: id,
  }));
  return choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(part.toLowerCase()));
}

function line(schedule: Schedule, { caller }: Context): Text {
  return scheduleLine(schedule, caller.server?.channelName(schedule.channelId));
}
