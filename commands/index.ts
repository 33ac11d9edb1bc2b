import type { Command } from "../src/command.ts";
import { about } from "./about.ts";
import { briefing } from "./briefing.ts";
import { help } from "./help.ts";
import { latest } from "./latest.ts";
import { reindex } from "./reindex.ts";
import { search } from "./search.ts";
import { who } from "./who.ts";

/** Every slash command, in the order that `/help` shows. */
export const commands: readonly Command[] = [latest, search, who, ...briefing, help, about, reindex];
