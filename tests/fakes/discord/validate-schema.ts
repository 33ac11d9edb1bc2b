import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject } from "./json.ts";
import { record } from "./json.ts";

/**
 * Discord's own description of its HTTP API. Each check gives what is wrong, in words; nothing where the description
 * says nothing.
 */
export interface DiscordSchema {
  /** @param route a path template as in the description: `/channels/{channel_id}/messages` */
  request(method: string, route: string, body: unknown): string[];
  response(method: string, route: string, status: number, body: unknown): string[];
  /** @param name one of the description's schemas: `MessageResponse` */
  value(name: string, value: unknown): string[];
}

/** Where `shared/discord/openapi.json` is: in `SHARED_DIR`, else beside the checkout or a folder above it. */
export function findDiscordSchema(): string | undefined {
  const places = process.env.SHARED_DIR === undefined ? [] : [process.env.SHARED_DIR];
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    folder = dirname(folder);
    places.push(join(folder, "shared"));
  }
  return places.map((place) => join(place, "discord", "openapi.json")).find((file) => existsSync(file));
}

let loaded: DiscordSchema | undefined;

/** The checks of the description; they find nothing wrong where it is absent. */
export function discordSchema(): DiscordSchema {
  const file = findDiscordSchema();
  loaded ??= file === undefined ? { request: () => [], response: () => [], value: () => [] } : load(file);
  return loaded;
}

function load(file: string): DiscordSchema {
  const document = record(JSON.parse(readFileSync(file, "utf8")));
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false, logger: false });
  addFormats.default(ajv);
  for (const name of ["int32", "int64", "snowflake", "nonce", "binary", "base64"]) ajv.addFormat(name, true);
  ajv.addSchema(document, "discord");
  const compiled = new Map<string, ValidateFunction>();

  function check(pointer: readonly string[], value: unknown): string[] {
    if (at(document, pointer) === undefined) return [];
    const reference = `discord#/${pointer.map(encode).join("/")}`;
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference });
    compiled.set(reference, validate);
    return validate(value) ? [] : [explain(validate.errors ?? [])];
  }

  const checks: DiscordSchema = {
    request: (method, route, body) =>
      check(["paths", route, method.toLowerCase(), "requestBody", "content", "application/json", "schema"], body),
    response(method, route, status, body) {
      const responses = record(at(document, ["paths", route, method.toLowerCase(), "responses"]));
      const key = `${status}` in responses ? `${status}` : `${Math.floor(status / 100)}XX`;
      const named = record(responses[key]).$ref;
      const pointer =
        typeof named === "string"
          ? named.slice(2).split("/")
          : ["paths", route, method.toLowerCase(), "responses", key];
      if (Object.keys(responses).length > 0 && !(key in responses)) return [`status ${status} is not described`];
      return check([...pointer, "content", "application/json", "schema"], body);
    },
    value: (name, value) => check(["components", "schemas", name], value),
  };
  // Compiling takes a while, which must not count as the bot's when its first answer comes.
  const callback = "/interactions/{interaction_id}/{interaction_token}/callback";
  checks.request("POST", callback, {});
  checks.response("POST", callback, 200, {});
  checks.request("POST", "/channels/{channel_id}/messages", {});
  checks.response("POST", "/channels/{channel_id}/messages", 200, {});
  checks.request("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", {});
  return checks;
}

function at(document: JsonObject, pointer: readonly string[]): unknown {
  let node: unknown = document;
  for (const part of pointer) node = record(node)[part];
  return node;
}

const encode = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Of the complaints about all branches of a union, those that lie deepest: mostly about the branch that was meant. */
function explain(errors: readonly ErrorObject[]): string {
  const telling = errors.filter(({ keyword, instancePath, params }) => {
    const otherBranch = keyword === "enum" && instancePath.endsWith("/type");
    return !otherBranch && !["oneOf", "anyOf"].includes(keyword) && params.type !== "null";
  });
  const left = telling.length > 0 ? telling : errors;
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const deepest = Math.max(...left.map(depth));
  const worst = left.filter((error) => depth(error) === deepest).slice(0, 3);
  return worst.map(({ instancePath, message }) => `${instancePath || "body"} ${message}`).join("; ");
}
