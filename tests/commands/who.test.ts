import { expect, test } from "vitest";
import { who } from "../../commands/who.ts";
import { anArticle } from "../fakes/articles.ts";
import { aContext, linesOf } from "../fakes/context.ts";

const articles = [
  anArticle({
    title: "Talks resume",
    body: "US envoy Stephen Biegun met Vice Foreign Minister Choe Son Hui in Stockholm. Biegun said that the talks had been useful.",
    publishedAt: "2019-10-05",
  }),
  anArticle({
    title: "Talks fail",
    body: "North Korea's chief negotiator Kim Myong Gil blamed the United States. Stephen Biegun, the US envoy, denied it.",
    publishedAt: "2019-10-06",
  }),
  anArticle({ title: "Missile test", body: "North Korean leader Kim Jong Un watched a missile test. Kim praised it." }),
];

test("a card tells role, mentions, period, sentences and company", async () => {
  const reply = await who.run({ name: "biegun" }, await aContext(articles));
  const lines = linesOf(reply);
  expect(lines[0]).toBe("Stephen Biegun");
  expect(lines.join("\n")).toContain("US envoy");
  expect(lines).toContain("Named in 2 articles, from 5 October 2019 to 6 October 2019");
  expect(lines.at(-1)).toMatch(/^Named in the same articles: .*Choe Son Hui \(1\)/);
  for (const { article, excerpt } of reply.citations ?? []) {
    expect(article.body).toContain(excerpt?.text);
    expect(excerpt?.text).toContain("Biegun");
  }
});

test("somebody whose articles are all undated is said to be so", async () => {
  const reply = await who.run({ name: "Kim Jong-un" }, await aContext(articles));
  expect(linesOf(reply)).toContain("Named in 1 article, all undated");
});

test("the card of a name that several people bear gives no role and says so", async () => {
  const body = "Ri Yong Ho, the foreign minister, has no relation to Ri Yong-ho, the vice marshal purged in 2012.";
  const dismissal = "Army chief Ri Yong Ho was relieved of all of his posts on Sunday because of illness.";
  const namesakes = [
    anArticle({ title: "A name", body, publishedAt: "2019-02-26" }),
    anArticle({ title: "A dismissal", body: dismissal, publishedAt: "2012-07-16" }),
  ];
  const reply = await who.run({ name: "ri yong ho" }, await aContext(namesakes));
  const lines = linesOf(reply);
  expect(lines[1]).toMatch(/^The articles may speak of several people of this name\./);
  expect(lines).toContain("The name stands in 2 articles, from 16 July 2012 to 26 February 2019");
  expect(reply.citations?.map(({ article }) => article.publishedAt).sort()).toEqual(["2012-07-16", "2019-02-26"]);
});

test("a shared family name asks, and merges nobody", async () => {
  const reply = await who.run({ name: "Kim" }, await aContext(articles));
  expect(linesOf(reply)[0]).toBe("Which Kim?");
  const choices = Object.fromEntries(reply.choices?.options.map(({ label, options }) => [label, options]) ?? []);
  expect(choices).toEqual({ "Kim Jong Un": { name: "kim-jong-un" }, "Kim Myong Gil": { name: "kim-myong-gil" } });
});

test.each(["", "  ", "\u200b"])("nothing typed (%j) is told apart from an unknown name", async (name) => {
  await expect(who.run({ name }, await aContext(articles))).rejects.toThrow("Please type something.");
});

test("mentions within one day are told with the day", async () => {
  const body = "US envoy Stephen Biegun spoke.";
  const hours = ["2019-11-20T08:00:00Z", "2019-11-20T17:30:00Z"];
  const sameDay = hours.map((publishedAt, index) =>
    anArticle({ title: `Talks ${index}`, body: `${body} ${index}`, publishedAt }),
  );
  const reply = await who.run({ name: "biegun" }, await aContext(sameDay));
  expect(linesOf(reply)).toContain("Named in 2 articles, on 20 November 2019");
});

