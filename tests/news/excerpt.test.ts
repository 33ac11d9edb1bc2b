import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Excerpt, excerptAround, excerptOf, leadExcerpt, shorten } from "../../src/news/excerpt.ts";
import type { Mark } from "../../src/news/passage.ts";
import { paragraphs } from "../../src/news/sentences.ts";
import { articleOf, libraryOfTexts, markedIn } from "./newsroom.ts";

const length = (text: string) => [...text].length;

/** Half of a surrogate pair. */
const half = /\p{Surrogate}/u;

/** What must hold for every excerpt, whoever made it. */
function expectReal(body: string, excerpt: Excerpt, limit: number): void {
  const end = excerpt.start + excerpt.text.length;
  expect(body.slice(excerpt.start, end)).toBe(excerpt.text);
  expect(excerpt.text).toBe(excerpt.text.trim());
  expect(length(excerpt.text)).toBeLessThanOrEqual(limit);
  if (!half.test(body)) expect(excerpt.text).not.toMatch(half);
  if (excerpt.text !== "") {
    expect(paragraphs(body).some((each) => each.start <= excerpt.start && end <= each.end)).toBe(true);
  }
  let last = 0;
  for (const [from, to] of excerpt.matches) {
    expect(from).toBeGreaterThanOrEqual(last);
    expect(to).toBeGreaterThan(from);
    last = to;
  }
  expect(last).toBeLessThanOrEqual(excerpt.text.length);
}

const piece = fc.constantFrom(
  "kim ",
  "summit. ",
  "\n\n",
  " ",
  "문재인",
  "👩‍👩‍👧",
  "e\u0301",
  "🇰🇷",
  "The ",
  "U.S. ",
  "”",
  "x".repeat(40),
  ".",
  "核",
);
const bodies = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const marks: fc.Arbitrary<Mark[]> = fc.array(
  fc
    .record({
      start: fc.nat(300),
      size: fc.nat(12),
      name: fc.constantFrom("a", "b"),
      weight: fc.double({ min: 0, max: 9, noNaN: true }),
    })
    .map(({ start, size, name, weight }) => ({ start, end: start + size, name, weight })),
);

