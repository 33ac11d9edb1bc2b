import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/sources/lines.ts";
import { readPage } from "../../src/sources/page.ts";

const headline = "Envoys of both Koreas meet in Kaesong over the railway";
const text = [
  "Envoys of both Koreas met in Kaesong on Friday to speak about the railway, officials in Seoul said.",
  "The railway talks in Kaesong were the first since the winter, and they lasted two hours, the officials said.",
  "The envoys of both Koreas are to meet in Kaesong again in May.",
];
const read = (...lines: readonly string[]) => readPage(lines)[0];

/** The story that the text becomes with another line at a place, counted from 0. */
function withLine(at: number, line: string) {
  return read(headline, ...text.slice(0, at), line, ...text.slice(at));
}

describe("an agency's mark at the end of a paragraph", () => {
  const marks = [
    " (Yonhap)",
    " (AP)",
    " (Reuters)",
    " (AFP)",
    " (Xinhua)",
    " - Reuters",
    " —AP",
    " — AFP",
    ". PTI",
    " (AP-Yonhap)",
  ];
  const sentences = [...text, "Both sides went home on Sunday.", "“We will be back,” one envoy told reporters."];

  it("is taken for the credit, and no sentence is lost, wherever the paragraph stands", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...marks),
        fc.constantFrom(...sentences),
        fc.nat(text.length),
        (mark, sentence, at) => {
          const others = text.filter((other) => other !== sentence);
          const place = Math.min(at, others.length);
          const signed = mark.startsWith(".") ? `${sentence}${mark.slice(1)}` : `${sentence}${mark}`;
          const story = read(headline, ...others.slice(0, place), signed, ...others.slice(place));
          expect(story?.paragraphs).toEqual([...others.slice(0, place), sentence, ...others.slice(place)]);
          expect(mark).toContain(story?.credit ?? "nobody");
        },
      ),
    );
  });

  it("stays where its sentence would have no end without it", () => {
    const story = read(headline, ...text, "They went home on Sunday by train (Yonhap).");
    expect(story).toMatchObject({
      credit: "Yonhap",
      paragraphs: [...text, "They went home on Sunday by train (Yonhap)."],
    });
  });

  it.each([
    "South Korean troops stand guard on a road near Kaesong. (AP Photo/Jane Doe)",
    "South Korea's chief railway envoy Park Min-seo (AP-Yonhap)",
    "Park Min-seo waves from a car in Kaesong on Friday. (KCNA)",
    "The WeWork logo is displayed outside of an office in Seoul. Reuters",
    "The railway bridge on the border near Kaesong, in the snow of last winter, before the talks. Getty",
  ])("is dropped with the caption of a picture: %s", (caption) => {
    const story = withLine(1, caption);
    if (!caption.endsWith("Getty")) expect(story?.paragraphs).toEqual(text);
    expect(story?.credit).not.toBe("Getty");
  });

  it.each(["(Yonhap)", "- AP", "Source:IANS", "Source: Yonhap"])(
    "can have a line of its own below the text: %s",
    (line) => {
      expect(read(headline, ...text, line)).toMatchObject({
        credit: line.replace(/^Source: ?|[^\w]+/g, ""),
        paragraphs: text,
      });
    },
  );

  it("does not sign the text where it stands above it", () => {
    expect(read(headline, "(AP)", ...text)).not.toHaveProperty("credit");
  });
});

