import { PermissionFlagsBits } from "discord.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lacking, permissionsIn } from "../../src/discord/permissions.ts";
import type { Channel, Guild } from "../fakes/discord/guild.ts";
import { botPermissionsIn } from "../fakes/discord/permissions.ts";

const { ViewChannel, SendMessages, ReadMessageHistory, Administrator, ManageMessages } = PermissionFlagsBits;
const [guildId, userId] = ["100", "200"];
const roleIds = ["101", "102", "103"];

const bits = fc
  .subarray([ViewChannel, SendMessages, ReadMessageHistory, ManageMessages])
  .map((some) => some.reduce((all, one) => all | one, 0n));
const strong = fc.oneof({ weight: 9, arbitrary: bits }, { weight: 1, arbitrary: fc.constant(Administrator) });
const change = fc.record({ allow: bits, deny: bits });
const place = fc.record({
  roles: fc.tuple(strong, strong, strong, strong),
  held: fc.subarray(roleIds),
  overwrites: fc.record({ [guildId]: change, "101": change, "102": change, [userId]: change, "999": change }),
  order: fc.shuffledSubarray([guildId, "101", "102", userId, "999"]),
});

test("permissions are what Discord's own order of roles and overwrites makes of them", () => {
  fc.assert(
    fc.property(place, ({ roles, held, overwrites, order }) => {
      const ids = [guildId, ...roleIds];
      const chosen = order.map((id) => ({
        id,
        type: id === userId ? (1 as const) : (0 as const),
        ...(overwrites[id] ?? { allow: 0n, deny: 0n }),
      }));
      const guild: Guild = {
        id: guildId,
        name: "",
        joined: true,
        available: true,
        roles: ids.map((id, index) => ({ id, name: "", permissions: roles[index] ?? 0n })),
        botRoles: [...held],
        timedOutUntil: null,
      };
      const channel: Channel = {
        id: "1",
        type: 0,
        name: "",
        guild,
        recipients: [],
        overwrites: chosen,
        lastMessageId: null,
      };
      const found = permissionsIn(
        chosen.map(({ id, type, allow, deny }) => ({ id, type, allow: String(allow), deny: String(deny) })),
        {
          guildId,
          userId,
          held,
          roles: guild.roles.map(({ id, permissions }) => ({ id, permissions: `${permissions}` })),
        },
      );
      // Without View Channel the fake says that nothing is allowed, as Discord does.
      const expected = botPermissionsIn(channel);
      expect((found & ViewChannel) === 0n ? 0n : found & SendMessages).toBe(expected & SendMessages);
      expect((found & ViewChannel) === 0n ? 0n : found & ReadMessageHistory).toBe(expected & ReadMessageHistory);
      expect(found & ViewChannel).toBe(expected & ViewChannel);
    }),
    { numRuns: 500 },
  );
});

test("what is lacking is named as in Discord's settings", () => {
  expect(lacking(ViewChannel | ManageMessages)).toEqual(["Send Messages", "Read Message History"]);
  expect(lacking(ViewChannel | SendMessages | ReadMessageHistory)).toEqual([]);
});
