import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { type FoundFile, listFolder } from "./tree.ts";

/** How the files of a folder are at one moment, by what can be told without reading one. */
export interface FolderState {
  /** Another whenever a file is added, removed, or has another size or time of change. */
  readonly fingerprint: string;
  /** The files that were written, copied or moved there since, or whose sidecar was. */
  changedSince(time: number): readonly FoundFile[];
}

/** @throws UserError if the folder is missing */
export async function stateOfFolder(dir: string): Promise<FolderState> {
  const hash = createHash("sha256");
  const changes = new Map<FoundFile, number>();
  for (const found of await listFolder(dir)) {
    hash.update(`${found.file}\n`);
    if ("reason" in found) continue;
    for (const file of [found.file, ...found.sidecars]) {
      const stats = statSync(join(dir, file), { throwIfNoEntry: false });
      hash.update(`${file} ${stats?.size} ${stats?.mtimeMs}\n`);
      // A copy may keep the time when its text was written: when it came here, no program sets.
      changes.set(found, Math.max(changes.get(found) ?? 0, stats?.ctimeMs ?? 0));
    }
  }
  return {
    fingerprint: hash.digest("base64url"),
    changedSince: (time) => [...changes].flatMap(([found, changedAt]) => (changedAt >= time ? [found] : [])),
  };
}
