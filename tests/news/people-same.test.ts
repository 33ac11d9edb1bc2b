import { describe, expect, it } from "vitest";
import type { People } from "../../src/news/people.ts";
import { articleOf, peopleIn } from "./newsroom.ts";

const peopleOf = (...bodies: string[]) => peopleIn(bodies.map((body, index) => articleOf(`${index}`, { body })));
const names = ({ all }: People) => all.map(({ name }) => name).sort();
const rolesOf = (people: People) =>
  people.all.map(({ id, name }) => [name, people.card(id, { sentences: 0, with: 0 })?.role?.text]);

describe("what is a name", () => {
  it.each([
    ["First Vice Minister of Foreign Affairs Choe Son-hui spoke.", ["Choe Son-hui"]],
    ["The Deputy Director of Public Prosecution Eva-Marie Persson dropped it.", ["Eva-Marie Persson"]],
    ["Liu He, the Chinese vice premier, met Ma Zhaoxu, the ambassador.", ["Liu He", "Ma Zhaoxu"]],
    ["Former prime minister Lee Kuan Yew wrote to Sakie Yokota in May.", ["Lee Kuan Yew", "Sakie Yokota"]],
    ["Ankit Panda of the Federation of American Scientists agreed.", ["Ankit Panda"]],
    ["Both “Prince Andrew” and Crown Prince Mohammed bin Salman came.", ["Mohammed bin Salman", "Prince Andrew"]],
    ["Doan Thi Huong, accused of murder, was freed.", ["Doan Thi Huong"]],
    ["Indonesian Siti Aisyah was charged with murder.", ["Siti Aisyah"]],
    ["Siti Aisyah was arrested at an airport.", ["Siti Aisyah"]],
    ["Takehiro Funakoshi met nobody.", ["Takehiro Funakoshi"]],
    ["Abu Sayyaf, accused of kidnappings, and Jemaah Islamiyah, suspected of more, denied nothing.", []],
    ["Hayat Tahrir arrested somebody. Had Hayat Tahrir executed anybody? Hayat Tahrir has sentenced others.", []],
    ["A Toyota Yokohama and Kanagawa Takarazuka were sold in Minamitori Shimajiri.", []],
    ["Doctors at Walter Reed hospital waited; he went to Walter Reed again.", []],
    ["The carrier Ronald Reagan left, and the USS Ronald Reagan came back.", []],
    ["They watched a show by Dick Clark Productions and Star Wars Jedi games.", []],
    ["He said that Stephen Biegun, Washington’s special envoy to the country, had sent it.", ["Stephen Biegun"]],
    [
      "It was Ma Zhaoxu, China's ambassador to the United Nations, and its chairman Jan Eliasson.",
      ["Jan Eliasson", "Ma Zhaoxu"],
    ],
    ["It fell on Jan. 5, the chairman said in Jan Missile Town.", []],
    ["A song for the Grand Ole Opry was heard. The Sonos Move, the company created a speaker, is new.", []],
    ["Korean-born Sullivan met Robert Chen-style singers; Judge Jane Reed left.", ["Jane Reed"]],
    ["He worked for Morgan Stanley, the director said, in Equatorial Guinea.", []],
    ["He wrote to To Lam, the president. Prime Minister Hun Sen, who ruled, left.", ["Hun Sen", "To Lam"]],
    ["Republicans John Reed and Tory Ann Wood met Constable Bob Harlow.", ["Ann Wood", "Bob Harlow", "John Reed"]],
    ["Representatives Republicans met Senators Democrats, lawmakers said.", []],
    ["In Bethnal Green, former Labour MP George Reed spoke.", ["George Reed"]],
    ["To Check Out the offers, see the leader Brent LCOc of the shop.", []],
  ])("in %j", async (body, expected) => {
    expect(names(await peopleOf(body))).toEqual(expected);
  });

  it("takes a short royal name for nobody where somebody is known by the long one", async () => {
    const people = await peopleOf("Crown Prince Mohammed bin Salman spoke.", "It was Prince Mohammed who left.");
    expect(names(people)).toEqual(["Mohammed bin Salman"]);
  });

  it("knows the family name from the given name", async () => {
    const people = await peopleOf("Former Vice President Joe Biden met Jang Song Thaek, an official.");
    expect(people.all.map(({ family }) => family).sort()).toEqual(["Biden", "Jang"]);
  });
});

