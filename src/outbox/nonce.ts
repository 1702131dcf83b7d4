import { createHash } from 'node:crypto';
import type { MessageBody } from '../messages/message.ts';

/**
 * The nonce of a delivery's message, from its key: the same at every attempt, so that Discord answers a repeated send
 * with the first message. Discord takes 25 characters and compares them per author, hence a key names its channel.
 */
export function nonceOf(key: string): string {
  return hashOf(key);
}

/** Two messages of one digest read the same. */
export function digestOf(message: MessageBody): string {
  return hashOf(JSON.stringify(message));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 25);
}
