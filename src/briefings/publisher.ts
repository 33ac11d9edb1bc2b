import type { Reply } from "../reply.ts";

/** Where briefings are posted. Every call rejects with a PublishError, and with nothing else. */
export interface Publisher {
  /**
   * Posts once: `key` gives the nonce and the mark in the message. With `mayBeThere`, and after every attempt whose
   * outcome is unknown, the mark is looked for in the channel before anything is sent.
   * Retries what can pass (5xx, 429, a broken connection) until `signal` aborts.
   * @returns the message's id
   */
  post(message: PostedBriefing, signal: AbortSignal): Promise<string>;
  /** The id of the message that carries the key's mark, if it is among the channel's recent ones. */
  find(channelId: string, key: string, signal: AbortSignal): Promise<string | undefined>;
  /** Publishes a message of an announcement channel; one that is published already is fine. */
  crosspost(channelId: string, messageId: string, signal: AbortSignal): Promise<void>;
  /** Asks Discord whether a briefing could be posted. Never rejects. */
  check(channelId: string, publish: boolean): Promise<ChannelCheck>;
  /** A direct message. */
  tell(userId: string, reply: Reply): Promise<void>;
}

export interface PostedBriefing {
  readonly channelId: string;
  readonly reply: Reply;
  /** `<schedule id>/<local date>` */
  readonly key: string;
  readonly mayBeThere: boolean;
}

/** `problems` are sentences like those of a PublishError; none where all is well. */
export interface ChannelCheck {
  readonly state: "ready" | "blocked" | "unknown";
  readonly problems: readonly string[];
}

export class PublishError extends Error {
  override readonly name = "PublishError";
  /** `refused`: only a person can mend it (permission, channel); `unavailable`: may pass by itself. */
  readonly kind: "refused" | "unavailable";
  /** @param sentence for the admin: what is wrong and how to mend it; a channel in it is written `<#id>` */
  constructor(kind: PublishError["kind"], sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.kind = kind;
  }
}