describe("who is one person", () => {
  it.each([
    ["short forms", "Senator Bob Menendez came.", "Senator Robert Menendez left."],
    ["short forms without any office", "Pat Simmons sang it.", "Patrick Simmons sang it again."],
    ["spellings of a Western name", "Envoy Steven Biegun came.", "Envoy Stephen E. Biegun left, Steve Biegun said."],
    ["spellings of one syllable", "Minister Kang Kyung-wha came.", "Minister Kang Kyung-hwa left."],
    ["a spelling in brackets", "WPK Secretary Jo Yong Won (Cho Yo’ng-wo’n) came.", "It was Cho Yo’ng-wo’n."],
    ["a spelling before an abbreviation", "Leader Kim Jong Un (Kim Cho’ng-u’n; KJU) came.", "It was Kim Jong Un."],
    [
      "known romanisations of one office",
      "Vice Minister Choe Son Hui came.",
      "North Korean diplomat Choi Sun Hee left.",
    ],
    [
      "known romanisations in one article",
      "Vice Minister Choe Son Hui came. Later Choi Sun-hee left.",
      "Choi Sun-hee spoke.",
    ],
    ["known romanisations in one sentence", "Choe Son Hui, also written Choi Sun-hee, came.", "Choi Sun Hee left."],
    [
      "known romanisations of outlets",
      "Minister Choe Son Hui came; Yonhap calls her Choi Sun-hee.",
      "Choi Sun Hee left.",
    ],
    [
      "known romanisations in the next sentence",
      "Minister Choe Son Hui and Ri left. Later Choi Sun-hee, as Yonhap has it, left, and Choe Son Hui came.",
      "Choe Son Hui and, as Yonhap calls her, Choi Sun-hee are one.",
    ],
    ["a known romanisation without an office", "North Korean leader Kim Jong Un came.", "Kim Jong-eun left."],
    ["the Revised Romanization", "Minister Pak Myong Chol came.", "Foreign Minister Pak Myeong-cheol left."],
    ["a patronymic", "President Vladimir Putin came.", "President Vladimir Vladimirovich Putin left."],
    ["a patronymic and its initial", "Vladimir V. Putin, the president, came.", "Vladimir Vladimirovich Putin left."],
    ["spellings of a patronymic", "Anna Anatolievna Wood, a judge, came.", "Judge Anna Anatolyevna Wood left."],
    ["a patronymic and an initial alone", "President Vladimir Putin came.", "It was V. Putin, president of Russia."],
    ["a title with a party", "Democrat Jane Reed came.", "Jane Reed, a lawyer, left."],
    ["a title with an office", "Special Counsel Jane Reed came.", "Jane Reed, a lawyer, left."],
    ["its vowels alone", "Premier Han Un Sop came.", "Premier Han Eun-seop left."],
  ])("by %s", async (_, one, other) => {
    expect((await peopleOf(one, other)).all).toMatchObject([{ articles: 2 }]);
  });

  it.each([
    ["another office", "Michael Bolton, the singer, came.", "Adviser Mike Bolton left."],
    ["another sex", "Mr. Patrick Reed came.", "Ms. Pat Reed left."],
    ["another initial", "Senator Robert A. Smith came.", "Senator Bob C. Smith left."],
    ["a junior", "Senator Robert Smith came.", "Senator Bob Smith Jr. left."],
    [
      "romanisations without an office in common",
      "Vice Minister Choe Son Hui came.",
      "Choi Sun-hee, a fashion designer, left.",
    ],
    ["romanisations side by side", "Minister Choe Son Hui met Minister Choi Sun-hee.", "It rained."],
    ["the Revised Romanization but no high office", "Professor Lee Jong-hun came.", "Professor Lee Jeong-hun left."],
    ["the Revised Romanization in one article", "Minister Han Un Sop came. Minister Han Eun-seop left.", "It rained."],
    ["another patronymic", "Judge Ivan Ivanovich Wood came.", "Judge Ivan Petrovich Wood left."],
    ["an initial without an office", "President Vladimir Putin came.", "V. Putin, a singer, left."],
    ["an initial of a Korean name", "Leader Kim Jong Un came.", "Leader J. Kim left."],
    ["an initial but no high office", "Professor John Reed came.", "Professor J. Reed left."],
    ["another vowel", "Minister Kim Yong Chol came.", "Minister Kim Yong Chul left."],
    ["another vowel of the Revised Romanization", "Minister Kim Yong Chul came.", "Minister Kim Yong-cheol left."],
    ["other consonants in brackets", "Leader Kim Jong Un (Kim Jong Il) came.", "It rained."],
  ])("is not said by a name with %s", async (_, one, other) => {
    expect((await peopleOf(one, other)).all).toHaveLength(2);
  });

  it("is not said by an initial that two have", async () => {
    const people = await peopleOf("President John Reed came.", "President James Reed came.", "President J. Reed left.");
    expect(people.all).toHaveLength(3);
  });

  it("takes a word for a title that stands before several people's names", async () => {
    const people = await peopleOf(
      "Seneschal Ann Wood met Seneschal Bob Harlow and Seneschal Carl Dunmore. Judge Ann Wood, Judge Bob Harlow and Judge Carl Dunmore left.",
      "It was Seneschal Ann Wood. It was Seneschal Carol Reed, a judge.",
    );
    expect(names(people)).toEqual(["Ann Wood", "Bob Harlow", "Carl Dunmore", "Carol Reed"]);
    expect(people.resolve("Ann Wood")).toMatchObject({ kind: "one", person: { articles: 2 } });
  });

  it.each([
    ["a given name", ["Mary Ann Wood", "Mary Bob Harlow", "Mary Carl Dunmore"]],
    ["a name of two only", ["Seneschal Ann Wood", "Seneschal Bob Harlow", "Mary Carl Dunmore"]],
  ])("takes %s for no title", async (_, long) => {
    const judges = [...long, "Ann Wood", "Bob Harlow", "Carl Dunmore"];
    const people = await peopleOf(judges.map((name) => `It was Judge ${name}.`).join(" "));
    expect(people.all).toHaveLength(6);
  });

  it("stays one where a few sentences of many articles set two known spellings side by side", async () => {
    const both = "Minister Choe Son Hui came. Minister Choi Sun-hee left.";
    const people = await peopleOf(both, `${both} It was hot.`, "Minister Choe Son Hui met Choi Sun-hee.");
    expect(people.all).toMatchObject([{ articles: 3 }]);
  });

  it("leaves a short form of two names to nobody else", async () => {
    const people = await peopleOf("Patrick Hill came.", "Patricia Hill came.", "Pat Hill came.");
    expect(names(people)).toEqual(["Pat Hill", "Patricia Hill", "Patrick Hill"]);
  });
});

