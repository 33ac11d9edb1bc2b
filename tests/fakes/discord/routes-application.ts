import { ApiError, unknownUser } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { list, present, record, text } from "./json.ts";
import { application, ownUser } from "./payloads.ts";
import { copy, ok, type Route } from "./route.ts";
import type { RegisteredCommand, State } from "./state.ts";
import { checkCommand, checkCommands } from "./validate-commands.ts";

export const gatewayPath = "/gateway";
export const applicationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/gateway",
    open: true,
    handle: ({ host }) => ok({ url: `ws://${host}${gatewayPath}` }),
  },
  {
    method: "GET",
    path: "/gateway/bot",
    handle: ({ host }, { sessionStartsLeft, shards, identifiesAtOnce }) =>
      ok({
        url: `ws://${host}${gatewayPath}`,
        shards,
        session_start_limit: {
          total: 1000,
          remaining: sessionStartsLeft,
          reset_after: 86_400_000,
          max_concurrency: identifiesAtOnce,
        },
      }),
  },
  { method: "GET", path: "/users/@me", handle: (_, state) => ok(ownUser(state.bot)) },
  {
    method: "GET",
    path: "/users/{user_id}",
    handle({ params }, state) {
      const user = state.people.get(params.user_id ?? "");
      if (!user) throw unknownUser();
      return ok(copy(user));
    },
  },
  { method: "GET", path: "/applications/@me", handle: (_, state) => ok(application(state)) },
  { method: "GET", path: "/oauth2/applications/@me", handle: (_, state) => ok(application(state)) },
  {
    method: "GET",
    path: "/applications/{application_id}/commands",
    handle({ params }, state) {
      own(state, params.application_id);
      return ok(state.commands);
    },
  },
  {
    method: "PUT",
    path: "/applications/{application_id}/commands",
    check: ({ body }) => (Array.isArray(body) ? checkCommands(body) : [{ path: [], message: "must be a list" }]),
    handle({ params, body }, state) {
      own(state, params.application_id);
      state.commands = list(body).map((command) => register(state, record(command)));
      state.signal.notify();
      return ok(state.commands);
    },
  },
  {
    method: "POST",
    path: "/applications/{application_id}/commands",
    check: ({ body }) => checkCommand(record(body)),
    handle({ params, body }, state) {
      own(state, params.application_id);
      const command = register(state, record(body));
      const others = state.commands.filter(({ id }) => id !== command.id);
      const known = others.length < state.commands.length;
      state.commands = [...others, command];
      state.signal.notify();
      return { status: known ? 200 : 201, body: command };
    },
  },
];

function own(state: State, id: string | undefined): void {
  if (id !== state.applicationId) throw new ApiError(403, 20012, "You are not authorized to perform this action");
}

/** The command as Discord would keep it: the id of the one it replaces, and every default filled in. */
function register(state: State, body: JsonObject): RegisteredCommand {
  const type = Number(body.type ?? 1);
  const before = state.commands.find((command) => command.name === body.name && command.type === type);
  const permissions = body.default_member_permissions;
  const kept = {
    application_id: state.applicationId,
    default_member_permissions: present(permissions) ? String(permissions) : null,
    type,
    name: text(body.name),
    name_localizations: body.name_localizations ?? null,
    description: text(body.description),
    description_localizations: body.description_localizations ?? null,
    dm_permission: list(body.contexts ?? [0, 1]).includes(1),
    contexts: present(body.contexts) ? list(body.contexts).map(Number).sort() : null,
    integration_types: list(body.integration_types ?? [0])
      .map(Number)
      .sort(),
    nsfw: body.nsfw === true,
    options: list(body.options).map((option) => fillOption(record(option))),
  };
  const { id, version, ...rest } = before ?? { id: state.nextId(), version: "" };
  const same = JSON.stringify(rest) === JSON.stringify(kept);
  return { id, version: same ? version : state.nextId(), ...kept };
}

/** Discord leaves out what is false or empty, and says which translations there are not. */
function fillOption(option: JsonObject): JsonObject {
  const { required, autocomplete, choices, options, name_localizations, description_localizations, ...rest } = option;
  const localized = (choice: JsonObject) => ({ ...choice, name_localizations: choice.name_localizations ?? null });
  return {
    ...rest,
    name_localizations: name_localizations ?? null,
    description_localizations: description_localizations ?? null,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(list(choices).length > 0 ? { choices: list(choices).map(record).map(localized) } : {}),
    ...(list(options).length > 0 ? { options: list(options).map(record).map(fillOption) } : {}),
  };
}
