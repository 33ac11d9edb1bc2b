import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ApiError, describe, invalidForm, invalidJson, type Problem, unauthorized } from "./errors.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Json } from "./json.ts";
import { text } from "./json.ts";
import type { Answer, Call, Route } from "./route.ts";
import { findRoute } from "./routes.ts";
import type { RequestRecord, State } from "./state.ts";
import type { DiscordSchema } from "./validate-schema.ts";

const prefix = "/api/v10";
/** Requests a second: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const globalLimit = 50;

/** Discord's HTTP API over the state: every request is recorded, checked and answered. */
export function createApi(state: State, faults: Faults, schema: DiscordSchema): Server {
  /** When the requests of the last second came. */
  const recent: number[] = [];

  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // Unless the bot cut the connection, this is a flaw of the fake.
      const cut = error instanceof Error && "code" in error && error.code === "ECONNRESET";
      if (!cut) state.violations.push(`fake: ${error}`);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url, record, readable } = await read(request);
    state.requests.push(record);
    state.signal.notify();
    const fault = await faults.take(record);
    if (fault?.kind === "drop") return void request.socket.destroy();
    if (fault?.kind === "delay") await wait(fault.ms);
    const at = performance.now();
    const instead = overloaded(record, response) ?? (fault && failure(fault, response));
    let answer = instead ?? respond(record, url.host, at, readable);
    for (const message of state.stored.splice(0)) await faults.stored(message);
    if (fault?.kind === "drop-after") return void request.socket.destroy();
    if (fault?.kind === "delay-after") await wait(fault.ms);
    if (fault?.kind === "status-after") answer = trouble(fault.status);
    record.status = answer.status;
    write(response, answer, record.path, fault?.kind);
  }

  /** Discord's global limit, which answers to interactions don't count for. */
  function overloaded({ path, at }: RequestRecord, response: ServerResponse): Answer | undefined {
    if (/^\/(interactions|webhooks)\//.test(path)) return undefined;
    while ((recent[0] ?? at) <= at - 1000) recent.shift();
    recent.push(at);
    if (recent.length <= globalLimit) return undefined;
    state.violations.push(`${recent.length} requests within a second`);
    return failure({ kind: "rate-limit", retryAfter: 1, scope: "global" }, response);
  }

  function respond(record: RequestRecord, host: string, at: number, readable: boolean): Answer {
    const { method, path } = record;
    const found = findRoute(method, path);
    if (!found) {
      state.violations.push(`${method} ${path}: there is no such route`);
      return { status: 404, body: { message: "404: Not Found", code: 0 } };
    }
    const { route, params } = found;
    const name = `${method} ${route.path}`;
    const answer = attempt(name, () => {
      if (!route.open && record.headers.authorization !== `Bot ${state.token}`) throw unauthorized();
      if (!readable) throw invalidJson();
      return checked(route, { params, query: record.query, body: record.body, host, at });
    });
    const drift = schema.response(method, route.path, answer.status, answer.body);
    state.violations.push(...drift.map((message) => `fake: answer to ${name}: ${message}`));
    return answer;
  }

  /** The route's answer, unless anything is wrong with the request: then nothing is done, and all of it is told. */
  function checked(route: Route, call: Call): Answer {
    const limits = route.check?.(call, state) ?? [];
    const complaints = call.body === undefined ? [] : schema.request(route.method, route.path, call.body);
    const problems = [...limits, ...complaints.map((message): Problem => ({ path: ["schema"], message }))];
    if (problems.length > 0) throw invalidForm(problems);
    return route.handle(call, state);
  }

  /** Turns an error into the answer that Discord gives, and records what the bot did wrong. */
  function attempt(name: string, handle: () => Answer): Answer {
    try {
      return handle();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { problems, status, body, message } = error;
      if (error.code === invalidForm([]).code)
        state.violations.push(...problems.map((one) => `${name}: ${describe(one)}`));
      else if (error.blame) state.violations.push(`${name}: ${message}`);
      return { status, body };
    }
  }
}

async function read(request: IncomingMessage): Promise<{ url: URL; record: RequestRecord; readable: boolean }> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const path = url.pathname.replaceAll("%40", "@");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const record: RequestRecord = {
    method: request.method ?? "GET",
    // Another version of the API keeps its prefix, so that no route is found for it.
    path: path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path,
    query: Object.fromEntries(url.searchParams),
    body: undefined,
    headers: request.headers,
    at: Date.now(),
  };
  try {
    const body = await parse(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    return { url, record: { ...record, body }, readable: true };
  } catch {
    return { url, record, readable: false };
  }
}

/** JSON, or the part `payload_json` of a form with files. */
async function parse(bytes: Buffer, contentType: string): Promise<Json | undefined> {
  if (bytes.length === 0) return undefined;
  if (!contentType.startsWith("multipart/form-data")) return JSON.parse(bytes.toString("utf8"));
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  return JSON.parse(text(form.get("payload_json")));
}

/** The answer that a fault puts in the place of the real one. */
function failure(fault: Fault, response: ServerResponse): Answer | undefined {
  if (fault.kind === "status") return trouble(fault.status);
  if (fault.kind === "blocked") return { status: fault.status, body: {} };
  if (fault.kind === "refuse") return { status: 400, body: { message: "Invalid Form Body", code: 50035 } };
  if (fault.kind !== "rate-limit") return undefined;
  const { retryAfter, scope = "user" } = fault;
  if (retryAfter !== undefined) response.setHeader("retry-after", Math.ceil(retryAfter * 1000) / 1000);
  response.setHeader("x-ratelimit-scope", scope);
  if (scope === "global") response.setHeader("x-ratelimit-global", "true");
  const message = scope === "shared" ? "The resource is being rate limited." : "You are being rate limited.";
  return { status: 429, body: { message, retry_after: retryAfter ?? 1, global: scope === "global" } };
}

function trouble(status: number): Answer {
  return { status, body: { message: `${status}: Error`, code: 0 } };
}

/** Doesn't keep the process alive. */
function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function write(response: ServerResponse, answer: Answer, path: string, fault: Fault["kind"] | undefined): void {
  response.statusCode = answer.status;
  response.setHeader("x-ratelimit-limit", 50);
  response.setHeader("x-ratelimit-remaining", answer.status === 429 ? 0 : 49);
  const resetAfter = Number(response.getHeader("retry-after") ?? 1);
  response.setHeader("x-ratelimit-reset", (Date.now() / 1000 + resetAfter).toFixed(3));
  response.setHeader("x-ratelimit-reset-after", resetAfter.toFixed(3));
  response.setHeader("x-ratelimit-bucket", path.split("/")[1] ?? "");
  if (answer.body === undefined) return void response.end();
  response.setHeader("content-type", fault === "blocked" ? "text/html" : "application/json");
  response.end(
    fault === "garbage" || fault === "blocked" ? "<!doctype html><title>cloud" : JSON.stringify(answer.body),
  );
}
