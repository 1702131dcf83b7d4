import { isBeforeKickOff } from '../match/phase.ts';
import type { MatchState } from '../match/state.ts';
import type { Button } from './compose.ts';
import type { Texts } from './texts.ts';

/** The ways on from a match. Before kick-off there is no timeline to read, nor anything that it means. */
export function matchButtons({ snapshot: { match, phase } }: MatchState, { buttons }: Texts): readonly Button[] {
  const lineups = { id: `lineups:${match.id}`, label: buttons.lineups };
  const facts = { id: `facts:match:${match.id}`, label: buttons.facts };
  if (isBeforeKickOff(phase)) return [lineups, facts];
  const timeline = { id: `timeline:${match.id}`, label: buttons.timeline };
  const report = { id: `report:${match.id}`, label: buttons.report };
  return [timeline, lineups, report, facts];
}
