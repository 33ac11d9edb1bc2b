import { Client, Events, type Interaction, REST } from "discord.js";
import { onTestFinished } from "vitest";
import { type FakeDiscord, type FakeDiscordOptions, startDiscord } from "./discord/fake-discord.ts";

/** A fake that stops with the test. */
export async function discordForTest(options?: FakeDiscordOptions): Promise<FakeDiscord> {
  const discord = await startDiscord(options);
  onTestFinished(discord.stop);
  return discord;
}

/** discord.js's client for the HTTP API alone. */
export function restOf(discord: FakeDiscord, token = discord.token): REST {
  return new REST({ api: discord.apiUrl, offset: 0 }).setToken(token);
}

/** A bot on discord.js with one command, `/ping what:`; `act` gets every interaction and must catch its own errors. */
export async function startSmallBot(
  discord: FakeDiscord,
  act: (interaction: Interaction) => Promise<unknown>,
): Promise<Client<true>> {
  const client = new Client({
    intents: ["Guilds"],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl, offset: 0 },
  });
  onTestFinished(() => client.destroy());
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, (interaction) => void act(interaction));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await (await ready).application.commands.set([
    {
      name: "ping",
      description: "Answers",
      contexts: [0, 1, 2],
      integrationTypes: [0, 1],
      options: [{ name: "what", description: "Anything", type: 3, autocomplete: true, maxLength: 20 }],
    },
  ]);
  return ready;
}

/** A promise that the test itself lets go. */
export function createGate(): { readonly passed: Promise<void>; open(): void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** Sends a body as it is, past all that discord.js would mend or refuse; a string goes out unquoted. */
export async function sendJson(discord: FakeDiscord, method: string, path: string, body: unknown) {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { code?: number; id?: string; errors?: object } };
}
