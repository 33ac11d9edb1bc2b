import type { Channel, Guild, Role } from "./guild.ts";
import type { JsonObject } from "./json.ts";
import type { State, User } from "./state.ts";

const joined = "2019-02-27T10:00:00.000000+00:00";

/** https://docs.discord.com/developers/resources/user#user-object, with what only the account itself sees. */
export function ownUser(user: User): JsonObject {
  return { ...user, mfa_enabled: true, locale: "en-US", verified: true, email: null };
}

/** https://docs.discord.com/developers/resources/application */
export function application(state: State): JsonObject {
  const { owner, alice } = state.users;
  const teamId = state.guild.id;
  const member = (user: User) => ({
    user: { ...user },
    team_id: teamId,
    membership_state: 2,
    role: "admin",
    permissions: ["*"],
  });
  const team = { id: teamId, icon: null, name: "Desk", owner_user_id: owner.id, members: [owner, alice].map(member) };
  return {
    id: state.applicationId,
    name: state.bot.username,
    icon: null,
    description: "",
    type: null,
    bot: { ...state.bot },
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags: 0,
    flags_new: "0",
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    // Discord shows a team's application as owned by a user made for the team.
    owner: state.team ? { ...owner, id: teamId, username: `team${teamId}`, global_name: null } : { ...owner },
    approximate_guild_count: 1,
    approximate_user_install_count: 1,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: state.team ? team : null,
    eligible_oauth2_scopes: [],
    integration_types_config: { "0": {}, "1": {} },
  };
}

/** https://docs.discord.com/developers/resources/guild */
export function guild(state: State, one: Guild): JsonObject {
  return {
    id: one.id,
    name: one.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: state.users.owner.id,
    application_id: null,
    region: "us-west",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: one.roles.map(role),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: "en-US",
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

export function role({ id, name, permissions }: Role, position = 0): JsonObject {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** The data of GUILD_CREATE: https://docs.discord.com/developers/events/gateway-events#guild-create */
export function guildCreate(state: State, one: Guild): JsonObject {
  const channels = [...state.channels.values()].filter((channel) => channel.guild === one);
  return {
    ...guild(state, one),
    joined_at: joined,
    large: false,
    unavailable: false,
    member_count: 4,
    voice_states: [],
    members: [botMember(state, one)],
    channels: channels.map(channel),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function member(user: User): JsonObject {
  return {
    user: { ...user },
    avatar: null,
    banner: null,
    nick: null,
    roles: [],
    joined_at: joined,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
    flags: 0,
    deaf: false,
    mute: false,
  };
}

export function botMember({ bot }: State, { botRoles, timedOutUntil }: Guild): JsonObject {
  return { ...member(bot), roles: [...botRoles], communication_disabled_until: timedOutUntil };
}

/** The member who invokes something; `permissions` are the ones that they have in the channel. */
export function invoker(user: User, permissions: string): JsonObject {
  return { ...member(user), permissions };
}

export function channel(one: Channel): JsonObject {
  const base = { id: one.id, type: one.type, flags: 0, last_message_id: one.lastMessageId };
  const { guild: home } = one;
  if (home === undefined) {
    const recipients = one.recipients.map((user) => ({ ...user }));
    return one.type === 1 ? { ...base, recipients } : { ...base, recipients, name: null, icon: null };
  }
  return {
    ...base,
    guild_id: home.id,
    name: one.name,
    parent_id: null,
    position: 0,
    permission_overwrites: one.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
    rate_limit_per_user: 0,
    nsfw: false,
    topic: null,
  };
}
