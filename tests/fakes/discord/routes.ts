import type { Route } from "./route.ts";
import { applicationRoutes } from "./routes-application.ts";
import { channelRoutes } from "./routes-channels.ts";
import { guildRoutes } from "./routes-guilds.ts";
import { interactionRoutes } from "./routes-interactions.ts";

const routes: readonly Route[] = [...applicationRoutes, ...guildRoutes, ...interactionRoutes, ...channelRoutes];

/** The route for a request, and what its path holds in the template's places. */
export function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
  const parts = path.split("/");
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = match(route.path.split("/"), parts);
    if (params) return { route, params };
  }
  return undefined;
}

function match(template: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, piece] of template.entries()) {
    const part = parts[index] ?? "";
    if (piece.startsWith("{")) params[piece.slice(1, -1)] = part;
    else if (piece !== part) return undefined;
  }
  return params;
}
