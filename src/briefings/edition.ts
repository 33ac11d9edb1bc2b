import type { Library } from "../news/library.ts";
import type { Store } from "../store/store.ts";
import type { Contents, Schedule } from "./briefing.ts";
import { type Briefing, compose } from "./compose.ts";
import { slotsBetween, type Timetable } from "./schedule.ts";

/** So many earlier slots say what was covered: more than can fall into the days for which an article may be new. */
const remembered = 15;
const day = 24 * 60 * 60 * 1000;

/** Whatever a briefing is composed for: a schedule, or what could become one. */
export interface Occasion {
  /** Missing: there was no briefing before. */
  readonly id?: Schedule["id"];
  readonly timetable: Timetable;
  readonly contents: Contents;
  readonly createdAt: number;
}

/** The briefing of a schedule as of now: what is new since its last one. */
export async function composeFor(parts: {
  readonly occasion: Occasion;
  readonly store: Pick<Store, "slots" | "articles">;
  readonly library: Library;
  readonly now: number;
  /** When it was due, if it is posted late. */
  readonly late?: number;
  /** The local date that it is for; today's where missing. */
  readonly date?: string;
}): Promise<Briefing> {
  const { occasion, store, library, now, late, date } = parts;
  const { id, timetable, contents, createdAt } = occasion;
  const slots = id === undefined ? [] : await store.slots.of(id, remembered);
  const last = id === undefined ? undefined : await store.slots.last(id, ["posted", "skipped"]);
  // A briefing that never got through is no reason to go back for months.
  const since = last?.dueAt ?? Math.max(slotBefore(timetable, createdAt), now - 8 * day);
  return compose({
    library,
    contents,
    since,
    now,
    // What was to be posted, but was not, is news still.
    covered: new Set(slots.flatMap(({ state, covered }) => (state === "posted" ? covered : []))),
    arrived: await store.articles.since(since),
    timeZone: timetable.timeZone,
    ...(late !== undefined && { late }),
    ...(date !== undefined && { date }),
  });
}

/** When the first briefing's predecessor would have been due. */
function slotBefore(timetable: Timetable, at: number): number {
  return slotsBetween(timetable, at - 8 * day, at).at(-1)?.at ?? at - day;
}
