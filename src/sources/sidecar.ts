import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { decode } from "./decode.ts";
import { checkMetadata, type Metadata, readMapping } from "./metadata.ts";
import { Unreadable } from "./unreadable.ts";

const extensions = [".yaml", ".yml", ".json"];

/**
 * Takes the sidecar files out of a list of paths: `page.txt.yaml` or `page.yaml` (or `.yml`, `.json`) describes the
 * `page.txt` beside it. The name with both extensions wins over the shorter one. A `.json` file describes no other.
 */
export function attachSidecars(files: readonly string[]): { file: string; sidecars: readonly string[] }[] {
  const all = new Set(files);
  const namesOf = (file: string) => {
    const bare = file.slice(0, file.length - extname(file).length);
    return [...extensions.map((extension) => file + extension), ...extensions.map((extension) => bare + extension)];
  };
  const described = files
    .filter((file) => !extensions.includes(extname(file).toLowerCase()))
    .map((file) => ({ file, sidecars: namesOf(file).filter((name) => all.has(name)) }));
  const taken = new Set(described.flatMap(({ sidecars }) => sidecars));
  const rest = files.filter((file) => extensions.includes(extname(file).toLowerCase()) && !taken.has(file));
  return [...described, ...rest.map((file) => ({ file, sidecars: [] }))];
}

/** @throws Unreadable naming the sidecar file and the key */
export async function readSidecars(dir: string, sidecars: readonly string[]): Promise<Metadata> {
  const known: Metadata[] = [];
  for (const sidecar of sidecars) {
    const where = `the file “${basename(sidecar)}” beside it`;
    const raw = readMapping(decode(await readFile(join(dir, sidecar))), where);
    if (raw.body) {
      throw new Unreadable(`The file “${basename(sidecar)}” beside it holds a text of its own: give it another name.`);
    }
    known.unshift(checkMetadata(raw, where));
  }
  return Object.assign({}, ...known);
}
