import type { Locale } from '../src/locale.ts';
import { channelMention } from '../src/messages/following-message.ts';
import { texts } from '../src/messages/texts.ts';
import type { Context } from './context.ts';
import type { Named } from './names.ts';

/** A channel that Tifo may post in. */
export interface PostingPlace {
  readonly guildId: string;
  readonly channelId: string;
  /** The server's language, for what nobody chose one for. */
  readonly locale: Locale;
}

/** The channel where a command was given, if Tifo may post there; else what an admin has to grant. */
export function postingPlace({ place, reader }: Pick<Context, 'place' | 'reader'>): Named<PostingPlace> {
  const { errors } = texts(reader.locale);
  const { server, channelId, missing } = place;
  if (!server) return { ok: false, problem: errors.notInServer };
  if (missing.length > 0) return { ok: false, problem: errors.botLacks(missing, channelMention(channelId)) };
  return { ok: true, found: { guildId: server.id, channelId, locale: server.locale } };
}
