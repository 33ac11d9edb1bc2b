import type { Article } from "./article.ts";
import { isHeadline, type Token, tokens } from "./people-tokens.ts";
import { paragraphs } from "./sentences.ts";

/** The paragraphs of an article that tell the news, as tokens: without bylines and credits. */
export function* readableParagraphs(article: Article): Generator<{ list: Token[]; isHeadline: boolean }> {
  for (const { start, end } of paragraphs(article.body)) {
    const text = article.body.slice(start, end);
    if (text.length < 400 && credit.test(text)) continue;
    const inline = inlineCredit.exec(text);
    const news = inline ? text.slice(0, inline.index) : text;
    const list = tokens(news, start);
    yield { list, isHeadline: isHeadline(news, list) };
  }
}

const credit =
  /^\P{L}{0,3}(?:By \p{Lu}|(?:Additional |With )?(?:Reporting|Writing|Editing|Edited|Written|Compiled|Reported|Photos?|Pictures?|Images?|Graphics?)(?: and \w+| from \w+)? by\b|Photo:|Credit:)|contribut\w+ to this (?:report|story|article)/iu;
const inlineCredit =
  /\((?:Additional )?(?:Reporting|Writing|Editing|Edited|Compiled|Photo|Photograph)(?: and \w+)? by\b/iu;
