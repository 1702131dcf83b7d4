import type { Ask } from '../connection/rest.ts';
import type { WhatIf } from './what-if.ts';

interface Recorded {
  /** ms since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly route: string | null;
  readonly path: string;
  readonly status: number;
  readonly by?: string;
}

/** What can be seen from outside of how the bot takes a fault. */
export interface Evidence {
  readonly requests: readonly Recorded[];
  /** Faults that still wait for a request to strike. */
  readonly armed: readonly number[];
  /** Connections to the gateway, the page's own among them. */
  readonly sessions: number;
  readonly isZombie: boolean;
}

export async function gather(ask: Ask): Promise<Evidence> {
  const [requests, { faults, zombie }, { sessions }] = await Promise.all([
    ask<readonly Recorded[]>('GET', '/sandbox/requests?limit=300'),
    ask<{ readonly faults: readonly { readonly id: number }[]; readonly zombie: boolean }>('GET', '/sandbox/faults'),
    ask<{ readonly sessions: number }>('GET', '/sandbox/health'),
  ]);
  return { requests, armed: faults.map(({ id }) => id), sessions, isZombie: zombie };
}

/** A fault that was set off. */
export interface Trial {
  /** ms since the epoch. */
  readonly since: number;
  /** The fault's number, where it waits for a request. */
  readonly fault?: number;
  /** The one channel it strikes. */
  readonly channelId?: string;
  /** Whether the bot is to wait in vain for an answer, though Discord gave it. */
  readonly losesAnswer: boolean;
  /** How many were connected before. */
  readonly sessions: number;
  /** What has become of it so far; nothing is known right after. */
  readonly outcome?: Outcome;
}

export type Trials = Readonly<Partial<Record<WhatIf, Trial>>>;

/** A status, or an answer that never arrived. */
type Heard = number | 'lost';

/** What became of it. `posts` is what the bot heard on what it tried to post since, up to the first that went well. */
export type Outcome =
  | { readonly kind: 'waiting' | 'away' | 'back' }
  | { readonly kind: 'struck' | 'recovered' | 'refused'; readonly posts: readonly Heard[] };

const isGood = (heard: Heard): boolean => heard !== 'lost' && heard < 300;

/** Whether nothing more can come of it. */
export const isSettled = ({ outcome }: Trial): boolean =>
  outcome !== undefined && ['back', 'recovered', 'refused'].includes(outcome.kind);

/** The trials with what has become of each by now. A verdict stands: what is answered to later posts is no part of it. */
export function withVerdicts(trials: Trials, evidence: Evidence, bot: string): Trials {
  const judged = (trial: Trial): Trial =>
    isSettled(trial) ? trial : { ...trial, outcome: outcomeOf(trial, evidence, bot) };
  return Object.fromEntries(Object.entries(trials).map(([what, trial]) => [what, judged(trial)]));
}

/** How the bot came through, from what is seen now. */
export function outcomeOf(trial: Trial, { requests, armed, sessions, isZombie }: Evidence, bot: string): Outcome {
  const { since, fault, channelId } = trial;
  if (fault === undefined) return { kind: isZombie || sessions < trial.sessions ? 'away' : 'back' };
  const heard = requests
    .filter(({ at, method, route, by }) => at >= since && method === 'POST' && route === POSTS && by === bot)
    .filter(({ path }) => channelId === undefined || path.includes(channelId))
    .map(({ status }, index): Heard => (trial.losesAnswer && index === 0 ? 'lost' : status));
  const isArmed = armed.includes(fault);
  if (heard.length === 0 || (isArmed && heard.every(isGood))) return { kind: 'waiting' };
  const struckAt = Math.max(
    0,
    heard.findIndex((each) => !isGood(each)),
  );
  const endsAt = heard.findIndex((each, index) => index >= struckAt && isGood(each));
  const posts = isArmed || endsAt < 0 ? heard.slice(struckAt) : heard.slice(struckAt, endsAt + 1);
  if (posts.includes(403)) return { kind: 'refused', posts: posts.slice(0, posts.indexOf(403) + 1) };
  return { kind: !isArmed && isGood(posts.at(-1) ?? 'lost') ? 'recovered' : 'struck', posts };
}

const POSTS = '/channels/{channel_id}/messages';