test("where some articles are undated, the dates are said to be the others'", async () => {
  const body = "US envoy Stephen Biegun spoke.";
  const dates = ["2019-02-26", undefined];
  const some = dates.map((publishedAt, index) =>
    anArticle({ title: `Talks ${index}`, body: `${body} ${index}`, ...(publishedAt && { publishedAt }) }),
  );
  const reply = await who.run({ name: "biegun" }, await aContext(some));
  expect(linesOf(reply)).toContain("Named in 2 articles, 1 of them undated, the other on 26 February 2019");
});

test("a name that only stands alone is told from one that stands nowhere, and can be searched", async () => {
  const context = await aContext([anArticle({ title: "Talks", body: "The line that Bolton took was a hard one." })]);
  await expect(who.run({ name: "bolton" }, context)).rejects.toThrow(
    "called “bolton” in full. To find where it is written: /search bolton",
  );
  await expect(who.run({ name: "powell" }, context)).rejects.toThrow("The articles name nobody called “powell”.");
});

test("a name in other letters is understood where a search understands it", async () => {
  const reply = await who.run({ name: "김정은" }, await aContext(articles));
  expect(linesOf(reply)[0]).toBe("Kim Jong Un");
});

test("a spelling that some outlets use is the same person, for the card and for the filter", async () => {
  const greenhouse = "Kim Jong-eun looked at a greenhouse in Kyongsong on Thursday, and said that it was good.";
  const missiles = anArticle({ title: "Missiles", body: "Kim Jong Un watched another missile test on Friday." });
  const context = await aContext([...articles, missiles, anArticle({ title: "Greenhouse", body: greenhouse })]);
  expect(linesOf(await who.run({ name: "Kim Jong-eun" }, context))[0]).toBe("Kim Jong Un");
  expect(context.library.people.articlesOf("kim-jong-un").size).toBe(3);
  const [first] = context.library.search({ query: "Kim Jong Un greenhouse", offset: 0, limit: 5 }).hits;
  const { text = "", matches = [] } = first?.excerpt ?? {};
  expect(matches.map(([from, to]) => text.slice(from, to))).toEqual(["Kim Jong-eun", "greenhouse"]);
});

test.each([
  ["문재인", "President Moon Jae-in spoke in Seoul. 문재인 대통령이 말했다.", "Moon Jae-in"],
  ["최선희", "Vice Foreign Minister Choe Son Hui spoke.", "Choe Son Hui"],
])("a known name is understood in hangul: %s", async (name, body, expected) => {
  expect(linesOf(await who.run({ name }, await aContext([anArticle({ title: "Talks", body })])))[0]).toBe(expected);
});

test.each([
  ["김명길", "Kim Myong Gil"],
  ["박 용철", "Pak Yong Chol"],
  ["이도훈", "Lee Do-hoon"],
])("another name in hangul offers who may be meant, and answers with nobody: %s", async (name, offered) => {
  const context = await aContext([anArticle({ title: "Talks", body: `Envoy ${offered} left Stockholm.` })]);
  await expect(who.run({ name }, context)).rejects.toThrow(`Did you mean ${offered}?`);
});

test("any other name in other letters is answered with what can be done", async () => {
  const context = await aContext([...articles, anArticle({ title: "서울", body: "이상민 장관이 서울에서 말했다." })]);
  await expect(who.run({ name: "이상민" }, context)).rejects.toThrow(
    "The articles name nobody called “이상민” in full. To find where it is written: /search 이상민 Most people",
  );
  await expect(who.run({ name: "潘基文" }, context)).rejects.toThrow(
    "The articles name nobody called “潘基文”. Most people are known here by their names in Latin letters",
  );
});

test("a near spelling offers the person and answers with nobody else", async () => {
  await expect(who.run({ name: "kim jung un" }, await aContext(articles))).rejects.toThrow("Did you mean Kim Jong Un?");
});
