import type { Article } from "../../src/news/article.ts";
import { articleId } from "../../src/news/article.ts";

/** An article with realistic defaults; its id follows from its address, else from its title. */
export function anArticle(facts: Partial<Article> = {}): Article {
  const title = facts.title ?? "Envoys meet in Stockholm";
  return {
    id: articleId(facts.url ?? title),
    title,
    titleFrom: "headline",
    body: "Envoys of both countries met in Stockholm on Saturday. No date for a next round was set.",
    form: "full",
    ...facts,
  };
}
