import { compose } from './compose.ts';
import type { MessageBody } from './message.ts';

/** An answer of one line. */
export function noticeMessage(text: string): MessageBody {
  return compose({ content: text });
}
