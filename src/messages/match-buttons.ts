import { isBeforeKickOff } from '../match/phase.ts';
import type { MatchState } from '../match/state.ts';
import type { Button } from './compose.ts';
import type { Texts } from './texts.ts';

/** The ways on from a match. Before kick-off there is no timeline to read, nor anything that it means. */
export function matchButtons({ snapshot: { match, phase } }: MatchState, texts: Texts): readonly Button[] {
  const { buttons } = texts;
  const lineups = lineupsButton(match.id, texts);
  const facts = factsButton(match.id, texts);
  if (isBeforeKickOff(phase)) return [lineups, facts];
  const timeline = { id: `timeline:${match.id}`, label: buttons.timeline };
  const report = { id: `report:${match.id}`, label: buttons.report };
  return [timeline, lineups, report, facts];
}

export function lineupsButton(matchId: string, { buttons }: Texts): Button {
  return { id: `lineups:${matchId}`, label: buttons.lineups };
}

export function factsButton(matchId: string, { buttons }: Texts): Button {
  return { id: `facts:match:${matchId}`, label: buttons.facts };
}