describe("what stands between a headline and the text", () => {
  it.each([
    ["AP, SEOUL", { credit: "AP", place: "Seoul" }],
    ["UNITED NATIONS-The Associated Press", { credit: "The Associated Press", place: "United Nations" }],
    ["By Ann Lee, MS, RD", { author: "Ann Lee" }],
    ["Ann Lee in Beijing", { author: "Ann Lee" }],
  ])("is read as a line of its own: %s", (line, facts) => {
    const story = read(headline, line, ...text);
    expect(story).toMatchObject({ title: headline, ...facts, paragraphs: text });
    expect(Object.keys(story ?? {}).toSorted()).toEqual(["paragraphs", "title", ...Object.keys(facts)].toSorted());
  });

  it.each([
    ["SEOUL, Jun 30, 2019, Yonhap. ", { credit: "Yonhap", place: "Seoul", date: "2019-06-30" }],
    ["STOCKHOLM/SEOUL: ", { place: "Stockholm/Seoul" }],
    ["SEOUL/WASHINGTON (Reuters) - ", { credit: "Reuters", place: "Seoul/Washington" }],
    ["[Example Post Reporter Ann Lee] ", { author: "Ann Lee" }],
  ])("is read before the first paragraph: %s", (dateline, facts) => {
    expect(read(headline, dateline + text[0], ...text.slice(1))).toMatchObject({
      title: headline,
      ...facts,
      paragraphs: text,
    });
  });

  it("is no reporter where the text speaks of the same person", () => {
    expect(
      read(
        headline,
        "Park Min-seo in Kaesong",
        "Park Min-seo met the envoy of the North in Kaesong on Friday, officials in Seoul said.",
        ...text,
      ),
    ).not.toHaveProperty("author");
  });

  it("leaves the speaker of a transcript before what was said", () => {
    const answer = "MOON: We will meet in Kaesong again in May, and we will speak about the railway.";
    expect(withLine(3, answer)?.paragraphs.at(-1)).toBe(answer);
  });

  it("can be glued to the headline", () => {
    expect(read(`${headline}By Yonhap`, ...text)).toMatchObject({ title: headline, author: "Yonhap" });
  });
});

describe("the headline of a text without a page around it", () => {
  it.each([
    "Trump and Kim meet in Singapore for talks with U.S.",
    "Timeline: the border in 2017",
    "EDITORIAL: Pyongyang must act",
    "Opinion | Let us not forget the families",
    "Rice prices soar",
  ])("is its first line, even if the text repeats none of it: %s", (line) => {
    expect(read(line, ...text)).toMatchObject({ title: line, paragraphs: text });
  });

  it("is found where the text is about a word that only later paragraphs share", () => {
    const story = read(
      "North Korea fires 2 missiles into East Sea: JCS",
      "North Korea fired two missiles into the East Sea on July 19, Seoul's military said.",
      "It called them a violation of United Nations Security Council resolutions.",
      "Deputy National Security Adviser Lim Jong-deuk led a meeting.",
    );
    expect(story?.title).toBe("North Korea fires 2 missiles into East Sea: JCS");
    expect(story?.paragraphs).toHaveLength(3);
  });

  it("can stand right above a text that was wrapped at a fixed width", () => {
    const wrapped = [
      "Envoys of both Koreas met in Kaesong on Friday to speak about the",
      "railway, officials in Seoul said, and they are to meet again in May",
      "when the rains have not yet begun. The talks were the first since",
      "the winter.",
    ];
    expect(linesOf(["Envoys meet in Kaesong", ...wrapped].join("\n"))).toEqual([
      "Envoys meet in Kaesong",
      wrapped.join(" "),
    ]);
    const dated = [`SEOUL (AP) - ${wrapped[0]?.slice(0, 52)}`, ...wrapped.slice(1)];
    const long = "Envoys of both Koreas meet in Kaesong over the railway again";
    expect(linesOf([long, ...dated].join("\n"))).toEqual([long, dated.join(" ")]);
  });
});

describe("what broadcasters' pages have among their paragraphs", () => {
  it.each([
    "Media playback is unsupported on your device",
    "Media caption Why does the railway matter?",
    "Media captionWhy does the railway matter?",
    "Image copyright Getty Images",
    "Comments will be moderated. Keep comments relevant to the article. Remarks with abusive language will be removed.",
    "The envoys of both Koreas shake hands at the station of KaesongCredit:",
    "[Pkg]",
    "[Anchor Lead]",
  ])("is no part of the text: %s", (line) => {
    expect(withLine(2, line)?.paragraphs).toEqual(text);
  });

  it("stays where brackets hold something else", () => {
    expect(withLine(2, "[The Example Post]")?.paragraphs).toContain("[The Example Post]");
  });
});
