import type { Interaction, Message, State } from "./state.ts";
import { isEphemeral, messageFlag } from "./validate-limits.ts";

/** What has become of something that a person did. It goes on changing while the bot edits. */
export interface Outcome {
  /** The message as Discord has it now. @throws Error saying why there is none */
  readonly message: Message;
  /** The messages that each edit made, in order. */
  readonly edits: readonly Message[];
  readonly followUps: readonly Message[];
  /** Milliseconds from the person's action to the first response; undefined while there is none. */
  readonly firstResponseMs: number | undefined;
  readonly responded: boolean;
  /** Something that can be read has come: not only "thinking …". */
  readonly answered: boolean;
  /** The first response was a deferral, of a new message or of an edit. */
  readonly deferred: boolean;
  /** Only the person sees the answer: fixed by the first response. */
  readonly ephemeral: boolean;
  /** The answer took the place of the message whose button was pressed. */
  readonly updated: boolean;
  /** What the person sees instead of an answer: "The application did not respond". */
  readonly failed: string | undefined;
  /** Waits for the outcome to be so. @throws Error after `patience` milliseconds, 15,000 where missing */
  until(holds: (outcome: Outcome) => boolean, patience?: number): Promise<void>;
}

export function createOutcome(state: State, interaction: Interaction): Outcome {
  const stored = () => state.messages.get(interaction.originalId ?? "");
  const outcome: Outcome = {
    get message() {
      const message = stored();
      if (!message) throw new Error(outcome.failed ?? "The bot has sent no message, or has deleted it");
      return message;
    },
    get edits() {
      return interaction.edits;
    },
    get followUps() {
      return interaction.followUps.flatMap((id) => state.messages.get(id) ?? []);
    },
    get firstResponseMs() {
      return interaction.firstResponseMs;
    },
    get responded() {
      return interaction.callback !== undefined;
    },
    get answered() {
      if (interaction.callback === undefined) return false;
      return !outcome.deferred || interaction.edits.length > 0 || interaction.followUps.length > 0;
    },
    get deferred() {
      return interaction.callback === 5 || interaction.callback === 6;
    },
    get ephemeral() {
      return isEphemeral(stored()?.flags);
    },
    get updated() {
      return interaction.callback === 6 || interaction.callback === 7;
    },
    get failed() {
      if (interaction.expired) return "The application did not respond";
      return undefined;
    },
    until: (holds, patience) =>
      state.signal.until(() => holds(outcome), `an answer to ${interaction.commandName || "a click"}`, patience),
  };
  return outcome;
}

/** Whether the message still says "thinking …". */
export function isLoading(message: Message): boolean {
  return (message.flags & messageFlag.loading) !== 0;
}
