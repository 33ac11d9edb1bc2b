import { endsSentence } from "./clutter.ts";
import { isAgency, isPictureAgency } from "./outlet.ts";
import { cleanLine } from "./text.ts";

/** A line at whose end an agency has signed: "… in Busan. (Yonhap)", "… in Busan. - Reuters", "… in Busan. —AP". */
export interface Signed {
  /** Without the mark; empty where the mark has a line of its own. */
  readonly text: string;
  readonly agency: string;
}

const marks: readonly RegExp[] = [
  /[([](?<agency>[^()[\]]{2,40})[)\]]\.?$/u,
  /(?:--|[-–—/]) ?(?<agency>\p{Lu}[\p{L}\d /-]{1,39})\.?$/u,
  /(?<=[.!?]["'”’]? )(?<agency>\p{Lu}[\p{L}\d]{1,15}(?: \p{Lu}[\p{L}-]{1,15}){0,3})$/u,
];
/** Characters within which a mark stands. */
const reach = 60;

/** Undefined where the line doesn't end in the mark of an agency, or no sentence ends before or behind the mark. */
export function readSigned(line: string): Signed | undefined {
  const from = Math.max(0, line.length - reach);
  for (const mark of marks) {
    const found = mark.exec(line.slice(from));
    const agency = found?.groups?.agency?.trim();
    if (!found || agency === undefined || !isAgency(agency) || isPictureAgency(agency)) continue;
    const text = cleanLine(line.slice(0, from + found.index));
    if (text === "" || endsSentence(text)) return { text, agency };
    // "… in Busan (Yonhap).": without the mark its sentence would have no end.
    if (line.endsWith(").")) return { text: line, agency };
  }
  return undefined;
}
