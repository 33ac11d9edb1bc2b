import type { Phrase } from "./phrase.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What the planner may ask about the articles. */
export interface Known {
  readonly index: SearchIndex;
  readonly vocabulary: Vocabulary;
  /** Whether the phrase stands in some article. */
  readonly isWritten: (phrase: Phrase) => boolean;
  /** How many articles have the phrase's words side by side; where very many have them all, an estimate. */
  readonly countOf: (phrase: Phrase) => number;
  /** The name of the person who is surely meant by what was typed, if there is one. */
  readonly nameOf: (typed: string) => string | undefined;
}
