import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/news/article.ts";
import { readHtml, withoutElements } from "../../src/sources/html.ts";
import { htmlLines } from "../../src/sources/html-lines.ts";
import { readFiles } from "./scratch-folder.ts";

const text = [
  "The envoys of both Koreas met in Kaesong on Friday to speak about roads and railways, officials in Seoul said.",
  "It was the first meeting in Kaesong since the winter, and it lasted for less than two hours.",
  "“We spoke about roads, and only about roads,” said Park Min-seo, the South Korean envoy, on her return to Seoul.",
  "The envoys of both Koreas are to meet in Kaesong again in May, when the rains have not yet begun.",
];
const paragraphs = text.map((paragraph) => `<p>${paragraph}</p>`).join("\n");

/** A page as sites make them: a menu, a share row, the text, links and a footer. */
function page(head: string, above = "<h1>Envoys meet in Kaesong</h1>"): string {
  return `<!doctype html><html><head>${head}<script>var ads = "<p>Buy now</p>";</script><style>p{}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>${above}<div class="share"><a href="#">Share</a> <a href="#">Tweet</a></div>${paragraphs}</article></main>
<aside><h3>Related articles</h3><ul><li><a href="/a">Trains stand still</a></li><li><a href="/b">Kim visits a farm</a></li></ul></aside>
<footer>© 2019 Example Post. All rights reserved.</footer></body></html>`;
}

const json = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("a saved HTML page", () => {
  it("takes what it knows from JSON-LD first", async () => {
    const linked = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", "@id": "#us", name: "Example Post" },
        { "@type": "WebPage", url: "https://example.org/" },
        {
          "@type": ["NewsArticle"],
          headline: "Envoys meet in Kaesong &amp; speak of roads",
          author: [
            { "@type": "Person", name: "Ann Lee" },
            { "@type": "Organization", name: "AFP" },
          ],
          publisher: { "@id": "#us" },
          datePublished: "2019-04-26T09:00:00+09:00",
          mainEntityOfPage: "https://example.org/news/roads",
        },
      ],
    };
    const { articles } = await readFiles({
      "a.html": page(`<title>Roads</title><meta property="og:title" content="Other">${json(linked)}`),
    });
    expect(articles).toEqual([
      {
        id: articleId("https://example.org/news/roads"),
        title: "Envoys meet in Kaesong & speak of roads",
        titleFrom: "headline",
        url: "https://example.org/news/roads",
        source: "Example Post",
        credit: "AFP",
        author: "Ann Lee",
        publishedAt: "2019-04-26T00:00:00Z",
        body: text.join("\n\n"),
        form: "full",
      },
    ]);
  });

  it("else from OpenGraph and meta tags", () => {
    const [story] = readHtml(
      page(`<title>Envoys meet in Kaesong | Example Post</title>
        <meta property="og:title" content="Envoys meet in Kaesong | Example Post"><meta property="og:site_name" content="Example Post">
        <meta name="author" content="By ANN LEE"><meta property="article:published_time" content="2019-04-26">
        <link rel="canonical" href="/news/roads"><meta property="og:url" content="https://example.org/x?y=1">`),
    );
    expect(story).toEqual({
      title: "Envoys meet in Kaesong",
      source: "Example Post",
      author: "Ann Lee",
      date: "2019-04-26",
      url: "https://example.org/news/roads",
      holder: { name: "Example Post", ofText: false },
      paragraphs: text,
    });
  });

  it("else from the page itself, and the note that the browser left in it", () => {
    const html = `<!-- saved from url=(0030)https://example.org/news/roads -->\n${page(
      "<title>Envoys meet in Kaesong - Example Post</title>",
      '<h1>Envoys meet in Kaesong</h1><p>By Ann Lee</p><time datetime="2019-04-26">today</time>',
    )}`;
    expect(readHtml(html)).toMatchObject([
      {
        title: "Envoys meet in Kaesong",
        source: "Example Post",
        author: "Ann Lee",
        date: "2019-04-26",
        url: "https://example.org/news/roads",
      },
    ]);
  });

  it("passes over what it can't use: broken JSON-LD, a front page as the address, a date that is none", () => {
    const [story] = readHtml(
      page(`<title>Envoys meet</title><script type="application/ld+json">{"@type": "NewsArticle",</script>
        <link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/news/roads">
        <meta name="date" content="soon"><meta name="pubdate" content="2019-04-26">`),
    );
    expect(story).toMatchObject({ url: "https://example.org/news/roads", date: "2019-04-26" });
  });

  it("can carry its text in JSON-LD alone", () => {
    const html = `<html><body><div id="app"></div>${json({ "@type": "NewsArticle", headline: "Roads", articleBody: text.join("\n\n") })}</body></html>`;
    expect(readHtml(html)).toEqual([{ title: "Roads", paragraphs: text }]);
  });

  it("isn't an article where it holds no prose", async () => {
    const { problems } = await readFiles({
      "a.html": "<html><body><ul><li>Home</li><li>World</li></ul></body></html>",
    });
    expect(problems).toEqual({ "a.html": expect.stringMatching(/No article text/) });
  });

  it("is recognised by its beginning where its name says otherwise", async () => {
    const { articles } = await readFiles({ "saved-page": page("<title>Envoys meet in Kaesong</title>") });
    expect(articles).toMatchObject([{ title: "Envoys meet in Kaesong", body: text.join("\n\n") }]);
  });
});

