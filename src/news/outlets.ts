import type { Pause } from "../pacing.ts";
import { type Article, outletName } from "./article.ts";
import type { Library } from "./library.ts";

/** The outlets and agencies of some articles. */
export interface Outlets {
  /** Each once, under the name that is used most: most articles first. */
  readonly all: Library["sources"];
  /** The numbers of the articles that it published or was the agency of; of none where nothing is called so. */
  articlesOf(name: string): ReadonlySet<number>;
  add(number: number, article: Article): void;
  remove(number: number, article: Article): void;
}

interface Outlet {
  /** In how many articles each of its names stands. */
  readonly names: Map<string, number>;
  readonly numbers: Set<number>;
}

/**
 * One outlet may have several names: "AP", "The Associated Press", "ASSOCIATED PRESS".
 * @param articles by their numbers
 */
export async function createOutlets(articles: readonly Article[], pause: Pause): Promise<Outlets> {
  /** By the plain forms of their names. */
  const outlets = new Map<string, Outlet>();
  const namesIn = createNamesIn();
  let joined: ReturnType<typeof withInitials> | undefined;

  function add(number: number, article: Article): void {
    joined = undefined;
    for (const { name, plain } of namesIn(article)) {
      let known = outlets.get(plain);
      if (!known) {
        known = { names: new Map(), numbers: new Set() };
        outlets.set(plain, known);
      }
      known.names.set(name, (known.names.get(name) ?? 0) + 1);
      known.numbers.add(number);
    }
  }

  function remove(number: number, article: Article): void {
    joined = undefined;
    for (const { name, plain } of namesIn(article)) {
      const known = outlets.get(plain);
      if (!known) continue;
      const left = (known.names.get(name) ?? 0) - 1;
      if (left > 0) known.names.set(name, left);
      else known.names.delete(name);
      known.numbers.delete(number);
      if (known.names.size === 0) outlets.delete(plain);
    }
  }

  for (const [number, article] of articles.entries()) {
    add(number, article);
    if (number % 16 === 0) await pause();
  }
  return {
    get all() {
      joined ??= withInitials(outlets);
      return joined.all;
    },
    articlesOf(name) {
      joined ??= withInitials(outlets);
      return joined.outlets.get(outletName(name).plain)?.numbers ?? new Set();
    },
    add,
    remove,
  };
}

/** "AP" may be the Associated Press or the Asia Press: it goes to the one with more articles, and they stay two. */
function withInitials(outlets: ReadonlyMap<string, Outlet>) {
  const inFull = new Map<string, { readonly plain: string; readonly outlet: Outlet }>();
  for (const [plain, outlet] of outlets) {
    const { initials } = outletName(commonest(outlet.names));
    if (initials === undefined || outlet.numbers.size <= (inFull.get(initials)?.outlet.numbers.size ?? 0)) continue;
    inFull.set(initials, { plain, outlet });
  }
  const joined = new Map(outlets);
  for (const [initials, { plain, outlet }] of inFull) {
    const short = outlets.get(initials);
    if (!short) continue;
    const both = {
      names: new Map([...outlet.names, ...short.names]),
      numbers: new Set([...outlet.numbers, ...short.numbers]),
    };
    joined.set(plain, both).set(initials, both);
  }
  const all = [...new Set(joined.values())].map(({ names, numbers }) => ({
    name: commonest(names),
    articles: numbers.size,
  }));
  return { outlets: joined, all: all.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)) };
}

function commonest(names: ReadonlyMap<string, number>): string {
  const [[name] = [""]] = [...names].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  return name;
}

/** The outlet and its agencies, of which a credit may name several: "REUTERS, BLOOMBERG". */
export function namesOf({ source, credit }: Article): ReadonlySet<string> {
  const names = [source ?? "", ...(credit ?? "").split(/[,;/]/u)].map((name) => name.normalize("NFKC").trim());
  return new Set(names.filter((name) => name !== ""));
}

/** `namesOf`, each with its plain form. There are far fewer outlets than articles. */
function createNamesIn(): (article: Article) => readonly { readonly name: string; readonly plain: string }[] {
  type Names = ReturnType<ReturnType<typeof createNamesIn>>;
  const bySource = new Map<string | undefined, Map<string | undefined, Names>>();
  return (article) => {
    let byCredit = bySource.get(article.source);
    if (!byCredit) {
      byCredit = new Map();
      bySource.set(article.source, byCredit);
    }
    let names = byCredit.get(article.credit);
    if (!names) {
      names = [...namesOf(article)].map((name) => ({ name, plain: outletName(name).plain }));
      byCredit.set(article.credit, names);
    }
    return names;
  };
}
