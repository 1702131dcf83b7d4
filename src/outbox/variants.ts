import type { Locale } from '../locale.ts';
import type { MessageBody } from '../messages/message.ts';
import type { Subject } from './delivery.ts';

/** Composes what a subject says in a language; null when there is nothing to say (any more). */
export type Compose = (subject: Subject, locale: Locale) => Promise<MessageBody | null>;

/** More than are ever in the air at once; a fan-out to ten thousand channels needs two. */
const KEPT = 64;

/** Composes each variant once for all the channels that get it, and forgets the oldest. A failure is not remembered. */
export function composeOnce(compose: Compose): Compose {
  const variants = new Map<string, Promise<MessageBody | null>>();
  return (subject, locale) => {
    const name = `${subject.kind} ${locale} ${subject.id}`;
    const known = variants.get(name);
    if (known) return known;
    const variant = compose(subject, locale);
    variants.set(name, variant);
    variant.catch(() => variants.delete(name));
    for (const oldest of variants.keys()) {
      if (variants.size <= KEPT) break;
      variants.delete(oldest);
    }
    return variant;
  };
}
