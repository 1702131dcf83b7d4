import { detect } from '../../../src/match/detect.ts';
import { SECOND } from '../../../src/match/instant.ts';
import type { News } from '../../../src/match/news.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { MATCH } from '../../support/match/build.ts';

export interface Followed {
  readonly news: readonly News[];
  readonly state: MatchState;
}

/** Follows a match look by look, from a cold start at the first; the state goes through JSON as it does in the store. */
export function followLooks(looks: readonly Snapshot[], from?: MatchState): Followed {
  let state = from;
  const news: News[] = [];
  for (const snapshot of looks) {
    if (state && snapshot.at < state.snapshot.at) continue;
    const found = detect(state && (JSON.parse(JSON.stringify(state)) as MatchState), snapshot, snapshot.at);
    state = found.state;
    news.push(...found.news);
  }
  if (!state) throw new Error('no looks');
  return { news, state };
}

/** The same, of looks 15 seconds apart. */
export function follow(...looks: readonly Snapshot[]): Followed {
  return followLooks(looks.map((look, index) => ({ ...look, at: MATCH.kickOff + index * 15 * SECOND })));
}

/** A look again and again: `times(6, look)` is a minute and a half. */
export function times<Look>(count: number, look: Look): readonly Look[] {
  return Array.from({ length: count }, () => look);
}

export const kinds = (news: readonly News[]) => news.map(({ kind }) => kind);
export const scores = (news: readonly News[]) => news.map(({ kind, score }) => `${kind} ${score.home}-${score.away}`);
