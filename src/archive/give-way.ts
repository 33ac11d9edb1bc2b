import { constants, getPriority, platform, setPriority } from "node:os";
import { isMainThread } from "node:worker_threads";

/**
 * Answers go first: from now on this thread has a lower priority. On Linux every thread has one of its own, which the
 * threads and processes that it starts inherit; elsewhere only a whole process has one, so a thread of the bot keeps its.
 */
export function giveWay(): void {
  const lower = constants.priority.PRIORITY_BELOW_NORMAL;
  try {
    if ((isMainThread || platform() === "linux") && getPriority() < lower) setPriority(lower);
  } catch {
    // Where that isn't allowed, the system shares the processors out as it will.
  }
}
