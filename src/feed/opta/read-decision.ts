import type { VarDecision } from '../../match/event.ts';

export interface ReviewShape {
  /** What the referee had decided: `Goal awarded`, `Penalty not awarded`, `Red card given`, `Card upgrade`. */
  readonly about: string | undefined;
  /** Whether that stands: `Confirmed` or `Cancelled`. */
  readonly decision: string | undefined;
  readonly outcome: string | undefined;
}

/**
 * What a review came to; undefined where nothing changed that anybody was told of, and where it cannot be told: a goal that
 * was not given and stays so is no goal taken away.
 */
export function readDecision({
  about = '',
  decision = '',
  outcome = '',
}: ReviewShape): VarDecision['decision'] | undefined {
  const isAbout = (word: string) => about.toLowerCase().includes(word);
  const stands = /confirm/i.test(decision) ? true : /cancel|overturn/i.test(decision) ? false : undefined;
  if (stands === undefined) return undefined;
  const wasGiven = !isAbout('not ') && !isAbout('no ');
  if (isAbout('upgrade')) return /red|upgrade/i.test(outcome) ? 'card-upgraded' : undefined;
  if (isAbout('card')) return wasGiven && !stands ? 'card-cancelled' : undefined;
  if (isAbout('penalty')) {
    if (wasGiven) return stands ? 'penalty-confirmed' : 'penalty-cancelled';
    return stands ? undefined : 'penalty-given';
  }
  if (!isAbout('goal')) return undefined;
  if (wasGiven) return stands ? 'goal-confirmed' : 'goal-cancelled';
  return stands ? undefined : 'goal-confirmed';
}
