import type { MessageBody } from '../messages/message.ts';
import { isForWhatItIs } from './give-up.ts';
import type { DoneResult, SendResult } from './transport.ts';

/** A message as its line alone, which is complete in itself: no embed, picture or component. */
function plainestForm({ content, allowed_mentions }: MessageBody): MessageBody {
  return { content, allowed_mentions };
}

/**
 * Gives a message, and at once in its plainest form where it is refused for what it is: a goal without its picture is
 * better than none. One that is plain already is given again only where nobody says what is wrong with it.
 */
export async function inSomeForm<Result extends SendResult | DoneResult>(
  message: MessageBody,
  give: (message: MessageBody) => Promise<Result>,
  onRefused: (problem: string) => void,
): Promise<Result> {
  const given = await give(message);
  if (given.ok || given.reason !== 'rejected' || !isForWhatItIs(given)) return given;
  const isPlain = !message.embeds && !message.components && !message.picture;
  if (isPlain && given.code !== 0) return given;
  onRefused(given.problem);
  return give(plainestForm(message));
}
