import { describe, expect, it } from "vitest";
import { idsOf, libraryOfTexts, markedIn } from "./newsroom.ts";

describe("a name in a script without spaces", () => {
  const texts = {
    leader: "김정은 국무위원장이 말했다. 정부는 서울에서 회담을 가졌다.",
    han: "習近平が平壌で会談した。",
    prime: "安倍首相は会談を望んだ。",
  };
  it.each(["김여정", "이설주", "김정숙", "김여정은", "김여정이", "近衛", "習仲勲"])(
    "%s is unknown, though others share its syllables",
    async (query) => {
      const library = await libraryOfTexts(texts);
      expect(library.search({ query, offset: 0, limit: 9 })).toMatchObject({ total: 0, unknown: [query] });
    },
  );

  it.each([
    ["서울은", ["leader"]],
    ["위원장", ["leader"]],
    ["習近平氏", ["han"]],
    ["首相", ["prime"]],
    ["会談", ["han", "prime"]],
  ])("%s finds what has all of it, whatever particle stands behind", async (query, ids) => {
    expect(idsOf(await libraryOfTexts(texts), query).sort()).toEqual(ids);
  });

  it("finds nobody who shares a pair of characters", async () => {
    const library = await libraryOfTexts({
      sister: "김여정 부부장이 말했다.",
      other: "문여정이 여정을 떠났다. 김여 씨.",
    });
    expect(idsOf(library, "김여정")).toEqual(["sister"]);
    expect(markedIn(library, "김여정")).toBe("[김여정] 부부장이 말했다.");
  });

  it("beside a known word is named as what no article has", async () => {
    const library = await libraryOfTexts(texts);
    expect(library.search({ query: "회담 김여정", offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      unknown: ["김여정"],
    });
  });

  it("behind the name of a subject is looked for, a particle is not", async () => {
    const library = await libraryOfTexts({ south: "한국은 말했다.", war: "한국 사람은 전쟁을 말했다." });
    expect(idsOf(library, "한국전쟁")[0]).toBe("war");
    expect(library.search({ query: "한국에서", offset: 0, limit: 9 })).toMatchObject({ total: 2, unknown: [] });
  });

  it("in a longer run is found by most of its pairs", async () => {
    expect(idsOf(await libraryOfTexts(texts), "국무위원장실")).toEqual(["leader"]);
  });
});
