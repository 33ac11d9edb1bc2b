import * as v from "valibot";
import { UserError } from "../errors.ts";
import type { Dump } from "./store.ts";

const id = v.pipe(v.string(), v.regex(/^\d{1,20}$/, "is no Discord id"));
const instant = v.pipe(v.number(), v.integer());
const localDate = v.pipe(v.string(), v.isoDate());

const schedule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/)),
  serverId: id,
  channelId: id,
  timetable: v.strictObject({
    time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
    timeZone: v.pipe(v.string(), v.check(isTimeZone, "is no time zone")),
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1)),
  }),
  contents: v.strictObject({
    about: v.exactOptional(v.string()),
    person: v.exactOptional(v.string()),
    items: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(10)),
    ifNothingNew: v.picklist(["post", "skip"]),
  }),
  publish: v.boolean(),
  createdBy: id,
  createdAt: instant,
  paused: v.exactOptional(v.strictObject({ at: instant, by: v.picklist(["admin", "failing"]) })),
  leftAt: v.exactOptional(instant),
  next: v.strictObject({ date: localDate, at: instant }),
});

const slot = v.strictObject({
  scheduleId: v.string(),
  date: localDate,
  dueAt: instant,
  state: v.picklist(["claimed", "posted", "skipped", "missed", "failed"]),
  sendingSince: v.exactOptional(instant),
  messageId: v.exactOptional(v.string()),
  settledAt: v.exactOptional(instant),
  problem: v.exactOptional(v.string()),
  covered: v.array(v.string()),
});

const dump = v.strictObject({
  version: v.literal(1, "is of another version of the bot"),
  schedules: v.array(schedule),
  slots: v.array(slot),
  articles: v.array(v.strictObject({ id: v.string(), seenAt: instant })),
});

/**
 * Reads what `npm run export` has written.
 * @throws UserError naming the first place that isn't as it should be
 */
export function parseDump(text: string): Dump {
  const parsed = v.safeParse(dump, parseJson(text), { abortEarly: true });
  if (!parsed.success) {
    const [{ message, ...issue }] = parsed.issues;
    const place = v.getDotPath({ message, ...issue }) ?? "the whole";
    throw new UserError(`This is no export of the bot's database, or it was changed: at ${place}: ${message}.`);
  }
  const known = new Set(parsed.output.schedules.map((one) => one.id));
  const stray = parsed.output.slots.find(({ scheduleId }) => !known.has(scheduleId));
  if (stray) throw new UserError(`The export is incomplete: it lacks the schedule ${stray.scheduleId}.`);
  return parsed.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError("This is no export of the bot's database: it is no JSON, or its end is missing.");
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
