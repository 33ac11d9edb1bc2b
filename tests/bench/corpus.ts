import type { Article } from "../../src/news/article.ts";
import { createRandom } from "./measures.ts";

/** Synthetic articles, the same for the same number: about 400 words, a title of eight, one a day or more, newest last. */
export interface Corpus {
  /** Each is made when it is asked for, so that nobody needs to hold them all. */
  readonly articles: Iterable<Article>;
  /** A word by how common it is: 0 is the commonest. */
  readonly wordAt: (rank: number) => string;
}

const vocabulary = 200_000;
const syllables = "ka ro mi te su no la ve di po ha re lu si ba to ne gi fa mo ru de ti pa".split(" ");

/**
 * Each article quotes three people, out of half as many as there are articles, some far more often than others.
 * The words follow Zipf's law over 200,000 of them (the chance of the word of rank r goes with 1 / (r + 2.7)^1.05, in
 * Mandelbrot's form), and half of an article's words come from a topic of its own: 150 words of middling rank, which it
 * repeats as articles do. The first hundred ranks are English function words, which every engine meets.
 */
export function createCorpus(size: number, seed = 7): Corpus {
  const words = Array.from({ length: vocabulary }, (_, rank) => spelled(rank));
  return {
    articles: { [Symbol.iterator]: () => articlesOf(words, size, seed) },
    wordAt: (rank) => words[rank] ?? "",
  };
}

function* articlesOf(words: readonly string[], size: number, seed: number): Generator<Article> {
  const random = createRandom(seed);
  const rankOf = zipf(random);
  for (let number = 0; number < size; number++) {
    const topic = Array.from({ length: 150 }, () => 100 + Math.floor(random() ** 3 * 40_000));
    const pick = () => words[random() < 0.3 ? (topic[Math.floor(random() ** 2 * 150)] ?? 0) : rankOf()] ?? "";
    const sentence = (length: number) => {
      const text = Array.from({ length }, pick).join(" ");
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    };
    const quoted = () => {
      const person = Math.floor(random() ** 3 * (size / 2));
      return `Minister ${nameOf(person)} said that ${sentence(10).toLowerCase()} ${familyOf(person)} spoke on Monday.`;
    };
    const paragraphs = Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => sentence(20)).join(" "));
    const day = new Date(Date.UTC(1996, 0, 1) + (number / size) * 30 * 365.25 * 864e5);
    yield {
      id: `synthetic-${number}`,
      title: Array.from({ length: 8 }, pick).join(" "),
      titleFrom: "headline",
      body: [...paragraphs, ...Array.from({ length: 3 }, quoted)].join("\n\n"),
      form: "full",
      publishedAt: `${day.toISOString().slice(0, 19)}Z`,
    };
  }
}

const functionWords = (
  "the of to and in a is that for it as was with be by on not he i this are or his from at which but have an had they you " +
  "were there one all we can her has been if more when will would who so no out up said what its about than into them only"
).split(" ");

function spelled(rank: number): string {
  if (rank < functionWords.length) return functionWords[rank] ?? "";
  let word = "";
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? "";
  }
  return word;
}

const givenNames =
  "Anna Daniel Emily George Helen James Laura Maria Martin Peter Robert Stephen Susan Thomas Victor".split(" ");

function nameOf(person: number): string {
  return `${givenNames[person % givenNames.length]} ${familyOf(person)}`;
}

function familyOf(person: number): string {
  const name = `${spelled(functionWords.length + 10_000 + person)}n`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Draws ranks by looking a random number up in the running sum of the chances. */
function zipf(random: () => number): () => number {
  const sums = new Float64Array(vocabulary);
  let sum = 0;
  for (let rank = 0; rank < vocabulary; rank++) {
    sum += 1 / (rank + 2.7) ** 1.05;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = vocabulary - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
