import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Article, articleId } from "../src/news/article.ts";
import { parseNewsDate } from "../src/news/dates.ts";
import { readFolder } from "../src/sources/folder.ts";

const seeds = fileURLToPath(new URL("../seeds/articles", import.meta.url));
/** The saved pages that the seeds summarise; they are no part of this repository. */
const originals = fileURLToPath(new URL("../../shared/seeds", import.meta.url));

const spaceWar = "https://spacewar.com/reports/Kim_Putin_vow_to_seek_closer_ties_at_first_talks_999.html";
let articles: Article[] = [];

beforeAll(async () => {
  for await (const reading of readFolder(seeds)({})) {
    if ("reason" in reading) throw new Error(`${reading.file}: ${reading.reason}`);
    articles = articles.concat(reading.articles);
  }
});

describe("the starter articles", () => {
  it("are these six, each with its true headline, outlet, agency, date and address", () => {
    const facts = articles.map(({ title, source, credit, publishedAt, url }) => [
      title,
      source,
      credit,
      publishedAt,
      url,
    ]);
    expect(facts).toHaveLength(6);
    expect(facts).toEqual(
      expect.arrayContaining([
        ["Kim, Putin vow to seek closer ties at first talks", "SpaceWar", "AFP", "2019-04-25", spaceWar],
        ["Pompeo expects N.Korea diplomacy to be 'bumpy'", "SpaceWar", "AFP", "2019-04-24", spaceWar],
        [
          "Never mind the substance, here's the visuals: Putin summit a win for Kim",
          "SpaceWar",
          "AFP",
          "2019-04-25",
          spaceWar,
        ],
        [
          "North Korea's Kim Jong Un wants fourth summit with Donald Trump in December: Report",
          "International Business Times Singapore",
          undefined,
          "2019-11",
          "https://ibtimes.sg/north-koreas-kim-jong-un-wants-fourth-summit-donald-trump-december-report-33917",
        ],
        [
          "North Korea's Kim oversees military drills after US and South cancel joint air exercises",
          "American Military News",
          "The Japan Times",
          "2019-11-19",
          "https://americanmilitarynews.com/2019/11/north-koreas-kim-oversees-military-drills-after-us-and-south-cancel-joint-air-exercises/",
        ],
        [
          "Kim 'restocks' missile factory after Hanoi summit fails",
          "The Daily Kickstand",
          undefined,
          "2019-03-10",
          "http://thedailykickstand.com/2019/03/10/kim-restocks-missile-factory-after-hanoi-summit-fails/",
        ],
      ]),
    );
  });

  it("have an id of their own, also the three of one page", () => {
    const ids = new Set(articles.map(({ id }) => id));
    expect(ids.size).toBe(6);
    for (const part of [1, 2, 3]) expect(ids).toContain(articleId(spaceWar, part));
  });

  it("are summaries of 120 to 250 words with a real date and a web address", () => {
    for (const { title, form, body, publishedAt, url } of articles) {
      expect(form, title).toBe("summary");
      expect(body.split(/\s+/).length, title).toBeGreaterThanOrEqual(120);
      expect(body.split(/\s+/).length, title).toBeLessThanOrEqual(250);
      expect(parseNewsDate(publishedAt ?? ""), title).toBe(publishedAt);
      expect(url, title).toMatch(/^https?:\/\/[^\s]+$/);
    }
  });

  it("quote in short phrases only", () => {
    for (const { title, body } of articles) {
      const parts = body.split('"');
      expect(parts.length % 2, `quotation marks of “${title}” come in pairs`).toBe(1);
      const quotations = parts.filter((_part, index) => index % 2 === 1);
      for (const quotation of quotations) expect(wordsOf(quotation).length, quotation).toBeLessThanOrEqual(8);
    }
  });

  it.skipIf(!existsSync(originals))(
    "take no six words in a row from the pages that they summarise (skipped where ../shared/seeds is absent)",
    () => {
      const pages = readdirSync(originals).map((file) => readFileSync(`${originals}/${file}`, "utf8"));
      expect(pages.length).toBeGreaterThan(0);
      const taken = new Set(pages.flatMap((page) => runs(page)));
      for (const { body } of articles) expect(runs(body).filter((run) => taken.has(run))).toEqual([]);
    },
  );
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every six words in a row. */
function runs(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(5).map((_word, index) => words.slice(index, index + 6).join(" "));
}