describe("the outlet of a saved HTML page", () => {
  const outletOf = async (head: string, url = "https://www.example.org/news/roads") => {
    const { articles } = await readFiles({
      "a.html": page(`<title>Envoys meet in Kaesong</title><link rel="canonical" href="${url}">${head}`).replace(
        /©[^<]+/,
        "",
      ),
    });
    return [articles[0]?.source, articles[0]?.credit, articles[0]?.author];
  };
  const site = (name: string) => `<meta property="og:site_name" content="${name}">`;
  const article = (more: object) => json({ "@type": "NewsArticle", headline: "Envoys meet in Kaesong", ...more });

  it("is the site that shows it; an agency that published it is credited", async () => {
    expect(await outletOf(site("Example Post") + article({ publisher: { name: "Associated Press" } }))).toEqual([
      "Example Post",
      "Associated Press",
      undefined,
    ]);
  });

  it("is named once, however it is spelt", async () => {
    expect(
      await outletOf(site("Associated Press") + article({ author: { "@type": "Organization", name: "AP" } })),
    ).toEqual(["Associated Press", undefined, undefined]);
    expect(await outletOf(site("examplepost") + article({ publisher: { name: "The Example Post" } }))).toEqual([
      "The Example Post",
      undefined,
      undefined,
    ]);
  });

  it("is no section and no label of the address: then its host serves", async () => {
    expect(await outletOf(site("U.S."))).toEqual(["example.org", undefined, undefined]);
    expect(await outletOf(site("Hosted"), "https://hosted.example.org/a")).toEqual([
      "hosted.example.org",
      undefined,
      undefined,
    ]);
  });

  it("loses its slogan, and the agency that stands in the author's place", async () => {
    expect(await outletOf(`${site("Example Post | News | Sport")}<meta name="author" content="Reuters">`)).toEqual([
      "Example Post",
      "Reuters",
      undefined,
    ]);
  });
});

describe("the lines of HTML", () => {
  it("are its blocks, without scripts, captions and comments", () => {
    const html =
      "<div>One <b>bold</b><br>two<p>three</p>four<!-- five --><script>six()</script><figure><figcaption>seven</figcaption></figure></div>";
    expect(htmlLines(html)).toEqual([
      { text: "One bold", element: "div" },
      { text: "two", element: "div" },
      { text: "three", element: "p" },
      { text: "four", element: "div" },
    ]);
  });

  it("come from pages that are nested very deeply", () => {
    const depth = 3000;
    expect(htmlLines(`${"<div>".repeat(depth)}deep${"</div>".repeat(depth)}`)).toMatchObject([{ text: "deep" }]);
  });

  it("hold all the text there is", () => {
    const node = fc.letrec((tie) => ({
      html: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("a", "b", "c"),
        fc
          .tuple(fc.constantFrom("p", "div", "span", "b", "li", "br"), fc.array(tie("html"), { maxLength: 3 }))
          .map(([name, inner]) => (name === "br" ? "<br>" : `<${name}>${inner.join("")}</${name}>`)),
      ),
    })).html;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const html = nodes.join("");
        const found = htmlLines(html)
          .map((line) => line.text)
          .join("");
        expect(found.replaceAll(" ", "")).toBe(html.replace(/<[^>]*>/g, ""));
      }),
    );
  });

  it("can be had without whole elements, closed or not", () => {
    expect(withoutElements("a<SCRIPT x=1>b</script >c<scripted>d<script>e", ["script"])).toBe("ac<scripted>d");
  });
});

describe("who published a saved page", () => {
  const named = async (head: string, closing = "") => {
    const html = page(head).replace("</article>", `${closing}</article>`);
    const [article] = (await readFiles({ "a.html": html })).articles;
    return [article?.source, article?.credit];
  };
  const at = (url: string) =>
    `<link rel="canonical" href="${url}"><meta property="og:site_name" content="The Example Post">`;

  it("is not named twice, by its own name and by the one in its address or in another spelling", async () => {
    const by = (name: string) => json({ "@type": "NewsArticle", author: { "@type": "Organization", name } });
    expect(await named(at("https://www.expost.com/roads") + by("Expost"))).toEqual(["The Example Post", undefined]);
    expect(await named(at("https://example.org/roads") + by("TheExamplePost"))).toEqual([
      "The Example Post",
      undefined,
    ]);
    expect(await named(at("https://example.org/roads") + by("AFP"))).toEqual(["The Example Post", "AFP"]);
  });

  it("is no company that only holds the rights", async () => {
    const owned = json({ "@type": "NewsArticle", copyrightHolder: { name: "Example Holdings Inc." } });
    expect(await named(at("https://example.org/roads") + owned)).toEqual(["The Example Post", undefined]);
  });

  it("is the agency's customer where an agency has signed the last paragraph", async () => {
    const closing = "<p>Both sides then went home, and spoke to nobody on the way. (Yonhap)</p>";
    expect(await named(at("https://example.org/roads"), closing)).toEqual(["The Example Post", "Yonhap"]);
  });
});

describe("the words of a saved page", () => {
  it("are parted where elements touch without white space, and only there", () => {
    const lines = (html: string) => htmlLines(html).map((line) => line.text);
    expect(lines("<p><a>Trump</a><a>Pompeo</a> and <span>Kim said.</span><span>The two</span></p>")).toEqual([
      "Trump Pompeo and Kim said. The two",
    ]);
    expect(lines("<p><b>W</b>ashington, Mc<i>Donald</i>, the U.<b>S.</b> and e<b>Bay</b></p>")).toEqual([
      "Washington, McDonald, the U.S. and eBay",
    ]);
  });
});
