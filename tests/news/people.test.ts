import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, articleId } from "../../src/news/article.ts";
import type { People } from "../../src/news/people.ts";
import { peopleIn } from "./newsroom.ts";
import { passages } from "./people-passages.ts";

function article(body: string, fields: Partial<Article> = {}): Article {
  const id = fields.id ?? articleId(`https://example.org/${encodeURIComponent(body.slice(0, 80))}`);
  return { id, title: "Untitled", titleFrom: "headline", body, form: "full", ...fields };
}

const peopleOf = (...bodies: string[]) => peopleIn(bodies.map((body) => article(body)));
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

function only(people: People, typed: string): string {
  const found = people.resolve(typed);
  return found.kind === "one" ? found.person.id : found.kind;
}

describe("recognising people", () => {
  it("names in news passages nearly everybody whom they name, and nearly nobody else", async () => {
    const articles = passages.map(({ text }, index) => article(text, { id: `passage-${index}` }));
    const people = await peopleIn(articles);
    let right = 0;
    const wrong: string[] = [];
    const missed: string[] = [];
    passages.forEach(({ people: gold }, index) => {
      const wanted = new Set(gold.map((name) => only(people, name)));
      const found = people.namedIn(`passage-${index}`);
      right += found.filter(({ id }) => wanted.has(id)).length;
      wrong.push(...names(found.filter(({ id }) => !wanted.has(id))));
      missed.push(...gold.filter((name) => !found.some(({ id }) => id === only(people, name))));
    });
    const report = `wrong: ${wrong.join(", ")}; missed: ${missed.join(", ")}`;
    expect(right / (right + wrong.length), report).toBeGreaterThanOrEqual(0.97);
    expect(right / (right + missed.length), report).toBeGreaterThanOrEqual(0.95);
  });

  it("takes the spellings of one name for one person", async () => {
    const people = await peopleOf(
      "North Korean leader Kim Jong-un spoke.",
      "North Korean leader Kim Jong Un spoke again.",
      "KIM JONG UN, the leader, spoke at length, said Kim Jong-Un on Monday about Kim Jongun.",
    );
    expect(people.all).toHaveLength(1);
    expect(people.all[0]).toMatchObject({ id: "kim-jong-un", family: "Kim", articles: 3 });
  });

  it("takes a middle initial for the same person only while there is one such initial", async () => {
    const one = await peopleOf("President Donald J. Trump spoke.", "President Donald Trump listened.");
    expect(names(one.all)).toHaveLength(1);
    const two = await peopleOf("President George W. Bush, George H.W. Bush and President George Bush were there.");
    expect(names(two.all).sort()).toEqual(["George H.W. Bush", "George W. Bush"]);
  });

  it("never takes two people with near names for one", async () => {
    const people = await peopleOf(
      "Kim Myong Gil met Kim Myong-chol. Chung Eui-yong met Jung Eui-yong. Kim Yong Chol met Kim Yong Chul. Envoy Kim Song met Ambassador Sung Kim.",
    );
    expect(people.all).toHaveLength(8);
  });

  it("does not take an article's author for somebody in the news", async () => {
    const people = await peopleIn([
      article("Josh Smith reports from Seoul, where Moon Jae-in spoke.", { author: "Josh Smith" }),
    ]);
    expect(names(people.all)).toEqual(["Moon Jae-in"]);
  });
});

