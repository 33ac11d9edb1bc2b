import { describe, expect, it } from "vitest";
import type { FakeDiscord } from "./discord/fake-discord.ts";
import { discordForTest, sendJson } from "./small-bot.ts";

const quiet = { allowed_mentions: { parse: [] } };
const v2 = (...components: readonly unknown[]) => ({ ...quiet, flags: 32768, components });
const text = (content: string) => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 2, custom_id: "a", label: "A", ...more });
const link = (url: string) => ({ type: 2, style: 5, label: "A", url });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const section = (components: readonly unknown[], accessory: object = button()) => ({ type: 9, components, accessory });
const option = (value: string) => ({ label: value, value });
const menu = (...options: readonly unknown[]) => ({ type: 3, custom_id: "m", options });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const post = (discord: FakeDiscord, body: unknown) =>
  sendJson(discord, "POST", `/channels/${discord.channel.id}/messages`, body);

describe("a message that Discord would refuse, or that could ping", () => {
  it.each<[why: string, body: object, complaint: RegExp]>([
    ["has more than 2,000 characters", { ...quiet, content: "가".repeat(2001) }, /content: must be 2000 or fewer/],
    ["doesn't say whom it mentions", { content: "hi" }, /would ping/],
    ["lets mentions through", { content: "hi", allowed_mentions: { parse: ["everyone"] } }, /would ping/],
    ["lets one user be mentioned", { content: "hi", allowed_mentions: { parse: [], users: ["1"] } }, /would ping/],
    ["says nothing about parsing", { content: "hi", allowed_mentions: {} }, /would ping/],
    ["has 11 embeds", { ...quiet, embeds: times(11, () => ({ title: "a" })) }, /embeds: must be 10/],
    ["has a long embed title", { ...quiet, embeds: [{ title: "a".repeat(257) }] }, /embeds.0.title/],
    [
      "has embeds of 6,001 characters",
      { ...quiet, embeds: times(3, () => ({ description: "a".repeat(2001) })) },
      /6000/,
    ],
    ["has an empty embed field", { ...quiet, embeds: [{ fields: [{ name: " ", value: "a" }] }] }, /name: must not be/],
    ["has content beside Components V2", { ...v2(text("a")), content: "a" }, /content: can't be used together/],
    ["has embeds beside Components V2", { ...v2(text("a")), embeds: [{ title: "a" }] }, /embeds: can't be used/],
    ["uses new components without the flag", { ...quiet, components: [text("a")] }, /components.0.type/],
    ["has 41 components", v2(...times(41, () => text("a"))), /40 components or fewer in all, not 41/],
    [
      "has 41 nested components",
      v2({ type: 17, components: times(10, (n) => section([text("a"), text("b")], button({ custom_id: `${n}` }))) }),
      /40 components or fewer in all, not 41/,
    ],
    ["shows 4,001 characters", v2(text("a".repeat(2001)), text("a".repeat(2000))), /4000 characters or fewer/],
    ["shows 9,001 bytes", v2(text("가".repeat(3001))), /9000 bytes/],
    ["has an empty text display", v2(text(" ")), /content: must not be empty/],
    ["has a section without text", v2(section([])), /components.0.components: must be 1 to 3/],
    [
      "has a section with four texts",
      v2(section(times(4, () => text("a")))),
      /components.0.components: must be 1 to 3/,
    ],
    ["has a section without accessory", v2({ type: 9, components: [text("a")] }), /accessory.type/],
    [
      "has a container in a container",
      v2({ type: 17, components: [{ type: 17, components: [text("a")] }] }),
      /components.0.components.0.type/,
    ],
    ["has a button outside a row", v2(button()), /components.0.type/],
    ["has six buttons in a row", v2(row(...times(6, (n) => button({ custom_id: `${n}` })))), /1 to 5 in number, not 6/],
    ["has an empty row", v2(row()), /1 to 5 in number, not 0/],
    [
      "has two menus in a row",
      v2(row(menu(option("a")), { ...menu(option("a")), custom_id: "n" })),
      /1 to 1 in number/,
    ],
    ["has a button beside a menu", v2(row(menu(option("a")), button())), /1 to 1 in number/],
    ["repeats a custom_id", v2(row(button(), button())), /custom_id must be unique/],
    ["repeats a component's id", v2({ ...text("a"), id: 3 }, { ...text("a"), id: 3 }), /id must be unique/],
    ["has a long custom_id", v2(row(button({ custom_id: "a".repeat(101) }))), /custom_id: must be 100 or fewer/],
    ["has a button without custom_id", v2(row({ type: 2, style: 1, label: "A" })), /custom_id: must be a string/],
    ["has a long label", v2(row(button({ label: "a".repeat(81) }))), /label: must be 80 or fewer/],
    ["has a button without label", v2(row({ type: 2, style: 1, custom_id: "a" })), /label: must not be empty/],
    [
      "has a link with a custom_id",
      v2(row({ ...link("https://a.example"), custom_id: "a" })),
      /custom_id: must not stand/,
    ],
    ["has a long link", v2(row(link(`https://a.example/${"a".repeat(500)}`))), /url: must be 512 or fewer/],
    ["has a link that is no address", v2(row(link("https://"))), /url: must be an http/],
    ["has a link with a space", v2(row(link("https://a.example/a b"))), /url: must be an http/],
    ["has a link of another kind", v2(row(link("javascript:alert(1)"))), /url: must be an http/],
    ["has a menu without options", v2(row(menu())), /options: must be 1 to 25/],
    ["has a menu with 26 options", v2(row(menu(...times(26, (n) => option(`${n}`))))), /options: must be 1 to 25/],
    ["repeats a menu's value", v2(row(menu(option("a"), option("a")))), /value: must be unique/],
    ["has a long option", v2(row(menu(option("a".repeat(101))))), /label: must be 100 or fewer/],
    ["has a nonce of 26 characters", { ...quiet, content: "a", nonce: "a".repeat(26) }, /nonce: must be 25 or fewer/],
    ["enforces no nonce", { ...quiet, content: "a", enforce_nonce: true }, /nonce: must be there/],
    ["holds nothing", { ...quiet, content: " " }, /Cannot send an empty message/],
  ])("%s", async (_, body, complaint) => {
    const discord = await discordForTest();
    const answer = await post(discord, body);
    expect(answer.status).toBe(400);
    expect(discord.violations.join("\n")).toMatch(complaint);
    if (answer.body.code !== 50006) expect(answer.body).toMatchObject({ code: 50035, errors: {} });
    expect(discord.messagesIn(discord.channel)).toEqual([]);
  });

  it("is told with Discord's error tree", async () => {
    const discord = await discordForTest();
    const answer = await post(discord, v2(text("")));
    const errors = [{ code: "INVALID", message: "must not be empty" }];
    expect(answer.body).toMatchObject({
      code: 50035,
      message: "Invalid Form Body",
      errors: { components: { "0": { content: { _errors: errors } } } },
    });
  });

  it("is no JSON", async () => {
    const discord = await discordForTest();
    expect(await post(discord, "{")).toMatchObject({ status: 400, body: { code: 50109 } });
    expect(discord.violations).toHaveLength(1);
  });
});

describe("a message within the limits", () => {
  it.each<[what: string, body: object]>([
    ["2,000 characters outside the basic plane", { ...quiet, content: "😀".repeat(2000) }],
    ["40 components", v2(...times(40, () => text("a")))],
    ["4,000 characters", v2(text("a".repeat(4000)))],
    ["9,000 bytes", v2(text("가".repeat(3000)))],
    [
      "five buttons, a menu, a link and a section",
      v2(
        row(...times(5, (n) => button({ custom_id: `${n}` }))),
        row(menu(...times(25, (n) => option(`${n}`)))),
        row(link("https://a.example/?q=b")),
        { type: 17, components: [section([text("a")]), { type: 14 }] },
      ),
    ],
    ["a button without label but with emoji", v2(row({ type: 2, style: 1, custom_id: "a", emoji: { name: "🔎" } }))],
    ["an embed", { ...quiet, embeds: [{ title: "a", url: "https://a.example", fields: [{ name: "a", value: "b" }] }] }],
    [
      "a picture",
      v2(section([text("a")], { type: 11, media: { url: "https://a.example/b.png" } }), {
        type: 12,
        items: [{ media: { url: "https://a.example/b.png" } }],
      }),
    ],
  ])("of %s is stored", async (_, body) => {
    const discord = await discordForTest();
    const answer = await post(discord, body);
    expect(discord.violations).toEqual([]);
    expect(answer.status).toBe(200);
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });

  it("keeps the Components V2 flag through every edit", async () => {
    const discord = await discordForTest();
    const { body } = await post(discord, v2(text("a")));
    const path = `/channels/${discord.channel.id}/messages/${body.id}`;
    const edited = await sendJson(discord, "PATCH", path, { ...quiet, components: [text("b")] });
    expect(edited).toMatchObject({ status: 200, body: { flags: 32768 } });
    await sendJson(discord, "PATCH", path, { ...quiet, flags: 0, components: [text("b")] });
    expect(discord.violations.join()).toMatch(/flag can't be removed/);
  });

  it("can't turn to Components V2 while its content stays", async () => {
    const discord = await discordForTest();
    const { body } = await post(discord, { ...quiet, content: "a" });
    const path = `/channels/${discord.channel.id}/messages/${body.id}`;
    expect(await sendJson(discord, "PATCH", path, v2(text("b")))).toMatchObject({ status: 400 });
    expect(await sendJson(discord, "PATCH", path, { ...v2(text("b")), content: null })).toMatchObject({ status: 200 });
  });
});
