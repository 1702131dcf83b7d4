import type { MessageBody } from '../../../src/messages/message.ts';

/** A message as somebody sees it who lifts no cover. A cover ends at the next two bars, whatever stands before them. */
export function visible(message: MessageBody): string {
  return JSON.stringify(message).replace(/\|\|.*?\|\|/g, '▇▇▇');
}

/** What is under the covers of a message's line. */
export function underCover({ content }: MessageBody): readonly string[] {
  return [...content.matchAll(/\|\|(.*?)\|\|/gs)].map(([, text = '']) => text);
}
