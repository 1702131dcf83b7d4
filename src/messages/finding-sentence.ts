import type { Finding } from '../facts/engine/finding.ts';
import type { Texts } from './texts.ts';

/** A finding in a sentence or two; names in it have been made plain. */
export function findingSentence({ statement: said, scope }: Finding, { found }: Texts): string {
  const { season, run, meeting, player } = found;
  switch (said.kind) {
    case 'best-start':
      return season[said.kind](said, scope);
    case 'best-start-since':
      return season[said.kind](said, scope);
    case 'worst-start':
      return season[said.kind](said, scope);
    case 'unbeaten-start':
      return season[said.kind](said, scope);
    case 'winless-start':
      return season[said.kind](said, scope);
    case 'goals-start':
      return season[said.kind](said, scope);
    case 'points-by-season':
      return season[said.kind](said, scope);
    case 'many-on-points':
      return season[said.kind](said, scope);
    case 'many-unbeaten':
      return season[said.kind](said, scope);
    case 'table-place':
      return season[said.kind](said, scope);
    case 'what-if':
      return season[said.kind](said, scope);
    case 'champion':
      return season[said.kind](said, scope);
    case 'title-turned':
      return meeting[said.kind](said, scope);
    case 'run':
      return run[said.kind](said, scope);
    case 'run-ended':
      return run[said.kind](said, scope);
    case 'longest-run':
      return run[said.kind](said, scope);
    case 'biggest-win':
      return run[said.kind](said, scope);
    case 'most-goals':
      return meeting[said.kind](said, scope);
    case 'balance':
      return meeting[said.kind](said, scope);
    case 'meeting-number':
      return meeting[said.kind](said, scope);
    case 'common-score':
      return meeting[said.kind](said, scope);
    case 'last-meetings':
      return meeting[said.kind](said, scope);
    case 'meetings-in-a-row':
      return meeting[said.kind](said, scope);
    case 'meetings-row-ended':
      return meeting[said.kind](said, scope);
    case 'first-since':
      return meeting[said.kind](said, scope);
    case 'doubles':
      return meeting[said.kind](said, scope);
    case 'season-meetings':
      return meeting[said.kind](said, scope);
    case 'half-time-leads':
      return run[said.kind](said, scope);
    case 'goal-milestone':
      return meeting[said.kind](said, scope);
    case 'top-scorer':
      return player[said.kind](said, scope);
    case 'scoring-run':
      return player[said.kind](said, scope);
  }
}
