import { defineCommand } from "../src/command.ts";
import type { Text } from "../src/reply.ts";

export const help = defineCommand({
  name: "help",
  description: "What can be asked, with examples",
  examples: [],
  options: {},
  private: true,
  async run(_args, { commands, caller }) {
    const isAdmin = await caller.isAdmin().catch(() => false);
    const isManager = caller.server?.isManager ?? false;
    const offered = commands.filter((one) => (!one.adminOnly || isAdmin) && (!one.managerOnly || isManager));
    return {
      heading: "What you can ask",
      lines: offered.flatMap(({ name, description, examples }): Text[] => [
        [{ strong: `/${name}` }, ` — ${description}`],
        ...examples.map((example): Text => ({ code: example })),
      ]),
      closing: [
        "In a search, quotes keep words together and a minus leaves a word out. Every excerpt is a literal piece of the article that it links to.",
      ],
    };
  },
});
