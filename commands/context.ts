import type { Locale } from '../src/locale.ts';
import type { Instant } from '../src/match/instant.ts';
import type { Grant } from '../src/messages/texts/hearing-texts.ts';
import type { Services } from './services.ts';

/** Who asks. */
export interface Reader {
  readonly userId: string;
  /** The language of his Discord, in which he is answered. */
  readonly locale: Locale;
  /** Whether he has Manage Server. */
  readonly canManageServer: boolean;
}

/** Where something is asked. */
export interface Place {
  /** A channel of a server, or a direct message. */
  readonly channelId: string;
  /** The server, where Tifo was invited to it; absent in direct messages, and where only the reader brought Tifo along. */
  readonly server?: { readonly id: string; readonly locale: Locale };
  /** What Tifo was not granted in this channel; not everything needs all of it. */
  readonly missing: readonly Grant[];
  /** Of the roles that the question names, those that anybody may ping. */
  readonly mentionableRoles: readonly string[];
}

/** All that a command sees of the world. */
export interface Context extends Services {
  readonly reader: Reader;
  readonly place: Place;
  readonly now: Instant;
  /**
   * Tells Discord that the answer takes its time. To be awaited before work that may keep the thread: the deferral would stand
   * behind it else, for longer than Discord waits.
   */
  takeTime(): Promise<void>;
}
