import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fits, measure } from "../../src/discord/limits.ts";
import { isMarked, markOf } from "../../src/discord/mark.ts";
import { renderMessage, renderPosted } from "../../src/discord/render.ts";
import type { Article } from "../../src/news/article.ts";
import type { Citation, Reply, Text } from "../../src/reply.ts";
import { anArticle } from "../fakes/articles.ts";

const asked = { command: "search", options: { query: "summit" }, owner: "80351110224678912" };

/** Every text that Discord would show, joined. */
function textOf(reply: Reply, components = renderMessage(reply, asked).components): string {
  const found: string[] = [];
  JSON.stringify(components, (key, value) => {
    if (key === "content") found.push(value);
    return value;
  });
  return found.join("\n");
}

function cited(article: Article, from = 0, to = article.body.length): Citation {
  const text = article.body.slice(from, to);
  return {
    article,
    excerpt: { text, start: from, matches: [], cutBefore: from > 0, cutAfter: to < article.body.length },
  };
}

test("an article shows its number, title, outlet, date, link and excerpt", () => {
  const article = anArticle({
    title: "Kim, Putin vow to seek closer ties",
    url: "https://spacewar.com/reports/Kim_Putin_999.html",
    source: "SpaceWar",
    credit: "AFP",
    publishedAt: "2019-04-25",
  });
  const text = textOf({ heading: "Latest", citations: [cited(article, 0, 52)], numberFrom: 1 });
  expect(text).toContain("**1. Kim, Putin vow to seek closer ties**");
  expect(text).toContain(
    "-# AFP at SpaceWar · 25 April 2019 · [Open article](https://spacewar.com/reports/Kim_Putin_999.html)",
  );
  expect(text).toContain("> Envoys of both countries met in Stockholm on Saturda …");
});

test("an address that can't be linked, or is too long for the message, is not left out without a word", () => {
  const login = anArticle({ url: "https://user:secret@a.example/x" });
  const long = anArticle({ url: `https://a.example/${"x".repeat(1800)}` });
  expect(textOf({ heading: "x", citations: [cited(login)] })).toContain("its address can't be linked");
  expect(textOf({ heading: "x", citations: [cited(long)] })).toContain("its address is too long to link");
  const usual = anArticle({ url: `https://a.example/${"x".repeat(1200)}` });
  expect(textOf({ heading: "x", citations: [cited(usual)] })).toContain("[Open article](https://a.example/xxx");
});

test("without an address or a headline the answer says so", () => {
  const text = textOf({
    heading: "x",
    citations: [cited(anArticle({ titleFrom: "first-sentence", form: "summary" }))],
  });
  expect(text).toContain("Summary, outlet unknown · undated · no link known · no headline, so its first sentence");
});

test("no message ever pings, and only a private one is ephemeral", () => {
  const open = renderMessage({ heading: "@everyone" }, asked);
  expect(open.allowed_mentions).toEqual({ parse: [] });
  expect(open.flags).toBe(32768);
  expect(renderMessage({ heading: "x" }, { ...asked, private: true }).flags).toBe(32768 | 64);
});