describe("a name that several people bear", () => {
  const isShared = async (...bodies: string[]) =>
    (await peopleOf(...bodies)).all.some(({ mayBeSeveral }) => mayBeSeveral);

  it.each([
    [
      "no relation",
      "Ri Yong Ho, the foreign minister, has no relation to Ri Yong-ho, the vice marshal purged in 2012.",
    ],
    ["a family name", "Ri Yong Ho spoke. Ri is not to be confused with Ri Yong Ho, the late army chief."],
    ["a namesake", "Pak Jong Chon, the engineer, never met his namesake, who commands the artillery."],
    ["one name", "Kim Song Nam shares his name with the ambassador in New York."],
    ["an official", "Kim Song Nam was taken for an official of the same name."],
  ])("is said outright to be so: %s", async (_, body) => {
    expect(await isShared(body)).toBe(true);
  });

  it.each([
    ["army chief and minister", "Army chief Ri Yong Ho was relieved.", "Foreign Minister Ri Yong Ho left."],
    [
      "offices behind the name",
      "Ri Yong Ho, a vice marshal, was relieved.",
      "Ri Yong Ho, North Korea's foreign minister, left.",
    ],
    [
      "a rank",
      "Gen. Pak Yong Il came.",
      "The minister of unification Pak Yong Il came. Unification Minister Pak Yong Il left.",
    ],
  ])("is told by offices that nobody holds both of: %s", async (_, one, other) => {
    expect(await isShared(one, other)).toBe(true);
  });

  it.each([
    ["another name", "Kim Song, the ambassador, has no relation to Kim Jong Un."],
    ["nobody else", "Kim Song left. A company unrelated to Kim Song was fined."],
    ["a building", "Kim Il Sung opened his namesake university."],
    [
      "a career in one article",
      "General Ri Son Gwon became Foreign Minister Ri Son Gwon.",
      "Army chief Ri Son Gwon left.",
    ],
    ["a soldier's ministry", "General No Kwang Chol came.", "Defence Minister No Kwang Chol left."],
    ["a secretary general", "Secretary General Ban Ki-moon came.", "Foreign Minister Ban Ki-moon left."],
    ["offices of others", "Kim Song, vice marshal Ri Yong Ho and others came.", "Foreign Minister Kim Song left."],
  ])("is not assumed for %s", async (_, ...bodies) => {
    expect(await isShared(...bodies)).toBe(false);
  });

  it("has no role", async () => {
    const people = await peopleOf("Army chief Ri Yong Ho was relieved.", "Foreign Minister Ri Yong Ho left.");
    expect(people.card("ri-yong-ho", { sentences: 3, with: 3 })).not.toHaveProperty("role");
  });
});

