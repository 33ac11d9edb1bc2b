import type { ReindexReport } from "./archive/archive.ts";
import type { Progress } from "./archive/index-source.ts";
import type { Briefings } from "./briefings/desk.ts";
import { UserError } from "./errors.ts";
import type { Library } from "./news/library.ts";
import type { Reply, Text } from "./reply.ts";

/** What a command may know besides its arguments: values as of the moment it was invoked. */
export interface Context {
  readonly library: Library;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly caller: Caller;
  readonly status: Status;
  /** Every command the surface offers, in the order of the list: what `/help` shows. */
  readonly commands: readonly Command[];
  /** Rebuilds the library; a second call while one runs shares its result. */
  readonly reindex: (onProgress: (progress: Progress) => void) => Promise<ReindexReport>;
  readonly briefings: Briefings;
  /** For a `slow` command: shows how far it is. May be called often. */
  readonly showProgress: (line: Text) => void;
}

export interface Caller {
  readonly id: string;
  /** Whether the caller is the bot's operator. Rejects with a UserError where that can't be found out just now. */
  readonly isAdmin: () => Promise<boolean>;
  /** The server that the question comes from; missing in a direct message. */
  readonly server?: Server;
}

export interface Server {
  readonly id: string;
  /** Whether the caller may manage it. */
  readonly isManager: boolean;
  /** A channel's name as far as it is known. */
  readonly channelName: (id: string) => string | undefined;
}

export interface Status {
  readonly version: string;
  readonly lastReindex?: { readonly at: number; readonly report: ReindexReport };
}

/** A value that autocomplete offers: `name` is shown, `value` is sent. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** One option of a command, `T` being what the command gets for it. */
export interface Option<T = unknown> {
  /** `channel`: one of the server's text or announcement channels, by its id. */
  readonly type: "string" | "integer" | "boolean" | "channel";
  /** At most 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** @throws UserError saying what is expected, if the raw value is none. */
  readonly parse: (raw: RawValue, context: Context) => T;
  /** At most 25 choices for what is typed so far. */
  readonly complete?: (typed: string, context: Context) => readonly Choice[] | Promise<readonly Choice[]>;
}

type Options = Readonly<Record<string, Option<unknown>>>;

/** The arguments' types, inferred from the options: a required one is always there. */
export type Arguments<O extends Options> = {
  readonly [K in keyof O as O[K] extends { required: true } ? K : never]: Parsed<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends { required: true } ? never : K]?: Parsed<O[K]>;
};
type Parsed<O> = O extends Option<infer T> ? T : never;

/** What a surface sends for an invocation: option name to value. */
export type RawOptions = Readonly<Record<string, RawValue>>;
export type RawValue = string | number | boolean;

export interface Command {
  /** One word, or two: commands that share the first are the subcommands of one in Discord. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Invocations that `/help` shows, as typed; none where the bare command says it all. */
  readonly examples: readonly string[];
  readonly options: Options;
  /** Only for the operator: `run` refuses everybody else, and surfaces hide it by default. */
  readonly adminOnly?: boolean;
  /** Only in a server, and for members who may manage it. */
  readonly managerOnly?: boolean;
  /** Only the caller sees the answer. */
  readonly private?: boolean;
  /** May take longer than Discord waits for a first answer. */
  readonly slow?: boolean;
  /**
   * Parses the options and answers.
   * @throws UserError for anything the caller can mend.
   */
  run(raw: RawOptions, context: Context): Promise<Reply>;
}

/** Declares a command as one literal; the types of `run`'s arguments follow from its options. */
export function defineCommand<const O extends Options>(
  definition: Omit<Command, "options" | "run"> & {
    readonly options: O;
    run(args: Arguments<O>, context: Context): Reply | Promise<Reply>;
  },
): Command {
  return {
    ...definition,
    async run(raw, context) {
      if (definition.adminOnly && !(await context.caller.isAdmin())) {
        throw new UserError(`Only the bot's operator may use /${definition.name}.`);
      }
      if (definition.managerOnly) managedServer(context.caller);
      return definition.run(parseOptions(definition.options, raw, context), context);
    },
  };
}

/**
 * The server that the caller manages.
 * @throws UserError where there is none
 */
export function managedServer({ server }: Caller): Server {
  if (!server) throw new UserError("This works in a server only: briefings are posted in one of its channels.");
  if (!server.isManager) throw new UserError("This needs the permission Manage Server.");
  return server;
}

function parseOptions<O extends Options>(options: O, raw: RawOptions, context: Context): Arguments<O> {
  const unknown = Object.keys(raw).find((name) => !Object.hasOwn(options, name));
  if (unknown !== undefined) {
    const known = Object.keys(options).join(", ");
    throw new UserError(`There is no option “${unknown}” here.${known ? ` The options are: ${known}.` : ""}`);
  }
  const parsed: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = raw[name];
    if (value !== undefined) parsed[name] = parseOption(name, option, value, context);
    else if (option.required) throw new UserError(`The option “${name}” is missing: ${option.description}`);
  }
  return parsed as Arguments<O>;
}

function parseOption(name: string, option: Option, value: RawValue, context: Context): unknown {
  try {
    return option.parse(value, context);
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${name}: ${error.message}`) : error;
  }
}
