import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "./tree.ts";

/**
 * Changes whenever a file of the folder is added, removed, or has another size or time of change. Reads no file.
 * @throws UserError if the folder is missing
 */
export async function fingerprintOfFolder(dir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const found of await listFolder(dir)) {
    const files = "reason" in found ? [] : [found.file, ...found.sidecars];
    hash.update(`${found.file}\n`);
    for (const file of files) {
      const stats = statSync(join(dir, file), { throwIfNoEntry: false });
      hash.update(`${file} ${stats?.size} ${stats?.mtimeMs}\n`);
    }
  }
  return hash.digest("base64url");
}

/** Changes whenever one of the program's files does: another version may read the same articles in another way. */
export function fingerprintOfProgram(dir: string): string {
  const hash = createHash("sha256").update(process.version);
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:js|json)$/.test(file));
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(dir, file)));
  return hash.digest("base64url");
}