describe("a family name alone", () => {
  it("means the one person of the article who bears it", async () => {
    const people = await peopleOf(
      "Secretary of State Mike Pompeo landed. The crowd at the airport stood in the rain for an hour until Pompeo waved at it.",
    );
    expect(people.card("mike-pompeo", { sentences: 3, with: 3 })?.sentences[0]?.excerpt.text).toContain("Pompeo");
  });

  it("means nobody where two people of the article bear it", async () => {
    const body =
      "Kim Yong Chol arrived in Washington with a letter for the president. He carried it from leader Kim Jong Un in Pyongyang. Kim said afterwards that the letter had been read with great interest by everybody.";
    const people = await peopleOf(body);
    for (const { id } of people.all) {
      for (const { excerpt } of people.card(id, { sentences: 9, with: 0 })?.sentences ?? []) {
        expect(excerpt.text).not.toContain("Kim said afterwards");
      }
    }
  });

  it("means the office holder where only one of two has the office", async () => {
    const people = await peopleOf(
      "President Donald Trump arrived with Ivanka Trump. President Trump said the handshake at the border had been a great moment for everybody.",
    );
    const card = people.card("donald-trump", { sentences: 9, with: 0 });
    expect(card?.sentences.map(({ excerpt }) => excerpt.text).join(" ")).toContain("President Trump said");
  });

  it("names nobody in an article without a full name unless a known office stands with it", async () => {
    const known = article("Foreign Minister Ri Yong Ho spoke in New York.", { id: "a" });
    const office = article("Minister Ri left early.", { id: "b" });
    const bare = article("It was Ri who left early.", { id: "c" });
    const people = await peopleIn([known, office, bare]);
    expect([...people.articlesOf("ri-yong-ho")].sort()).toEqual(["a", "b"]);
  });

  it("is nobody's where it stands with an office that the one bearer in the article does not hold", async () => {
    const president = article("President Moon Jae-in spoke.", { id: "a" });
    const adviser = article(
      "Moon Chung-in, a special adviser to President Moon, said on Friday that the sanctions had failed. Moon said that he would look at the matter again after the holidays.",
      {
        id: "b",
      },
    );
    const people = await peopleIn([president, adviser]);
    expect(names(people.namedIn("b"))).toEqual(["Moon Chung-in"]);
    const [first] = people.card("moon-chung-in", { sentences: 9, with: 0 })?.sentences ?? [];
    expect(first?.excerpt.matches).toEqual([[0, "Moon Chung-in".length]]);
    expect([...people.articlesOf("moon-jae-in")]).toEqual(["a"]);
  });

  it("is not the government, the building or the sky", async () => {
    const body =
      "President Moon Jae-in spoke. The Moon administration waited. The moon rose. Moon Tower fell. A Moon landing failed.";
    const people = await peopleOf(body);
    const card = people.card("moon-jae-in", { sentences: 9, with: 0 });
    expect(card?.sentences.map(({ excerpt }) => excerpt.text)).toEqual(["President Moon Jae-in spoke."]);
    expect(people.articlesOf("moon-jae-in").size).toBe(1);
  });
});

