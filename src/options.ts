import type { Choice, Context, Option } from "./command.ts";
import { UserError } from "./errors.ts";
import { isSameOutlet } from "./news/article.ts";
import { type NewsDate, parseTypedDate } from "./news/dates.ts";
import type { Library } from "./news/library.ts";
import type { Person } from "./news/people.ts";
import { termsOf } from "./news/terms.ts";
import { count } from "./wording.ts";

/** The kinds of option that commands are made of. */

const choiceLimit = 25;

/** The same option, but the command cannot run without it. */
export function required<T>(option: Option<T>): Option<T> & { readonly required: true } {
  return { ...option, required: true };
}

/** Words that the caller is free in. Invisible characters are dropped and white space is folded. */
export function text(setup: { description: string; maxLength: number }): Option<string> {
  return {
    ...setup,
    type: "string",
    parse(raw) {
      const typed = clean(String(raw));
      if (typed === "") throw new UserError("Please type something.");
      const length = [...typed].length;
      if (length > setup.maxLength) {
        throw new UserError(
          `That is ${count(length, "character")} long; ${setup.maxLength} is the most. Please shorten it.`,
        );
      }
      return typed;
    },
  };
}

/** Words that stand for something else: `parse` throws a UserError that says what is expected. */
export function typed<T>(setup: {
  readonly description: string;
  readonly parse: (typed: string) => T;
  readonly complete?: (typed: string, context: Context) => readonly Choice[] | Promise<readonly Choice[]>;
}): Option<T> {
  const { description, parse, complete } = setup;
  const written = text({ description, maxLength: 100 });
  return {
    ...written,
    parse: (raw, context) => parse(written.parse(raw, context)),
    ...(complete && { complete: async (part, context) => toChoices(await complete(clean(part), context)) }),
  };
}

/** One of a few words. */
export function oneOf<const T extends string>(setup: {
  readonly description: string;
  readonly words: readonly T[];
}): Option<T> {
  const { description, words } = setup;
  return typed({
    description,
    parse(part) {
      const word = words.find((known) => known === fold(part));
      if (word !== undefined) return word;
      throw new UserError(`Please give ${words.join(" or ")}.`);
    },
    complete: (part) =>
      words.filter((word) => word.startsWith(fold(part))).map((word) => ({ name: word, value: word })),
  });
}

export function yesNo(setup: { description: string }): Option<boolean> {
  return {
    ...setup,
    type: "boolean",
    parse(raw) {
      const word = fold(String(raw));
      if (["true", "yes", "on"].includes(word)) return true;
      if (["false", "no", "off"].includes(word)) return false;
      throw new UserError("Please give true or false.");
    },
  };
}

/** A text or announcement channel of the server, as its id; where there is no Discord, any name will do. */
export function channel(setup: { description: string }): Option<string> {
  return {
    ...setup,
    type: "channel",
    parse(raw) {
      const id = /^#?([\p{L}\p{N}_-]{1,100})$/u.exec(clean(String(raw)))?.[1];
      if (id !== undefined) return id;
      throw new UserError("Please choose a channel of this server.");
    },
  };
}

/** A query, completed with people, words and headlines of the archive. */
export function queryText(setup: { description: string }): Option<string> {
  return {
    ...text({ ...setup, maxLength: 150 }),
    complete(typed, context) {
      const query = clean(typed);
      if (query === "") return [];
      return toChoices([query, ...context.library.complete(query, choiceLimit)].map((name) => ({ name, value: name })));
    },
  };
}

export function integer(setup: { description: string; min: number; max: number }): Option<number> {
  return {
    ...setup,
    type: "integer",
    parse(raw) {
      // What was typed may be anything: "", "x", "1e3".
      const value = /^[+-]?\d{1,15}$/.test(String(raw)) ? Number(raw) : Number.NaN;
      if (Number.isInteger(value) && value >= setup.min && value <= setup.max) return value;
      throw new UserError(`Please give a whole number from ${setup.min} to ${setup.max}.`);
    },
    ...(setup.max - setup.min < choiceLimit && { complete: completeNumber(setup) }),
  };
}

function completeNumber({ min, max }: { min: number; max: number }) {
  const all = Array.from({ length: max - min + 1 }, (_, index) => `${min + index}`);
  return (typed: string) =>
    toChoices(all.filter((value) => value.startsWith(typed.trim())).map((value) => ({ name: value, value })));
}

/** Somebody in the news, as exactly one person. */
export function person(setup: { description: string }): Option<Person> {
  const written = text({ ...setup, maxLength: 80 });
  return {
    ...written,
    complete: completePerson,
    parse(raw, context) {
      const typed = written.parse(raw, context);
      const found = context.library.people.resolve(typed);
      if (found.kind === "one") return found.person;
      if (found.kind === "several") {
        throw new UserError(
          `Several people are called “${cut(typed)}”: ${names(found.people)}. Please give the full name.`,
        );
      }
      throw new UserError(nobody(typed, found.near, context.library));
    },
  };
}