test("whatever a reply holds, in any script, the message stays within Discord's limits", () => {
  const script = fc.constantFrom("a", "김", "日", "🚀", "*", "_", " ");
  const words = (maxLength: number) => fc.string({ unit: script, minLength: 1, maxLength });
  const line: fc.Arbitrary<Text> = fc.oneof(
    words(800),
    fc.array(fc.oneof(words(300), fc.record({ strong: words(300) }), fc.record({ code: words(200) })), {
      maxLength: 6,
    }),
  );
  const article = fc
    .record({ title: words(300), path: words(2500), source: words(120), body: words(300), alsoAt: words(200) })
    .map(({ title, path, source, body, alsoAt }) =>
      anArticle({ title, url: `https://a.example/${path}`, source, body, alsoAt: [{ source: alsoAt }] }),
    );
  const invocation = fc.record({
    label: words(200),
    description: words(200),
    command: fc.constant("search"),
    options: fc.record({ query: words(120) }),
  });
  const reply: fc.Arbitrary<Reply> = fc.record({
    heading: line,
    lines: fc.array(line, { maxLength: 60 }),
    citations: fc.array(
      article.map((found) => cited(found)),
      { maxLength: 12 },
    ),
    closing: fc.array(line, { maxLength: 10 }),
    pages: fc.record({ page: fc.integer({ min: 1, max: 9 }), of: fc.integer({ min: 9, max: 99 }) }),
    actions: fc.array(invocation, { maxLength: 7 }),
    choices: fc.record({ prompt: words(300), options: fc.array(invocation, { maxLength: 30 }) }),
  });
  fc.assert(
    fc.property(reply, (reply) => {
      const { components } = renderMessage(reply, asked);
      expect(measure(components)).toSatisfy(fits);
      const ids: string[] = [];
      JSON.stringify(components, (key, value) => {
        if (key === "custom_id") ids.push(value);
        return value;
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => id.length > 0 && id.length <= 100)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("ten articles are all shown, with shorter excerpts if need be", () => {
  const citations = Array.from({ length: 10 }, (_, index) =>
    cited(
      anArticle({
        title: `${index} ${"김정은 위원장 ".repeat(8)}`,
        url: `https://a.example/${index}/${"path".repeat(20)}`,
        body: "북한과 미국의 실무 협상이 스톡홀름에서 열렸다. ".repeat(10).trim(),
      }),
    ),
  );
  const text = textOf({ heading: "Latest", citations, numberFrom: 1 });
  expect(text.match(/Open article/g)).toHaveLength(10);
  expect(text.match(/^> /gm)).toHaveLength(10);
});

test("a pager stands on its own row and is off at both ends", () => {
  const { components } = renderMessage({ heading: "x", pages: { page: 1, of: 3 } }, asked);
  const labels = JSON.stringify(components).match(/"label":"[^"]*","disabled":(true|false)/g);
  expect(labels).toEqual([
    '"label":"«","disabled":true',
    '"label":"‹","disabled":true',
    '"label":"1 / 3","disabled":true',
    '"label":"›","disabled":false',
    '"label":"»","disabled":false',
  ]);
});

describe("an event with several outlets", () => {
  const of = (source: string, facts: Partial<Article> = {}) =>
    anArticle({ source, url: `https://${source.toLowerCase()}.example/x`, publishedAt: "2019-10-02", ...facts });

  it("lists each with its own link, once, and who was first", () => {
    const [article, first] = [of("Reuters"), of("AP")];
    const others = [first, of("Yonhap", { alsoAt: [{ source: "KBS", url: "https://kbs.example/x" }] }), of("AP")];
    const text = textOf({ heading: "x", citations: [{ ...cited(article, 0, 52), others, first }], numberFrom: 1 });
    expect(text).toContain(
      "-# [Reuters](https://reuters.example/x), [AP](https://ap.example/x), [Yonhap](https://yonhap.example/x), " +
        "[KBS](https://kbs.example/x) · 2 October 2019 · first of these: AP\n> Envoys",
    );
  });

  it("names what can't be linked, and labels a summary as one", () => {
    const { url: _, ...unlinked } = of("AP");
    const { source: __, ...unnamed } = of("KBS");
    const others = [unlinked, of("BBC", { url: "https://user:secret@bbc.example/" }), unnamed];
    const text = textOf({ heading: "x", citations: [{ article: of("SpaceWar", { form: "summary" }), others }] });
    expect(text).toContain("[Summary of SpaceWar](https://spacewar.example/x), AP, BBC (its address can't be linked)");
    expect(text).toContain("[kbs.example](https://kbs.example/x) · 2 October 2019");
  });

  it("cannot break out of its link", () => {
    const hostile = of("a", {
      source: "x](https://evil.example) [y",
      url: "https://a.example/)[z](https://evil.example",
    });
    const text = textOf({ heading: "x", citations: [{ article: hostile, others: [] }] });
    expect(text).toContain(
      "-# [x)(https\\://evil.example) (y](https://a.example/%29%5Bz%5D%28https://evil.example) · 2 October 2019",
    );
  });
});

describe("a long briefing", () => {
  const reply = (unit: string, path: number): Reply => ({
    heading: "North Korea briefing",
    citations: Array.from({ length: 10 }, (_, item) => {
      const of = (outlet: number) =>
        anArticle({
          title: `${item} ${unit.repeat(12)}`,
          body: unit.repeat(60).trim(),
          source: `${unit.slice(0, 8)} ${outlet}`,
          url: `https://outlet${outlet}.example/${item}/${"p".repeat(path)}`,
        });
      return { ...cited(of(0)), others: [1, 2, 3, 4, 5].map(of) };
    }),
    numberFrom: 1,
    closing: ["In the news: Kim Jong Un"],
  });
  const scripts = ["Talks go on in Stockholm. ", "김정은 위원장이 회담했다. ", "日本海に向けて発射した。"];

  it.each(scripts)("keeps all ten items with an excerpt and a link, in any script: %s", (unit) => {
    const { components } = renderPosted(reply(unit, 30));
    expect(measure(components)).toSatisfy(fits);
    const text = textOf({ heading: "" }, components);
    expect(text.match(/^\*\*\d+\. /gm)).toHaveLength(10);
    expect(text.match(/^> /gm)).toHaveLength(10);
    expect(text.match(/\]\(https:/g)?.length).toBeGreaterThanOrEqual(10);
  });

  it.each(scripts)("with addresses that leave no room says how many items are missing: %s", (unit) => {
    const { components } = renderPosted(reply(unit, 400));
    expect(measure(components)).toSatisfy(fits);
    const text = textOf({ heading: "" }, components);
    const shown = text.match(/^\*\*\d+\. /gm)?.length ?? 0;
    expect(shown).toBeGreaterThanOrEqual(5);
    expect(text).toContain(`-# ${10 - shown} more did not fit into this message.`);
    expect(text.match(/\]\(https:/g)?.length).toBeGreaterThanOrEqual(shown);
    expect(text).toMatch(/ and 5 more · undated/);
  });
});

describe("a posted message", () => {
  const reply: Reply = {
    heading: "North Korea briefing",
    citations: [cited(anArticle())],
    pages: { page: 1, of: 2 },
    actions: [{ label: "More", command: "latest", options: {} }],
  };

  it("has no buttons and pings nobody", () => {
    const { components, flags, allowed_mentions } = renderPosted(reply);
    expect(JSON.stringify(components)).not.toContain("custom_id");
    expect({ flags, allowed_mentions }).toEqual({ flags: 32768, allowed_mentions: { parse: [] } });
  });

  it("is recognised by its mark and by no other", () => {
    const { components } = renderPosted(reply, markOf("abc123/2026-12-01"));
    expect(isMarked(components, markOf("abc123/2026-12-01"))).toBe(true);
    expect(isMarked(components, markOf("abc123/2026-12-02"))).toBe(false);
    expect(isMarked(renderPosted(reply).components, markOf("abc123/2026-12-01"))).toBe(false);
  });

  it("bears ids that Discord takes: two, 32 bits, away from those that it gives itself", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const { container, text } = markOf(key);
        expect(container).not.toBe(text);
        for (const id of [container, text]) expect(id > 1000 && id < 2 ** 31 && Number.isInteger(id)).toBe(true);
      }),
    );
  });
});