describe("finding a person by what somebody typed", async () => {
  const people = await peopleOf(
    "US President Donald Trump met North Korean leader Kim Jong Un in Singapore. Secretary of State Mike Pompeo watched.",
    "North Korean leader Kim Jong Un inherited power from Kim Jong Il, the son of Kim Il Sung, the founder.",
    "Vice President Mike Pence and President Moon Jae-in dined. Robert O'Brien, an adviser, was late, said Jean-Yves Le Drian.",
  );

  it.each([
    ["kim-jong-un", "kim-jong-un"],
    ["Kim Jong-un", "kim-jong-un"],
    ["KIM JONG UN", "kim-jong-un"],
    ["kimjongun", "kim-jong-un"],
    ["Jong Un Kim", "kim-jong-un"],
    ["jong un", "kim-jong-un"],
    ["chairman kim jong un", "kim-jong-un"],
    ["Kim Jong-un's", "kim-jong-un"],
    ["  pompeo ", "mike-pompeo"],
    ["Pompeo, Mike", "mike-pompeo"],
    ["Secretary of State Pompeo", "mike-pompeo"],
    ["president trump", "donald-trump"],
    ["Mr. Moon", "moon-jae-in"],
    ["o’brien", "robert-o-brien"],
    ["obrien", "robert-o-brien"],
    ["김정은", "kim-jong-un"],
    ["金正恩", "kim-jong-un"],
  ])("finds one for %j", (typed, id) => {
    expect(only(people, typed)).toBe(id);
  });

  it.each([
    ["Kim", ["Kim Jong Un", "Kim Jong Il", "Kim Il Sung"]],
    ["Mr. Kim", ["Kim Jong Un", "Kim Jong Il", "Kim Il Sung"]],
    ["kim jong", ["Kim Jong Un", "Kim Jong Il"]],
    ["mike", ["Mike Pompeo", "Mike Pence"]],
  ])("asks which for %j, the most mentioned first", (typed, expected) => {
    const found = people.resolve(typed);
    expect(found.kind === "several" && names(found.people)).toEqual(expected);
  });

  it("knows whose full name is a slip or two away, the nearest first, its first letter the same", () => {
    const nearly = (typed: string) => names(people.nearlyNamed(typed));
    expect(nearly("mike pompoe")).toEqual(["Mike Pompeo"]);
    expect(nearly("Mikee Pompoe")).toEqual(["Mike Pompeo"]);
    expect(nearly("nike pompeo")).toEqual([]);
    expect(nearly("pompeo")).toEqual([]);
    expect(nearly("")).toEqual([]);
  });

  it("answers a typo with near names instead of guessing", () => {
    expect(people.resolve("pompoe")).toMatchObject({ kind: "none", near: [{ id: "mike-pompeo" }] });
    expect(people.resolve("kim jong unn")).toMatchObject({ kind: "none" });
  });

  it.each(["", " ", "?!", "🎉🎉", "\u200b\u202e", "123", "nobody at all"])("knows nobody for %j", (typed) => {
    expect(people.resolve(typed)).toEqual({ kind: "none", near: [] });
  });

  it("completes from the start of any part of the name", () => {
    expect(names(people.complete("pom", 5))).toEqual(["Mike Pompeo"]);
    expect(names(people.complete("Kim Jong-", 5))).toEqual(["Kim Jong Un", "Kim Jong Il"]);
    expect(people.complete("", 2)).toHaveLength(2);
    expect(people.complete("🎉", 5)).toEqual([]);
  });
});

