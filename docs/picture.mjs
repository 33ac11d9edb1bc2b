// Draws the README's picture of an answer from the bot's real output. Needs Chromium:
//   npm run --silent preview -- --json "/search summit" | node docs/picture.mjs docs/answer.png
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [target = "answer.png", width = "640", height = "850"] = process.argv.slice(2);
const { components } = JSON.parse(readFileSync(0, "utf8"));

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const html = (text) => text.replace(/[&<>]/g, (character) => entities[character]);

/** The part of Discord's markdown that the bot uses; a backslash makes the next character literal. */
function markdown(line) {
  const literals = [];
  const kept = line.replace(/\\([^0-9A-Za-z\s])/g, (_all, character) => `\uE000${literals.push(character) - 1}\uE000`);
  return html(kept)
    .replace(/`([^`]*)`/g, "<code>$1</code>")
    .replace(/\*\*(.*?)\*\*/g, "<b>$1</b>")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "<a>$1</a>")
    .replace(
      /&lt;t:(\d+):.&gt;/g,
      (_all, seconds) => `<time>${new Date(seconds * 1000).toUTCString().slice(5, 16)}</time>`,
    )
    .replace(/\uE000(\d+)\uE000/g, (_all, index) => html(literals[index]));
}

function textDisplay(content) {
  return content
    .split("\n")
    .map((line) => {
      const [, mark = "", rest = ""] = /^(### |-# |> )?(.*)$/.exec(line);
      const tag = { "### ": "h3", "-# ": "small", "> ": "blockquote" }[mark] ?? "p";
      return `<${tag}>${markdown(rest)}</${tag}>`;
    })
    .join("");
}

function draw(component) {
  const inner = (component.components ?? []).map(draw).join("");
  switch (component.type) {
    case 1:
      return `<div class="row">${inner}</div>`;
    case 2:
      return `<button ${component.disabled ? "disabled" : ""}>${html(component.label)}</button>`;
    case 3:
      return `<div class="select">${html(component.placeholder ?? "")}<span>⌄</span></div>`;
    case 10:
      return textDisplay(component.content);
    case 14:
      return "<hr>";
    case 17:
      return `<div class="box" style="border-left-color:#${component.accent_color.toString(16).padStart(6, "0")}">${inner}</div>`;
    default:
      throw new Error(`no picture of component type ${component.type}`);
  }
}

const style = `
body{margin:0;padding:14px;background:#313338;color:#dbdee1;font:15px/1.4 "Noto Sans","DejaVu Sans","Noto Sans CJK KR",sans-serif}
.box{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid;border-radius:8px;padding:12px 16px}
h3{margin:0 0 4px;font-size:17px;color:#f2f3f5} p{margin:2px 0} small{display:block;color:#949ba4;font-size:12.5px;margin:2px 0}
b{color:#f2f3f5} a{color:#00a8fc} hr{border:0;border-top:1px solid #3f4147;margin:10px 0} code{background:#1e1f22;border-radius:4px;padding:1px 4px}
blockquote{margin:4px 0;padding-left:10px;border-left:4px solid #4e5058} time{background:#3c3e44;border-radius:3px;padding:0 3px}
.row{display:flex;gap:8px;margin-top:10px} button{background:#4e5058;color:#fff;border:0;border-radius:4px;padding:7px 15px;font-size:14px}
button:disabled{opacity:.5} .select{flex:1;background:#1e1f22;border-radius:4px;padding:9px;display:flex;justify-content:space-between}`;

const folder = mkdtempSync(join(tmpdir(), "picture-"));
const page = join(folder, "answer.html");
writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style>${components.map(draw).join("")}`);
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"];
execFileSync(
  "chromium",
  [
    ...flags,
    "--disable-background-networking",
    `--user-data-dir=${join(folder, "profile")}`,
    `--window-size=${width},${height}`,
    `--screenshot=${resolve(target)}`,
    `file://${page}`,
  ],
  { stdio: "ignore" },
);
