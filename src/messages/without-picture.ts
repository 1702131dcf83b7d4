import type { MessageBody } from './message.ts';

/** The message for where no picture can be shown: what was made to stand in its place, or all that is not the picture. */
export function withoutPicture(whole: MessageBody): MessageBody {
  const { picture, withoutPicture: instead, ...message } = whole;
  if (!picture) return whole;
  if (instead) {
    const { content, allowed_mentions } = message;
    return { content, allowed_mentions, ...instead };
  }
  return message;
}
