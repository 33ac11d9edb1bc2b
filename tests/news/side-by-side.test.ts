import { describe, expect, it } from "vitest";
import { idsOf, libraryOfTexts } from "./newsroom.ts";

/** Articles of one length that have nothing to do with the question, so that its words are rare. */
const others = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => [`other${number}`, `Officials spoke of harvests ${number}. `.repeat(6)]),
);
const filler = "The officials spoke of harvests and of the weather in the provinces at some length.";
const together = (text: string) => `${text} ${filler} ${filler}`;
const apart = (...texts: readonly string[]) => `${texts.join(` ${filler} `)} ${texts.join(" So they said. ")}`;

describe("a compound that names one thing", () => {
  it("stands before its scattered pieces, however often they are repeated", async () => {
    const library = await libraryOfTexts({
      ...others,
      apart: apart("The ship left.", "The transfers went to a bank.", "Another ship came.", "All transfers stopped."),
      together: together("Experts counted ship-to-ship transfers of oil."),
      neither: together("Transfers of money stopped. The transfers were small."),
    });
    expect(idsOf(library, "ship-to-ship transfers").slice(0, 2)).toEqual(["together", "apart"]);
    expect(idsOf(library, "oil ship-to-ship transfers")[0]).toBe("together");
  });
});

describe("words of a short query that stand side by side as typed", () => {
  it.each([
    [
      "gulf of aden",
      "It sailed into the Gulf of Aden.",
      ["The gulf was rough.", "In Aden the gulf was calm, Aden said."],
    ],
    [
      "agreed framework",
      "They signed the Agreed Framework.",
      [
        "They agreed in Geneva. A framework was missing.",
        "No framework was agreed. All agreed: talks need a framework.",
      ],
    ],
    [
      "submarine launched missile",
      "It tested a submarine-launched missile.",
      ["A missile was launched.", "The submarine stayed. A missile hit the submarine. It was launched at dawn."],
    ],
  ])("for %s stand before the same words apart, repeated", async (query, sentence, scattered) => {
    const library = await libraryOfTexts({
      ...others,
      apart: apart(...scattered),
      together: together(sentence),
      again: together(`${sentence} It is so.`),
    });
    const [last, ...before] = idsOf(library, query).toReversed();
    expect([...before.sort(), last]).toEqual(["again", "together", "apart"]);
  });

  it("say little where they merely happen to meet", async () => {
    const library = await libraryOfTexts({
      ...others,
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, number) => [`talk${number}`, `Putin met Kim ${number}. ${filler}`]),
      ),
      chance: together("Of Putin, Kim said nothing."),
      subject: apart("Kim and Putin met.", "Kim told Putin so.", "Putin thanked Kim."),
    });
    expect(idsOf(library, "putin kim")[0]).toBe("subject");
  });
});