/**
 * The sentences for a name that nobody is known by. The articles may still have the word: a family name that stands alone
 * everywhere makes nobody known.
 */
export function nobody(typed: string, near: readonly Person[], library: Library): string {
  const terms = termsOf(typed).filter(({ term }) => !term.startsWith("#"));
  const isWritten = terms.length > 0 && terms.every(({ term }) => library.frequency(term) > 0);
  const didYouMean = near.length > 0 ? ` Did you mean ${names(near)}?` : "";
  if (!isWritten) return `The articles name nobody called “${cut(typed)}”.${didYouMean}`;
  return `The articles name nobody called “${cut(typed)}” in full.${didYouMean} To find where it is written: /search ${cut(typed)}`;
}

export function completePerson(typed: string, context: Context): readonly Choice[] {
  return toChoices(
    context.library.people
      .complete(clean(typed), choiceLimit)
      .map(({ id, name, articles }) => ({ name: `${name} (${count(articles, "article")})`, value: id })),
  );
}

/** An outlet or agency of the archive, in any capitalisation, in full or in its initials. */
export function source(setup: { description: string }): Option<string> {
  const written = text({ ...setup, maxLength: 80 });
  return {
    ...written,
    complete(typed, context) {
      const wanted = fold(typed);
      const { sources } = context.library;
      const same = sources.filter(({ name }) => wanted !== "" && isSameOutlet(name, wanted));
      const fitting = [...same, ...sources.filter(({ name }) => fold(name).includes(wanted))];
      return toChoices(
        fitting.map(({ name, articles }) => ({ name: `${name} (${count(articles, "article")})`, value: name })),
      );
    },
    parse(raw, context) {
      const typed = written.parse(raw, context);
      const wanted = fold(typed);
      const { sources } = context.library;
      const fitting = sources.filter(({ name }) => fold(name).includes(wanted));
      const exact =
        fitting.find(({ name }) => fold(name) === wanted) ?? sources.find(({ name }) => isSameOutlet(name, typed));
      const only = exact ?? (fitting.length === 1 ? fitting[0] : undefined);
      if (only) return only.name;
      const offered = (fitting.length > 0 ? fitting : sources).slice(0, 5).map(({ name }) => name);
      const some = offered.length > 0 ? ` There is: ${offered.join(", ")}${sources.length > 5 ? ", …" : "."}` : "";
      throw new UserError(`No outlet is called “${cut(typed)}”.${some}`);
    },
  };
}

export function date(setup: { description: string }): Option<NewsDate> {
  const written = text({ ...setup, maxLength: 80 });
  return {
    ...written,
    parse(raw, context) {
      const typed = written.parse(raw, context);
      const parsed = parseTypedDate(typed, context.now);
      if (parsed !== undefined) return parsed;
      throw new UserError(`“${cut(typed)}” is no date. Write 2019-04-25, 2019-04, 2019 or “30 days”.`);
    },
    complete(typed, context) {
      const wanted = fold(typed);
      const spans = ["today", "7 days", "30 days", "3 months", "1 year"];
      const typedDate = wanted !== "" && parseTypedDate(wanted, context.now) !== undefined ? [wanted] : [];
      const all = new Set([...typedDate, ...spans, ...context.library.periods]);
      return toChoices([...all].filter((name) => name.startsWith(wanted)).map((name) => ({ name, value: name })));
    },
  };
}

/** Without lone surrogates, control, bidirectional and zero-width characters, on one line. */
function clean(typed: string): string {
  return typed
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function fold(name: string): string {
  return clean(name).toLowerCase();
}

/** What somebody typed, short enough to be repeated in a sentence. */
function cut(typed: string): string {
  const characters = [...typed];
  return characters.length <= 60 ? typed : `${characters.slice(0, 60).join("")}…`;
}

function names(people: readonly Person[]): string {
  return (
    people
      .slice(0, 5)
      .map(({ name }) => name)
      .join(", ") + (people.length > 5 ? ", …" : "")
  );
}

/** Distinct, within Discord's bounds: 25 choices of at most 100 characters; a longer value can't be offered. */
function toChoices(choices: readonly Choice[]): readonly Choice[] {
  const byValue = new Map<string, Choice>();
  for (const { name, value } of choices) {
    if (value === "" || value.length > 100 || byValue.has(value)) continue;
    byValue.set(value, { name: name.length > 100 ? `${name.slice(0, 99)}…` : name, value });
    if (byValue.size === choiceLimit) break;
  }
  return [...byValue.values()];
}
