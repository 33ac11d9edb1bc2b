import { defineCommand } from "../src/command.ts";
import { UserError } from "../src/errors.ts";
import type { Card, Person } from "../src/news/people.ts";
import { completePerson, nobody, required, text } from "../src/options.ts";
import type { Inline, Invocation, Reply, Text } from "../src/reply.ts";
import { count } from "../src/wording.ts";

export const who = defineCommand({
  name: "who",
  description: "A person in the news: role, mentions, telling sentences and who appears with them",
  examples: ["/who pompeo", "/who Kim Jong Un"],
  options: {
    name: required({
      ...text({ description: "A full name or a family name", maxLength: 80 }),
      complete: completePerson,
    }),
  },
  run({ name }, { library }) {
    const found = library.people.resolve(name);
    if (found.kind === "none") {
      const isLatin = /\p{Script=Latin}/u.test(name) || !/\p{L}/u.test(name);
      throw new UserError(`${nobody(name, found.near, library)}${isLatin || found.near.length > 0 ? "" : inLatin}`);
    }
    if (found.kind === "several") return ask(name, found.people);
    const card = library.people.card(found.person.id, { sentences: 3, with: 6 });
    if (!card) throw new UserError(nobody(name, [], library));
    return show(card);
  },
});

const inLatin = " Most people are known here by their names in Latin letters, as in “Kim Jong Un”.";

function ask(typed: string, people: readonly Person[]): Reply {
  const options = people.slice(0, 25).map(
    ({ id, name, articles }): Invocation => ({
      label: name,
      description: `named in ${count(articles, "article")}`,
      command: "who",
      options: { name: id },
    }),
  );
  const more = people.length > options.length ? ` The ${options.length} most often named are listed.` : "";
  return {
    heading: ["Which ", { strong: typed }, "?"],
    lines: [`${count(people.length, "person fits", "people fit")}.${more}`],
    choices: { prompt: "Choose a person", options },
  };
}

function show(card: Card): Reply {
  const { person, role, sentences, with: others } = card;
  const lines: Text[] = [];
  if (role) lines.push([{ strong: role.text }, " — ", { source: role.article }]);
  if (person.mayBeSeveral) lines.push(namesakes);
  lines.push([
    person.mayBeSeveral ? "The name stands in " : "Named in ",
    { strong: count(person.articles, "article") },
    ...period(card),
  ]);
  const appearsWith = others.map(({ person: other, articles }) => `${other.name} (${articles})`).join(", ");
  return {
    heading: person.name,
    lines,
    citations: sentences,
    closing: appearsWith === "" ? [] : [["Named in the same articles: ", appearsWith]],
    actions: [
      { label: "Articles about this person", command: "search", options: { query: person.name, person: person.id } },
    ],
  };
}

const namesakes =
  "The articles may speak of several people of this name. Each sentence below is about the one whom its own article means.";

function period({ person, first, last, undated }: Card): Inline[] {
  if (first === undefined || last === undefined) return [", all undated"];
  const dated =
    undated > 0 ? `, ${undated} of them undated, the ${person.articles - undated > 1 ? "others" : "other"} ` : ", ";
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  if (from === to) return [dated, from.length === 10 ? "on " : "in ", { date: from }];
  return [dated, "from ", { date: first }, " to ", { date: last }];
}