describe("an id", () => {
  it("stays the same whether or not the articles write the initial", async () => {
    const [one, other] = [
      await peopleOf("Secretary Mike R. Pompeo spoke."),
      await peopleOf("Secretary Mike Pompeo spoke."),
    ];
    expect([one, other].map(({ all }) => all[0]?.id)).toEqual(["mike-pompeo", "mike-pompeo"]);
    expect(other.resolve("mike-r-pompeo")).toMatchObject({ kind: "one", person: { id: "mike-pompeo" } });
    expect(other.get("michael-pompeo")?.id).toBe("mike-pompeo");
  });

  it("keeps the initials that tell two people apart", async () => {
    const people = await peopleOf("President George W. Bush met President George H.W. Bush.");
    expect(people.all.map(({ id }) => id).sort()).toEqual(["george-h-w-bush", "george-w-bush"]);
  });
});

describe("a description", () => {
  it.each([
    ["Last week State Department official David Holmes spoke.", "State Department official"],
    ["Workers’ Party Vice Chairman Kim Yong Chol stayed away.", "Workers’ Party Vice Chairman"],
    ["Johnson & Johnson chairman Alex Gorsky spoke.", undefined],
    ["It Won’t StandWarren Mayor Jim Fouts spoke.", undefined],
    ["They were Jennifer Williams, an aide to Vice President Mike Pence and Lt. Col. Alexander Vindman.", undefined],
    ["Then Kim Kyong Hui, an aunt, reappeared.", undefined],
    ["The Ministry of Defense’s spokesman, Lee Do-hoon, spoke.", undefined],
    ["It was the president’s lawyer Lee Do-hoon.", "lawyer"],
    ["Trump’s daughter, Ivanka Trump, spoke.", "Trump’s daughter"],
    ["Kim’s sister, Kim Yo Jong, spoke.", undefined],
    ["Kim Yo Jong, Kim’s sister, spoke.", undefined],
    ["It was Pak Jong Chon, the vice marshal purged in 2012.", "the vice marshal purged in 2012"],
    ["It was Pak Jong Chon, the vice marshal purged in 2012, who spoke.", "the vice marshal purged in 2012"],
    ["It was Lee Do-hoon, a professor in the U.S.", "a professor in the U.S."],
    ["Lee Do-hoon became defence minister in 2018.", "defence minister"],
    [
      "It was Lee Do-hoon, who was named minister of the People’s Armed Forces in June.",
      "minister of the People’s Armed Forces",
    ],
    ["Later Lee Do-hoon was appointed as South Korea's ambassador to China.", undefined],
    ["Lee Do-hoon was appointed as South Korea's ambassador to China.", "South Korea's ambassador to China"],
    ["The sister of Lee Do-hoon became defence minister.", undefined],
    ["Lee Do-hoon became minister of trade and industry.", undefined],
    ["Lee Do-hoon became a father.", undefined],
    ["Pak and Lee Do-hoon became ministers.", undefined],
    ["It was Lee Do-hoon, the author of “Dear Leader” and more.", undefined],
    ["It was Lee Do-hoon, an expert on (among others) missiles.", undefined],
    ["It was Lee Do-hoon, an analyst in Seoul (and in Busan).", "an analyst in Seoul"],
  ])("in %j is told only where it is whole", async (body, role) => {
    const [first] = rolesOf(await peopleOf(body));
    expect(first?.[1]).toBe(role);
  });

  it("keeps the country of who is named behind somebody else", async () => {
    const people = await peopleOf("North Korea's leader Kim Jong Un and South Korea's President Moon Jae-in met.");
    expect(Object.fromEntries(rolesOf(people))).toMatchObject({ "Moon Jae-in": "South Korea's President" });
  });

  it.each([
    ["South Korean President Moon Jae-in left.", "South Korean President"],
    ["Former South Korean President Moon Jae-in left.", "President"],
    ["Adviser Moon Jae-in left.", "President"],
  ])("of one word is told as an article a little older has it with the country: %s", async (older, role) => {
    const people = await peopleIn([
      articleOf("1", { body: "President Moon Jae-in came.", publishedAt: "2019-05-02" }),
      articleOf("2", { body: older, publishedAt: "2019-05-01" }),
    ]);
    expect(people.card("moon-jae-in", { sentences: 0, with: 0 })?.role?.text).toBe(role);
  });

  it.each([
    ["Kim Jong Un's sister, Kim Yo Jong, arrived.", "Kim Yo Jong", "Kim Jong Un's sister"],
    ["Kim Jong-un’s wife, Ri Sol-ju, arrived.", "Ri Sol-ju", "Kim Jong-un’s wife"],
    ["Later Kim Jong Il's translator, Kim Hyon Chol, arrived.", "Kim Hyon Chol", "Kim Jong Il's translator"],
    ["On Monday Moon Jae In's adviser Moon Chung In arrived.", "Moon Chung In", "Moon Jae In's adviser"],
    ["Donald Trump's daughter, Ivanka Trump, arrived.", "Ivanka Trump", "Donald Trump's daughter"],
  ])("in %j has the whole name of whom it is bound to", async (body, name, role) => {
    expect(Object.fromEntries(rolesOf(await peopleOf(body)))).toMatchObject({ [name]: role });
  });
});

