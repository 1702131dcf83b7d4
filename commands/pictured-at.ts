import type { MessageBody } from '../src/messages/message.ts';
import { withoutPicture } from '../src/messages/without-picture.ts';
import type { Place } from './context.ts';

/** The message as it can be shown in a place: without its picture where Tifo may attach no files. */
export function picturedAt({ missing }: Pick<Place, 'missing'>, message: MessageBody): MessageBody {
  return missing.includes('attach') ? withoutPicture(message) : message;
}
