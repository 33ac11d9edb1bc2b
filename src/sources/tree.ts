import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, UserError } from "../errors.ts";
import { attachSidecars } from "./sidecar.ts";

/** A file that may hold articles. */
export interface FoundFile {
  /** The path inside the folder, with `/`. */
  readonly file: string;
  /** Paths of the files that describe it, the one that wins first. */
  readonly sidecars: readonly string[];
}

/** Something that can't be looked into. */
export interface Obstacle {
  readonly file: string;
  readonly reason: string;
  readonly cause?: unknown;
}

/** Left by operating systems, editors and archivers. */
const junk =
  /^(?:\..*|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r?|__MACOSX|~\$.*|.*~|.*\.(?:swp|tmp|part|crdownload))$/i;

/**
 * Every file below a folder in a stable order (by path). Hidden files, and what operating systems and browsers leave
 * beside a page, are passed over. Links are followed after everything else, so that a folder is read under its own
 * name, and each folder once.
 * @throws UserError if the folder itself is missing or can't be read
 */
export async function listFolder(dir: string, signal?: AbortSignal): Promise<readonly (FoundFile | Obstacle)[]> {
  const files: string[] = [];
  const obstacles: Obstacle[] = [];
  const links: string[] = [];
  const seen = new Set<string>();

  const root = await stat(dir).catch(() => undefined);
  if (!root?.isDirectory()) throw new UserError("The articles folder is missing: check ARTICLES_DIR.");
  await list("", root);
  for (const link of links) await follow(link);

  const all = [...attachSidecars(files), ...obstacles];
  return all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

  async function list(folder: string, stats: Stats): Promise<void> {
    seen.add(identity(stats));
    signal?.throwIfAborted();
    const entries = await readdir(join(dir, folder), { withFileTypes: true }).catch((cause: unknown) => {
      if (folder === "") throw new UserError("The articles folder can't be read: check its permissions.");
      obstacles.push({ file: `${folder}/`, reason: "The folder can't be opened: check its permissions.", cause });
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!isJunk(entry, entries)) await visit(entry, folder === "" ? entry.name : `${folder}/${entry.name}`);
    }
  }

  async function visit(entry: Dirent, file: string): Promise<void> {
    if (entry.isFile()) files.push(file);
    else if (entry.isSymbolicLink()) links.push(file);
    else if (!entry.isDirectory()) obstacles.push({ file, reason: special });
    else await list(file, await stat(join(dir, file)));
  }

  async function follow(link: string): Promise<void> {
    try {
      const stats = await stat(join(dir, link));
      if (stats.isFile()) files.push(link);
      else if (!stats.isDirectory()) obstacles.push({ file: link, reason: special });
      else if (!seen.has(identity(stats))) await list(link, stats);
      else obstacles.push({ file: link, reason: "The link leads to a folder that is read already: remove it." });
    } catch (cause) {
      signal?.throwIfAborted();
      const code = cause instanceof Error && "code" in cause ? cause.code : messageOf(cause);
      obstacles.push({
        file: link,
        reason: linkReasons.get(String(code)) ?? "The link can't be followed: remove it.",
        cause,
      });
    }
  }
}

const special = "It is a pipe, a socket or a device, not a file: remove it.";
const linkReasons = new Map([
  ["ENOENT", "The link leads to nothing: mend or remove it."],
  ["ELOOP", "The link leads back to itself: remove it."],
  ["EACCES", "The link leads to a place that can't be read: check its permissions."],
]);

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** A browser puts the pictures and scripts of `Page.html` into `Page_files`. */
function isJunk(entry: Dirent, beside: readonly Dirent[]): boolean {
  if (junk.test(entry.name)) return true;
  const page = /^(.+)[_.]files$/i.exec(entry.name)?.[1];
  return (
    page !== undefined &&
    entry.isDirectory() &&
    beside.some(({ name }) => name === `${page}.html` || name === `${page}.htm`)
  );
}
