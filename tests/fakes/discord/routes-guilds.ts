import { unavailable, unknownGuild, unknownMember } from "./errors.ts";
import type { Guild } from "./guild.ts";
import { botMember, guild as guildPayload, member, role } from "./payloads.ts";
import { type Call, ok, type Route } from "./route.ts";
import type { State } from "./state.ts";

export const guildRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/guilds/{guild_id}",
    handle: ({ params }, state) => ok(guildPayload(state, joined(state, params))),
  },
  {
    method: "GET",
    path: "/guilds/{guild_id}/roles",
    handle: ({ params }, state) => ok(joined(state, params).roles.map(role)),
  },
  {
    method: "GET",
    path: "/guilds/{guild_id}/members/{user_id}",
    handle({ params }, state) {
      const guild = joined(state, params);
      const user = state.people.get(params.user_id ?? "");
      if (!user) throw unknownMember();
      return ok(user === state.bot ? botMember(state, guild) : member(user));
    },
  },
];

function joined(state: State, params: Call["params"]): Guild {
  const guild = state.guilds.get(params.guild_id ?? "");
  if (!guild?.joined) throw unknownGuild();
  if (!guild.available) throw unavailable();
  return guild;
}
