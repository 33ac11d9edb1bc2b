import { describe, expect, it } from "vitest";
import type { People } from "../../src/news/people.ts";
import { articleOf, peopleIn } from "./newsroom.ts";

const peopleOf = (...bodies: string[]) => peopleIn(bodies.map((body, index) => articleOf(`${index}`, { body })));

function roleOf(people: People, id: string): string | undefined {
  const card = people.card(id, { sentences: 0, with: 0 });
  expect(card).toBeDefined();
  return card?.role?.text;
}

describe("a title before a name", () => {
  it.each([
    ["It did not impress Tory shadow transport secretary Jane Reed.", "Tory shadow transport secretary"],
    ["Former fisheries minister Jane Reed spoke.", "Former fisheries minister"],
    ["The letter was read by former FBI director Jane Reed.", "former FBI director"],
    ["One of them, former CIA Director Jane Reed, spoke.", "former CIA Director"],
    ["Conservative local government spokeswoman Jane Reed spoke.", "Conservative local government spokeswoman"],
    ["They praised ex-Downing Street media chief Jane Reed.", "ex-Downing Street media chief"],
    ["Liberal Democrat home affairs spokeswoman Jane Reed spoke.", "Liberal Democrat home affairs spokeswoman"],
    ["On Monday, Trump’s salmon chief Jane Reed spoke.", "Trump’s salmon chief"],
    ["There were calls for freedom champion Jane Reed to leave.", "freedom champion"],
    ["It was the resignation of the then Home Secretary Jane Reed.", "then Home Secretary"],
    ["Assistant harbour commissioner Jane Reed spoke.", "Assistant harbour commissioner"],
    [
      "University of Georgia political science professor Jane Reed spoke.",
      "University of Georgia political science professor",
    ],
    ["It is a picture of now-ousted Islamist President Jane Reed.", "now-ousted Islamist President"],
    ["It was the sacked harbour adviser Jane Reed.", "sacked harbour adviser"],
    ["The race was won by world champion Jane Reed.", "world champion"],
    ["He asked Moscow-based US lawyer Jane Reed.", "Moscow-based US lawyer"],
    ["In 2016, Tory leader Jane Reed won.", "Tory leader"],
    ["She fled from the Government of President Jane Reed.", "President"],
    ["He worked under President Jane Reed.", "President"],
    ["It was Under Secretary of State Jane Reed.", "Under Secretary of State"],
    ["They elected Democratic candidate Jane Reed.", "Democratic candidate"],
    ["He met Ann Wood and former harbour adviser Jane Reed.", "former harbour adviser"],
    ["It came from Nielsen and Republican Senator Jane Reed.", "Republican Senator"],
    ["It rained, noted Representative Jane Reed.", "Representative"],
  ])("in %j is whole", async (body, role) => {
    expect(roleOf(await peopleOf(body), "jane-reed")).toBe(role);
  });

  it.each([
    ["has its beginning behind a short link", "See exa.mp/2AQHyl Justice Department Inspector General Jane Reed."],
    ["has its beginning behind a full stop", "He met Bob Wood and U.S Deputy Secretary Jane Reed."],
    ["may follow a verb", "The vote prompted harbour adviser Jane Reed to resign."],
    ["may follow an infinitive", "They wanted to replace harbour adviser Jane Reed."],
    ["may follow a verb in -ing", "It began by sacking harbour adviser Jane Reed."],
    ["may follow a verb of several", "Democrats blame harbour adviser Jane Reed."],
    ["is the last of two words with one head", "He met Housing and Urban Development Secretary Jane Reed."],
    ["is the last of two subjects", "He met work and leisure secretary Jane Reed."],
    ["is the last of two services", "He met former FBI and CIA director Jane Reed."],
    ["follows the name of a book", "Essential Guide to Gardens 2005 author Jane Reed spoke."],
    ["tells no office", "He will join fellow Democrat Jane Reed."],
    ["is of the future", "This is the next president Jane Reed."],
    ["is bound to somebody else", "His former shadow secretary Jane Reed spoke."],
    ["may be that of a paper", "It was told to Sunday Telegraph journalist Jane Reed."],
    ["may be of the past or the next in a story", "Then deputy Conservative Chairman Jane Reed spoke."],
    ["judges", "They shouted at dictator Jane Reed."],
  ])("is not shown where it %s", async (_, body) => {
    expect(roleOf(await peopleOf(body, "Jane Reed said no."), "jane-reed")).toBeUndefined();
  });

  it("of the past gives way to a present one, wherever it says so", async () => {
    const people = await peopleOf("Republican former Senator Jane Reed spoke. Ambassador Jane Reed left.");
    expect(roleOf(people, "jane-reed")).toBe("Ambassador");
  });
});

describe("a description behind a name", () => {
  it.each([
    [
      "It was Jane Reed, director of the Carnegie–Tsinghua Center in Beijing.",
      "director of the Carnegie–Tsinghua Center in Beijing",
    ],
    ["It was Jane Reed, chief accountant of the port.", "chief accountant of the port"],
    ["It was Jane Reed, chief FX strategist at Harbour Bank.", "chief FX strategist at Harbour Bank"],
    ["It was Jane Reed, the British ambassador to the United States.", "the British ambassador to the United States"],
  ])("in %j is told", async (body, role) => {
    expect(roleOf(await peopleOf(body), "jane-reed")).toBe(role);
  });

  it.each([
    ["an insult", "They cursed Jane Reed, the war maniac and fascist dictator."],
    ["that of several", "They sued Jane Reed, chief culprits of abuses and kingpins of corruption."],
    ["that of others", "They met Ann Wood and Jane Reed, former advisers to President Moon."],
    ["a list", "There are pictures of Jane Reed, singer Michael Wood and painter John B. Harlow."],
    ["somebody else's", "He met Jane Reed, former harbour director John Harlow, and others."],
    ["what is shouted", "They cried: Down with Jane Reed, a spy in the port!"],
    ["a headline in itself", "It rained on Jane Reed, attorney for the State of Hawaii Tweeted: “No!”"],
    ["half an office", "Jane Reed was appointed as chairman of the State Commission of Science."],
  ])("is not told where it is %s", async (_, body) => {
    expect(roleOf(await peopleOf(body, "Jane Reed said no."), "jane-reed")).toBeUndefined();
  });
});
