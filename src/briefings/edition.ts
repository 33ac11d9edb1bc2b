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
}): Promise<Briefing> {
  const { occasion, store, library, now, late } = parts;
  const { id, timetable, contents, createdAt } = occasion;
  const slots = id === undefined ? [] : await store.slots.of(id, remembered);
  const last = slots.find(({ state }) => state === "posted" || state === "skipped");
  const since = last?.dueAt ?? slotBefore(timetable, createdAt);
  return compose({
    library,
    contents,
    since,
    now,
    covered: new Set(slots.flatMap(({ covered }) => covered)),
    arrived: await store.articles.since(since),
    timeZone: timetable.timeZone,
    ...(late !== undefined && { late }),
  });
}

/** When the first briefing's predecessor would have been due. */
function slotBefore(timetable: Timetable, at: number): number {
  return slotsBetween(timetable, at - 8 * day, at).at(-1)?.at ?? at - day;
}