describe("a junior", async () => {
  const people = await peopleOf("President Donald Reed met Donald Reed Jr., an adviser.");

  it.each(["Donald Reed Jr", "reed jr", "Reed Jr."])("is found by %j", (typed) => {
    expect(people.resolve(typed)).toMatchObject({ kind: "one", person: { name: "Donald Reed Jr." } });
  });
});

describe("a title that somebody types", async () => {
  const people = await peopleOf("President Moon Jae-in met Moon Hee-sang, the assembly speaker.");

  it.each([
    ["President Moon", "moon-jae-in"],
    ["speaker moon", "moon-hee-sang"],
  ])("tells of several people which: %j", (typed, id) => {
    expect(people.resolve(typed)).toMatchObject({ kind: "one", person: { id } });
  });

  it("is one that an article gives behind the name", async () => {
    const kims = await peopleOf(
      "Leader Kim Jong Un spoke.",
      "Kim Song, North Korea's ambassador to the United Nations, spoke. He met Kim Yong Chol, North Korea's envoy Kim Hyok Chol and Kim Yo Jong, Choe Son Hui's aide and friend.",
    );
    expect(kims.resolve("ambassador kim")).toMatchObject({ kind: "one", person: { id: "kim-song" } });
    expect(kims.resolve("envoy kim")).toMatchObject({ kind: "one", person: { id: "kim-hyok-chol" } });
  });

  it("that nobody holds leaves the question open", () => {
    expect(people.resolve("Ambassador Moon").kind).toBe("several");
  });
});