describe("every excerpt", () => {
  it("is a slice of one paragraph within its limit, with its matches inside and in order", () => {
    fc.assert(
      fc.property(
        bodies,
        marks,
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        (body, given, limit, less) => {
          const article = articleOf("one", { body });
          const excerpt = excerptAround(article, given, limit);
          expectReal(body, excerpt, limit);
          expectReal(body, leadExcerpt(article, limit), limit);
          expectReal(body, shorten(excerpt, less), Math.min(less, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is made safe whatever offsets it is made from", () => {
    fc.assert(
      fc.property(bodies, fc.nat(300), fc.nat(300), marks, (body, start, size, given) => {
        expectReal(body, excerptOf(body, start, start + size, given), size);
      }),
    );
  });

  it("never splits what people see as one character", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    const clusters = fc.array(fc.constantFrom("👩‍👩‍👧", "e\u0301", "각", "a", " ", "👍🏽", "🇰🇷 "), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(clusters, fc.integer({ min: 1, max: 30 }), (pieces, limit) => {
        const body = pieces.join("");
        const { text, start } = leadExcerpt(articleOf("one", { body }), limit);
        const borders = new Set([...segmenter.segment(body)].map(({ index }) => index)).add(body.length);
        expect(borders.has(start)).toBe(true);
        expect(borders.has(start + text.length)).toBe(true);
      }),
    );
  });
});

describe("the best passage", () => {
  const filler = "Nothing of interest was reported on that day by anybody. ".repeat(8).trim();

  it("may stand anywhere in the article", async () => {
    const library = await libraryOfTexts({
      one: `${filler} Kim spoke.\n\n${filler}\n\n${filler} Putin met Kim on an island. ${filler}`,
    });
    const { excerpt } = library.search({ query: "kim putin", offset: 0, limit: 1 }).hits[0] ?? {};
    expect(excerpt?.text).toMatch(/^Putin met Kim on an island\. Nothing/);
    expect(excerpt).toMatchObject({ cutBefore: false, cutAfter: false });
  });

  it("prefers a sentence in which the words stand together", async () => {
    const library = await libraryOfTexts({
      one: `The missile flew far. ${filler}\n\nThe summit failed. ${filler}\n\nNo missile was spoken of at the summit.`,
    });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    expect(library.excerpt(article, "missile summit", 120).text).toBe("No missile was spoken of at the summit.");
  });

  it("is the one with the rarer word where only one fits, not the lead that every article has", async () => {
    const others = Object.fromEntries([1, 2, 3, 4].map((number) => [`other${number}`, "The summit was spoken of."]));
    const body = `The summit in Hanoi began. ${filler}\n\n${filler} Lt. Gen. Pak of N. Korea inspected 2.5 tons of coke. ${filler}`;
    const library = await libraryOfTexts({ one: body, ...others });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    expect(library.excerpt(article, "coke at the summit", 80).text).toBe(
      "Lt. Gen. Pak of N. Korea inspected 2.5 tons of coke.",
    );
    expect(library.excerpt(article, "the summit in hanoi", 80).text).toMatch(/^The summit in Hanoi began\./);
  });

  it("is found by a synonym and by another form of the word", async () => {
    const library = await libraryOfTexts({
      one: `${filler}\n\n${filler} Pyongyang denuclearises slowly, it was said. ${filler}\n\nThe DPRK agreed.`,
    });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    expect(library.excerpt(article, "denuclearization", 60).text).toBe("Pyongyang denuclearises slowly, it was said.");
    expect(library.excerpt(article, "North Korea", 60).text).toBe("The DPRK agreed.");
  });

  it.each([
    ["K-9 howitzers", "It sold K-9 howitzers.", ["K-9 howitzers"]],
    ["A-10", "An A-10 flew by.", ["A-10"]],
    ["김정은", "회담에서 김정은 위원장이 말했다.", ["김정은"]],
    ["un", "It was the UN that met.", ["UN"]],
    ["ri yong ho", "It was Ri Yong-ho who spoke.", ["Ri Yong-ho"]],
  ])("marks %s wherever it is", async (query, sentence, expected) => {
    const library = await libraryOfTexts({ one: `${filler}\n\n${sentence}\n\n${filler}` });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    const { text, matches } = library.excerpt(article, query, 60);
    expect(text).toBe(sentence);
    expect(matches.map(([from, to]) => text.slice(from, to))).toEqual(expected);
  });

  it("cuts a sentence that is too long between words, and says so", async () => {
    const body = `${"before ".repeat(40)}the summit in Hanoi ${"after ".repeat(40)}ended.`;
    const library = await libraryOfTexts({ one: body });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    const { text, cutBefore, cutAfter, matches } = library.excerpt(article, "summit hanoi", 80);
    expect(text).toMatch(/^before .*the summit in Hanoi after .*after$/);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(matches.map(([from, to]) => text.slice(from, to))).toEqual(["summit", "Hanoi"]);
  });

  it("falls back to the lead where only the title was found", async () => {
    const library = await libraryOfTexts({ one: "A lead that says nothing of it. More." });
    const article = library.get("one");
    if (!article) throw new Error("the article is missing");
    expect(library.excerpt(article, "summit", 60)).toMatchObject({
      text: "A lead that says nothing of it. More.",
      matches: [],
    });
  });
});

describe("a shorter excerpt", () => {
  it("keeps what was matched", () => {
    const body =
      "One sentence that nobody wants. Another that leads there. The summit failed in Hanoi. The rest is silence.";
    const start = body.indexOf("summit");
    const long = excerptOf(body, 0, body.length, [{ start, end: start + 6 }]);
    const short = shorten(long, 40);
    expect(short.text).toBe("The summit failed in Hanoi.");
    expect(short.matches).toEqual([[4, 10]]);
    expect(short).toMatchObject({ cutBefore: false, cutAfter: false });
    expect(shorten(long, 500)).toEqual(long);
  });
});

describe("the lead", () => {
  it("skips what is no prose", () => {
    const body =
      "By John Smith\n\nSEOUL (AFP)\n\nThe two leaders met on an island near the port and spoke for close to two hours. They left.";
    expect(leadExcerpt(articleOf("one", { body }), 300).text).toMatch(/^The two leaders/);
  });

  it("does not repeat a title that was its first sentence", () => {
    const first = "The two leaders met on an island near the port and spoke for close to two hours.";
    const article = articleOf("one", { title: first, titleFrom: "first-sentence", body: `${first} Then they left.` });
    expect(leadExcerpt(article, 300).text).toBe("Then they left.");
    expect(leadExcerpt({ ...article, body: first }, 300).text).toBe(first);
  });

  it.each([
    ["“It is time for us to do our jobs. Let’s get this done. ", "You know how to reach us,” Biegun said.", true],
    ["\"It is time for us to do our jobs. Let's get this done. ", 'You know how to reach us," Biegun said.', true],
    ["“It is time for us to do our jobs. Let’s get this done.” ", "He did not say how to reach him.", false],
    ['The "6" gun is 6" wide, he said, and nobody was surprised by it. ', "He did not say how to reach him.", false],
  ])("ends with an ellipsis where it ends inside a quotation: %s", (shown, more, isCut) => {
    const lead = leadExcerpt(articleOf("one", { body: shown + more }), shown.length + 5);
    expect(lead).toMatchObject({ text: shown.trim(), cutAfter: isCut });
    expect(leadExcerpt(articleOf("one", { body: shown + more }), 300)).toMatchObject({ cutAfter: false });
  });

  it("starts with an ellipsis where it starts inside a quotation", () => {
    const body = "“It is time for us to do our jobs. Let’s get this done,” Biegun said.";
    expect(excerptOf(body, body.indexOf("Let"), body.length)).toMatchObject({ cutBefore: true, cutAfter: false });
    expect(excerptOf(body, 0, body.length)).toMatchObject({ cutBefore: false, cutAfter: false });
    const wire = "``We play in Seoul. We stay,'' he said. They left.";
    expect(excerptOf(wire, wire.indexOf("We stay"), wire.length)).toMatchObject({ cutBefore: true });
    expect(excerptOf(wire, wire.indexOf("They"), wire.length)).toMatchObject({ cutBefore: false });
  });

  it("is empty for an empty body", () => {
    expect(leadExcerpt(articleOf("one"), 300)).toMatchObject({
      text: "",
      matches: [],
      cutBefore: false,
      cutAfter: false,
    });
  });
});

describe("what an excerpt is made of", () => {
  it("prefers text to the heading above it, but takes a heading where nothing else answers", async () => {
    const body = "- North Korean labourers -\n\nMany North Korean labourers were sent home from Vladivostok that year.";
    const library = await libraryOfTexts({ one: body, two: "A cholera outbreak\n\nNothing was said." });
    expect(markedIn(library, "North Korean labourers")).toContain("Many [North Korean labourers] were");
    expect(markedIn(library, "cholera")).toBe("A [cholera] outbreak");
  });

  it("begins and ends no mark on one side of a bracket only", async () => {
    const library = await libraryOfTexts({ one: "The envoy (Stephen) Biegun came to Seoul (again) and spoke." });
    expect(markedIn(library, '"stephen biegun"')).toContain("([Stephen]) [Biegun] came");
    expect(markedIn(library, '"seoul again and"')).toContain("to [Seoul (again) and] spoke");
  });

  it("shows that its paragraph goes on in the middle of a sentence", () => {
    const body = "He came and\n\ntold them of the summit.\n\niPhones were sold.";
    const cutAt = (text: string) => excerptOf(body, body.indexOf(text), body.length).cutBefore;
    expect(["He came", "told them", "iPhones"].map(cutAt)).toEqual([false, true, false]);
  });
});
