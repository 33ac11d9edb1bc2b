import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { articleId } from "../../src/news/article.ts";
import { readFolder } from "../../src/sources/folder.ts";
import { folderOf, readAll, readFiles } from "./scratch-folder.ts";

/** Four pages saved as plain text from real news sites; they are no part of this repository. */
const originals = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));
const spaceWar = "https://spacewar.com/reports/Kim_Putin_vow_to_seek_closer_ties_at_first_talks_999.html";

describe.skipIf(!existsSync(originals))("four real pages saved as text", () => {
  let read: Awaited<ReturnType<typeof readAll>>;
  const pageOf = (number: string) => {
    const file = readdirSync(originals).find((name) => name.startsWith(number)) ?? "";
    return { file, text: readFileSync(`${originals}/${file}`, "utf8") };
  };

  beforeAll(async () => {
    read = await readAll(readFolder(originals));
  });

  it("become six articles with the facts that the texts carry", () => {
    expect(read.problems).toEqual({});
    expect(
      read.articles.map((a) => [a.title, a.titleFrom, a.source, a.credit, a.author, a.place, a.publishedAt]),
    ).toEqual([
      [
        "Kim, Putin vow to seek closer ties at first talks",
        "headline",
        "SpaceWar",
        "AFP",
        "Maria Panina",
        "Vladivostok, Russia",
        "2019-04-25",
      ],
      [
        "Pompeo expects N.Korea diplomacy to be 'bumpy'",
        "headline",
        "SpaceWar",
        "AFP",
        undefined,
        "Washington",
        "2019-04-24",
      ],
      [
        "Never mind the substance, here's the visuals: Putin summit a win for Kim",
        "headline",
        "SpaceWar",
        "AFP",
        undefined,
        "Seoul",
        "2019-04-25",
      ],
      [
        expect.stringMatching(/^North Korean leader Kim Jong-Un is expecting to hold a bilateral summit.*…$/),
        "first-sentence",
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ],
      [
        "North Korea’s Kim oversees military drills after US and South cancel joint air exercises",
        "headline",
        "The Japan Times",
        undefined,
        undefined,
        undefined,
        "2019-11-19",
      ],
      [
        "Kim 'restocks' missile factory after Hanoi summit fails",
        "headline",
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ],
    ]);
    expect(read.articles.every(({ form, url }) => form === "full" && url === undefined)).toBe(true);
  });

  it("hold all of their own paragraphs and none of another's", () => {
    const ends = read.articles.map(({ body }) => {
      const paragraphs = body.split("\n\n");
      return [paragraphs.length, paragraphs[0]?.slice(0, 30), paragraphs.at(-1)?.slice(-30)];
    });
    expect(ends).toEqual([
      [30, "Russia's Vladimir Putin and No", "aching the entire US mainland."],
      [11, "US Secretary of State Mike Pom", "y been an ally of North Korea."],
      [21, "The first summit between Kim J", "with a better offer, Koo said."],
      [8, "North Korean leader Kim Jong-U", "ack to work with added frenzy."],
      [18, "North Korean leader Kim Jong U", "om ballistic missile launches."],
      [13, "According to Mr. Khanna, the m", 'know how far the train has gotten".'.slice(-30)],
    ]);
  });

  it("take what the text lacks from front matter: the address for every story, the headline for the first", async () => {
    const { file, text } = pageOf("000");
    const { articles } = await readFiles({
      [file]: `---\nurl: ${spaceWar}\noutlet: SpaceWar\ntitle: Another headline\n---\n${text}`,
    });
    expect(articles.map(({ id, url, source }) => [id, url, source])).toEqual(
      [1, 2, 3].map((part) => [articleId(spaceWar, part), spaceWar, "SpaceWar"]),
    );
    expect(articles.map(({ title }) => title)).toEqual([
      "Another headline",
      "Pompeo expects N.Korea diplomacy to be 'bumpy'",
      "Never mind the substance, here's the visuals: Putin summit a win for Kim",
    ]);
  });

  it("take it as well from a file beside the text, down to the day in the address", async () => {
    const { file, text } = pageOf("003");
    const url = "http://thedailykickstand.com/2019/03/10/kim-restocks-missile-factory-after-hanoi-summit-fails/";
    const dir = await folderOf({ [file]: text, [`${file}.yaml`]: `url: ${url}\noutlet: The Daily Kickstand\n` });
    const { articles } = await readAll(readFolder(dir));
    expect(articles).toMatchObject([
      { id: articleId(url), url, source: "The Daily Kickstand", publishedAt: "2019-03-10" },
    ]);
  });

  it("credit the paper that holds the copyright where another outlet is named", async () => {
    const { file, text } = pageOf("002");
    const { articles } = await readFiles({ [file]: `---\nsource: American Military News\n---\n${text}` });
    expect(articles).toMatchObject([{ source: "American Military News", credit: "The Japan Times" }]);
  });

  it("lose nothing when they are saved in another encoding or with other line ends", async () => {
    const { file, text } = pageOf("002");
    const { articles } = await readFiles({
      "crlf.txt": text.replaceAll("\n", "\r\n"),
      "utf16.txt": Buffer.from(`\uFEFF${text}`, "utf16le"),
      [file]: text,
    });
    expect(new Set(articles.map(({ body }) => body)).size).toBe(1);
  });
});
