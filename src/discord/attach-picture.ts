import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../log.ts';
import type { MessageBody } from '../messages/message.ts';
import { withoutPicture } from '../messages/without-picture.ts';

/** What makes pictures of drawings. */
export interface PictureOptions {
  /** A drawing as a PNG file; rejects when it cannot be made. */
  draw(svg: string): Promise<Uint8Array>;
  readonly log: Log;
}

export interface AttachedFile {
  readonly name: string;
  readonly data: Buffer;
  readonly contentType: string;
  /** What it shows, for who does not see it. */
  readonly description: string;
}

/** A message as it goes out: what Discord is told of it, and the file that goes along. */
export interface Dressed {
  readonly message: MessageBody;
  readonly file?: AttachedFile;
}

/** The message with its picture drawn; without it where there is nobody to draw, or drawing failed: no post is lost over it. */
export async function dress(message: MessageBody, pictures: PictureOptions | undefined): Promise<Dressed> {
  if (!message.picture || !pictures) return { message: withoutPicture(message) };
  const { picture, withoutPicture: _, ...rest } = message;
  try {
    const data = Buffer.from(await pictures.draw(picture.svg));
    return { message: rest, file: { name: picture.name, data, contentType: 'image/png', description: picture.alt } };
  } catch (error) {
    pictures.log.warn({ err: error, picture: picture.name }, 'a picture could not be drawn; its message goes without');
    return { message: withoutPicture(message) };
  }
}

/** Whether a refusal may be for the file alone: it may not be attached here, or is too large. */
function isForTheFile(code: number): boolean {
  return code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.RequestEntityTooLarge;
}

/** Gives a message as it was dressed, and once more without its picture where Discord may have refused that alone. */
export async function orWithout<T>(
  message: MessageBody,
  dressed: Dressed,
  give: (dressed: Dressed) => Promise<T>,
): Promise<T> {
  try {
    return await give(dressed);
  } catch (error) {
    const isRefused = error instanceof DiscordAPIError && isForTheFile(Number(error.code));
    if (!dressed.file || !isRefused) throw error;
    return give({ message: withoutPicture(message) });
  }
}

/**
 * The request for a message: its body, and its file beside it. What is left out of an edit stays as it was, so with
 * `replacing` what a message has no longer is said.
 */
export function requestOf({ message, file }: Dressed, more: object, { replacing = false } = {}) {
  const attachments = file ? [{ id: '0', filename: file.name, description: file.description }] : [];
  const nothing = replacing ? { embeds: [], components: [] } : {};
  const body = { ...nothing, ...message, ...more, ...((file || replacing) && { attachments }) };
  if (!file) return { body };
  const { description: _, ...raw } = file;
  return { body, files: [raw] };
}