describe("a card", () => {
  it("gives the newest article's description, the dates, and who else is there", async () => {
    const people = await peopleIn([
      article("Envoy Stephen Biegun, a former manager at Ford, waited in Seoul.", {
        id: "a",
        publishedAt: "2018-09-01",
      }),
      article("US Deputy Secretary of State Stephen Biegun met Lee Do-hoon, a diplomat.", {
        id: "b",
        publishedAt: "2019-12-16",
      }),
      article("Stephen Biegun is not described here.", { id: "c" }),
    ]);
    expect(people.card("stephen-biegun", { sentences: 3, with: 3 })).toMatchObject({
      role: { text: "US Deputy Secretary of State", article: { id: "b" } },
      first: "2018-09-01",
      last: "2019-12-16",
      with: [{ person: { id: "lee-do-hoon" }, articles: 1 }],
    });
  });

  it.each([
    [
      "Koo Kab-woo, a professor at the University of North Korean Studies, doubts it.",
      "a professor at the University of North Korean Studies",
    ],
    ["But North Korea’s top nuclear negotiator, Koo Kab-woo, said so.", "North Korea’s top nuclear negotiator"],
    ["It was Kim Min-ki and Koo Kab-woo, a lawmaker who was briefed.", "a lawmaker"],
    ["They met his foreign minister Koo Kab-woo there.", undefined],
    ["He spoke to Koo Kab-woo, the president said on Monday.", undefined],
    ["He met Koo Kab-woo, the first minister to come.", undefined],
    ["It rained on Koo Kab-woo, President Moon Jae-in and the rest.", undefined],
    ["Koo Kab-woo, a former ambassador to Spain, is special envoy for trade.", "special envoy for trade"],
    ["Koo Kab-woo, a former ambassador to Spain, is angry.", "a former ambassador to Spain"],
    ["Koo Kab-woo, a former ambassador to Spain, is fond of President Moon.", "a former ambassador to Spain"],
  ])("reads the description in %j", async (body, role) => {
    const people = await peopleOf(body);
    expect(people.card("koo-kab-woo", { sentences: 1, with: 1 })?.role?.text).toBe(role);
  });

  it("quotes what the person says or does, not a list in which the name stands", async () => {
    const said =
      "“We will not wait for ever for an answer from Washington,” said Choe Son Hui, the vice foreign minister.";
    const people = await peopleOf(
      `At the table on that evening sat Ri Yong Ho, Choe Son Hui, Kim Yong Chol and some interpreters.\n\n${said}`,
    );
    const [first] = people.card("choe-son-hui", { sentences: 3, with: 0 })?.sentences ?? [];
    expect(first?.excerpt.text).toBe(said);
    expect(first?.excerpt.matches.map(([from, to]) => said.slice(from, to))).toEqual(["Choe Son Hui"]);
  });

  it("quotes a short sentence or a list with the full name where the articles have nothing better", async () => {
    const list = "At the table on that evening sat Ri Yong Ho, Choe Son Hui, Kim Yong Chol and some interpreters.";
    const people = await peopleOf(list, "Envoy Kim Myong Gil left.");
    const shown = (id: string) =>
      people.card(id, { sentences: 3, with: 0 })?.sentences.map(({ excerpt }) => excerpt.text);
    expect(shown("choe-son-hui")).toEqual([list]);
    expect(shown("kim-myong-gil")).toEqual(["Envoy Kim Myong Gil left."]);
  });

  it("cuts a sentence that is too long around the name", async () => {
    const ports = "they went to a port and ".repeat(40);
    const people = await peopleOf(`In spring ${ports}met Envoy Kim Myong Gil when ${ports}left.`);
    const [only] = people.card("kim-myong-gil", { sentences: 3, with: 0 })?.sentences ?? [];
    expect(only?.excerpt).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(only?.excerpt.text).toContain("Kim Myong Gil");
    expect(only?.excerpt.text.length).toBeLessThanOrEqual(300);
  });

  it("knows no card for an unknown id", async () => {
    const people = await peopleOf("Nothing happened.");
    expect(people.card("nobody", { sentences: 1, with: 1 })).toBeUndefined();
    expect(people.get("nobody")).toBeUndefined();
    expect(people.namedIn("nothing")).toEqual([]);
    expect(people.articlesOf("nobody").size).toBe(0);
  });
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    ..."Kim Jong Un Jong-un Moon Jae-in President US Mike Pompeo of the said , . and Trump's -- “ ” ( ) bin al- J. Jr. KIM 김정은 é 🎉 \u202e / By".split(
      " ",
    ),
  );
  const text = fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((parts) => parts.join(" "));

  it("quotes only slices of the body, with matches inside them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (bodies) => {
        const people = await peopleIn(bodies.map((body, index) => article(body, { id: `${index}` })));
        for (const person of people.all) {
          expect(people.get(person.id)).toBe(person);
          expect(person.id.length).toBeLessThanOrEqual(60);
          expect(people.articlesOf(person.id).size).toBe(person.articles);
          const card = people.card(person.id, { sentences: 5, with: 5 });
          if (card?.role) expect(card.role.article.body).toContain(card.role.text);
          for (const { article: from, excerpt } of card?.sentences ?? []) {
            expect(from.body.slice(excerpt.start, excerpt.start + excerpt.text.length)).toBe(excerpt.text);
            for (const [start, end] of excerpt.matches) expect(end > start && end <= excerpt.text.length).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("resolves anything typed to somebody known or to nobody", async () => {
    const people = await peopleOf("President Donald Trump met leader Kim Jong Un.");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        const found = people.resolve(typed);
        const all = found.kind === "one" ? [found.person] : found.kind === "several" ? found.people : found.near;
        expect(all.every((person) => people.all.includes(person))).toBe(true);
        expect(people.complete(typed, 3).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
