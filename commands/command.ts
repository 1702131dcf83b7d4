import type { Answer } from './answer.ts';
import type { Context } from './context.ts';
import type { CompletedOf, OptionsOf, Payload } from './options.ts';

/** One suggestion under an option that is being typed. */
export interface Choice {
  /** As it is read; the dispatcher cuts it to Discord's length. */
  readonly name: string;
  /** As it comes back when chosen. */
  readonly value: string;
}

/** An option that is being typed. */
export interface Focused<Name extends string = string> {
  readonly option: Name;
  readonly typed: string;
  /** What stands in all options so far. */
  readonly filled: AnyOptions;
}

/** A slash command: what Discord is told of it, and what it does. */
export interface Command<P extends Payload = Payload> {
  readonly data: P;
  run(context: Context, options: OptionsOf<P>): Promise<Answer>;
  /** Suggestions for the option being typed, best first. */
  complete?(context: Context, focused: Focused<CompletedOf<P>>): Promise<readonly Choice[]>;
  /** A button whose custom id is `<command>:<argument>:…` was pressed, perhaps on a message from long ago. */
  press?(context: Context, ...argument: readonly string[]): Promise<Answer>;
  /** Something was chosen in a menu whose custom id is `<command>:<argument>:…`; perhaps nothing, where that is allowed. */
  choose?(context: Context, values: readonly string[], ...argument: readonly string[]): Promise<Answer>;
  /** A form whose custom id is `<command>:<argument>:…` was sent in, with `typed` in its one line. */
  submit?(context: Context, typed: string, ...argument: readonly string[]): Promise<Answer>;
}

/** What a reader filled in, before it is known which command it is for. */
export type AnyOptions = Readonly<Record<string, string | number | boolean>>;

/** A command as the dispatcher sees it. Its options come from Discord, which holds them against the payload. */
export interface AnyCommand {
  readonly data: Payload;
  run(context: Context, options: AnyOptions): Promise<Answer>;
  complete?(context: Context, focused: Focused): Promise<readonly Choice[]>;
  press?(context: Context, ...argument: readonly string[]): Promise<Answer>;
  choose?(context: Context, values: readonly string[], ...argument: readonly string[]): Promise<Answer>;
  submit?(context: Context, typed: string, ...argument: readonly string[]): Promise<Answer>;
}

/** A command with the types of its options taken from its payload. */
export function command<P extends Payload>(definition: Command<P>): AnyCommand {
  return definition;
}
