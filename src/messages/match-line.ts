import { formatMinute } from '../match/minute.ts';
import type { News } from '../match/news.ts';
import { isBeforeKickOff, isLive } from '../match/phase.ts';
import { leader, type Score, shootOutOf } from '../match/score.ts';
import { type MatchState, standing } from '../match/state.ts';
import { clubName, fixtureLine, formatScore, scoreLine } from './score-line.ts';
import type { MatchLine } from './texts/match-texts.ts';
import type { Texts } from './texts.ts';

/** A match as a sentence needs it, at a score that may be an earlier one than the state's. */
export function matchLine(state: MatchState, score: Score, texts: Texts): MatchLine {
  const { match, phase, minute } = state.snapshot;
  const fixture = fixtureLine(match, texts);
  return {
    fixture,
    line: hasScore(state) ? scoreLine(match, score) : fixture,
    // A match that is over or has not begun is at no minute, whatever its feed's clock says.
    minute:
      minute && (isLive(phase) || phase === 'suspended' || phase === 'abandoned') ? formatMinute(minute) : undefined,
    ending: endingOf(state, texts),
  };
}

/** The state of a match in one line: "Milan 1–1 Inter · full-time". */
export function stateLine(state: MatchState, texts: Texts): string {
  const { line, minute, ending } = matchLine(state, state.score, texts);
  const status = texts.status[state.snapshot.phase](minute);
  return [line, status, state.snapshot.phase === 'full-time' && ending].filter(Boolean).join(' · ');
}

/** Whether there is a score to show: no 0–0 for a match that was never played, or that was awarded without one. */
export function hasScore({ snapshot: { phase, score } }: MatchState): boolean {
  return !isBeforeKickOff(phase) && (phase !== 'awarded' || score !== undefined);
}

/** "after extra time", "Inter win 4–3 on penalties"; undefined where the score says it all. */
function endingOf(state: MatchState, texts: Texts): string | undefined {
  const tally = shootOutTally(state);
  if (tally) {
    const winner = leader(tally);
    if (!winner) return texts.shootOut.level(formatScore(tally));
    const winnersFirst = { home: Math.max(tally.home, tally.away), away: Math.min(tally.home, tally.away) };
    return texts.shootOut.won(clubName(state.snapshot.match, winner), formatScore(winnersFirst));
  }
  const lastMinute = Math.max(
    0,
    ...standing(state).map((event) => event.minute?.base ?? 0),
    state.snapshot.minute?.base ?? 0,
  );
  return lastMinute > 90 ? texts.card.afterExtraTime : undefined;
}

/** The penalties scored in the shoot-out; undefined where there was none. */
function shootOutTally(state: MatchState): Score | undefined {
  const counted = shootOutOf(standing(state));
  const tally = state.snapshot.shootOut ?? counted;
  return tally.home + tally.away > 0 ? tally : undefined;
}

/** The tally once a kick had been taken, of the kicks in the order in which they were seen. */
export function tallyAfter(news: Extract<News, { kind: 'shoot-out-kick' }>, state: MatchState): Score {
  const until = state.events.findIndex((tracked) => tracked.id === news.eventId) + 1;
  return shootOutOf(standing({ events: state.events.slice(0, until || state.events.length) }));
}
