import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FolderState } from "../sources/folder-state.ts";

/** What a snapshot is of: another whenever one of the articles' files changes, or the program that reads them. */
export function fingerprintOf({ fingerprint }: FolderState): string {
  return `${fingerprint} ${fingerprintOfProgram()}`;
}

/** Another version may read the same articles in another way. */
function fingerprintOfProgram(): string {
  const dir = fileURLToPath(new URL("../..", import.meta.url));
  const hash = createHash("sha256").update(process.version);
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:js|json)$/.test(file));
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(dir, file)));
  return hash.digest("base64url");
}
