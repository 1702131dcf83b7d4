import type { Locale } from '../src/locale.ts';
import { channelMention } from '../src/messages/following-message.ts';
import type { Grant } from '../src/messages/texts/hearing-texts.ts';
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

/** Without these there are no posts at all; everything else that is not granted only makes them plainer. */
const NEEDED: readonly Grant[] = ['view', 'send', 'embed'];

/** The channel where a command was given, if Tifo may post there; else what an admin has to grant. */
export function postingPlace({ place, reader }: Pick<Context, 'place' | 'reader'>): Named<PostingPlace> {
  const { errors } = texts(reader.locale);
  const { server, channelId } = place;
  const missing = lacking(place, NEEDED);
  if (!server) return { ok: false, problem: errors.notInServer };
  if (missing.length > 0) return { ok: false, problem: errors.botLacks(missing, channelMention(channelId)) };
  return { ok: true, found: { guildId: server.id, channelId, locale: server.locale } };
}

/** Of these permissions, those that Tifo lacks where it was asked. */
export function lacking({ missing }: Context['place'], needed: readonly Grant[]): readonly Grant[] {
  return needed.filter((grant) => missing.includes(grant));
}
