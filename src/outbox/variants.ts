import type { MessageBody } from '../messages/message.ts';
import type { Subject, Variant } from './delivery.ts';

/** What a subject says to everybody who shares a variant. */
export interface Composed {
  readonly message: MessageBody;
  /** Whether it is to be pinned or no longer; left as it is when absent. */
  readonly pinned?: boolean;
  /** The name of the thread that it opens. */
  readonly thread?: string;
}

/**
 * Composes what a subject says in a variant; null when there is nothing to say (any more). What was taken back before
 * anybody saw it is not worth a post, so it matters whether a message stands already.
 */
export type Compose = (subject: Subject, variant: Variant, stands: boolean) => Promise<Composed | null>;

/** Composes once for all who get the very same message: `revision` says which state of affairs it is of. */
export type ComposeOnce = (
  subject: Subject,
  variant: Variant,
  stands: boolean,
  revision: number,
) => Promise<Composed | null>;

/** More than are ever in the air at once; a fan-out to ten thousand channels needs a handful. */
const KEPT = 64;

/** Composes each variant of each revision once for all the channels that get it, and forgets the oldest. A failure is not remembered. */
export function composeOnce(compose: Compose): ComposeOnce {
  const variants = new Map<string, Promise<Composed | null>>();
  return (subject, variant, stands, revision) => {
    const { locale, spoilers, delayMs } = variant;
    const name = `${subject.kind} ${locale} ${spoilers} ${delayMs} ${stands} ${revision} ${subject.id}`;
    const known = variants.get(name);
    if (known) return known;
    const composed = compose(subject, variant, stands);
    variants.set(name, composed);
    composed.catch(() => variants.delete(name));
    for (const oldest of variants.keys()) {
      if (variants.size <= KEPT) break;
      variants.delete(oldest);
    }
    return composed;
  };
}
