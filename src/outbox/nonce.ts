import { createHash } from 'node:crypto';

/**
 * The nonce of a delivery's message, from its key: the same at every attempt, so that Discord answers a repeated send
 * with the first message. Discord takes 25 characters and compares them per author, hence a key names its channel.
 */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 25);
}
