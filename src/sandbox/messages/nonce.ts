import type { World } from '../state/world.ts';

/** Discord's "few minutes" in which an author's nonce is remembered, in ms. */
const REMEMBERED = 5 * 60_000;

/** Which message an author's nonce made, over all channels; also when the sandbox was restarted since. */
export interface Nonces {
  find(authorId: string, nonce: string | number): string | undefined;
  remember(authorId: string, nonce: string | number, messageId: string): void;
}

export function openNonces(world: World): Nonces {
  const known = new Map<string, { readonly messageId: string; readonly until: number }>();
  const key = (authorId: string, nonce: string | number) => `${authorId}:${nonce}`;
  const forget = () => {
    for (const [each, { until }] of known) {
      if (until > world.now()) break;
      known.delete(each);
    }
  };
  for (const { id, author_id, nonce, timestamp } of world.messages.values()) {
    const until = Date.parse(timestamp) + REMEMBERED;
    if (nonce !== undefined && until > world.now()) known.set(key(author_id, nonce), { messageId: id, until });
  }
  return {
    find(authorId, nonce) {
      forget();
      return known.get(key(authorId, nonce))?.messageId;
    },
    remember(authorId, nonce, messageId) {
      known.delete(key(authorId, nonce));
      known.set(key(authorId, nonce), { messageId, until: world.now() + REMEMBERED });
    },
  };
}
