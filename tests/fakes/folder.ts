import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Folder {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
  /** Removes the folder with all that is in it. */
  dispose(): void;
}

/** A folder of its own for one test. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), "articles-"));
  const folder: Folder = {
    path,
    write(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    remove: (file) => rmSync(join(path, file), { recursive: true, force: true }),
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) folder.write(file, content);
  return folder;
}

/** `count` Markdown articles that all hold the word "harbour", each on another day and topic. */
export function harbourArticles(count: number): Record<string, string> {
  const topics = ["coal", "fish", "oil", "timber", "copper", "grain", "salt", "steel", "rice", "tea", "glass", "paper"];
  const files = Array.from({ length: count }, (_, index) => {
    const topic = `${topics[index % topics.length]} ${index + 1}`;
    const day = String((index % 28) + 1).padStart(2, "0");
    const head = `title: Ship number ${index + 1} leaves with ${topic}\ndate: 2024-03-${day}\noutlet: Harbour Gazette\nurl: https://gazette.example/${index + 1}`;
    const body = `The harbour sent out ship ${index + 1} with ${topic} on board. Its captain spoke of a ${topic} contract and ${"calm ".repeat(index % 7)}weather on day ${index + 1}.`;
    return [`ship-${index + 1}.md`, `---\n${head}\n---\n\n${body}\n`] as const;
  });
  return Object.fromEntries(files);
}
