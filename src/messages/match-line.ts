import { formatMinute } from '../match/minute.ts';
import type { News } from '../match/news.ts';
import { isBeforeKickOff, isLive, phaseOrder } from '../match/phase.ts';
import { scoreAtHalfTime } from '../match/running-score.ts';
import { kickPlace, leader, type Score, shootOutOf } from '../match/score.ts';
import { type MatchState, standing } from '../match/state.ts';
import { clubName, fixtureLine, formatScore, scoreLine } from './score-line.ts';
import { stamp } from './stamp.ts';
import type { MatchLine } from './texts/match-texts.ts';
import type { Texts } from './texts.ts';

/** A match as a sentence needs it, at a score that may be an earlier one than the state's. */
export function matchLine(state: MatchState, score: Score, texts: Texts): MatchLine {
  const { match } = state.snapshot;
  const fixture = fixtureLine(match, texts);
  return {
    fixture,
    line: hasScore(state) ? scoreLine(match, score) : fixture,
    minute: minuteOfPlay(state),
    ending: endingOf(state, texts),
  };
}

/** The state of a match in one line: "Milan 1–1 Inter · full-time". */
export function stateLine(state: MatchState, texts: Texts): string {
  const { line, minute, ending } = matchLine(state, scoreNow(state), texts);
  const { phase } = state.snapshot;
  return [line, texts.status[phase](minute), ...lineEnd(state, ending, texts)].join(' · ');
}

/** What a match's line ends with: how it ended, how the shoot-out stands, and that nothing is heard any more. */
function lineEnd(state: MatchState, ending: string | undefined, texts: Texts): readonly string[] {
  const { phase } = state.snapshot;
  const tally = phase === 'shoot-out' ? shootOutTally(state) : undefined;
  return [
    ...(phase === 'full-time' && ending ? [ending] : []),
    ...(tally ? [texts.shootOut.level(formatScore(tally))] : []),
    ...silenceOf(state, texts),
  ];
}

/** That the source is silent, in a few words. */
export function silenceOf(state: MatchState, { card }: Texts): readonly string[] {
  return isUnderWay(state) && state.silentSince !== undefined ? [card.silentSince(stamp(state.silentSince, 't'))] : [];
}

/** A state of which nobody says that its source is silent. */
export function withoutSilence({ silentSince, ...state }: MatchState): MatchState {
  return state;
}

/** Whether a match is being played, or was stopped and may go on. */
export function isUnderWay({ snapshot: { phase } }: MatchState): boolean {
  return isLive(phase) || phase === 'suspended';
}

/** Whether there is a score to show: no 0–0 for a match that was never played, or that was awarded without one. */
export function hasScore({ snapshot: { phase, score }, ...state }: MatchState): boolean {
  if (phase === 'suspended' || phase === 'abandoned') {
    return state.reached !== undefined || state.score.home + state.score.away > 0;
  }
  return !isBeforeKickOff(phase) && (phase !== 'awarded' || score !== undefined);
}

/** The score as it stands; what a court awards is no count of goals. */
export function scoreNow({ snapshot, score }: MatchState): Score {
  return snapshot.phase === 'awarded' ? (snapshot.score ?? score) : score;
}

/** The score at half-time: of the goals that stand, or as the feed says where it does not say when they fell. */
export function halfTimeScore(state: MatchState): Score {
  const { halfTime } = state.snapshot;
  const areTimed = standing(state).every((event) => event.kind !== 'goal' || event.minute !== undefined);
  return halfTime && !areTimed ? halfTime : scoreAtHalfTime(state);
}

/** The clock. A match that is over or has not begun is at no minute, whatever its feed's clock says. */
function minuteOfPlay(state: MatchState): string | undefined {
  const { phase, minute } = state.snapshot;
  return minute && (isUnderWay(state) || phase === 'abandoned') ? formatMinute(minute) : undefined;
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
  return hadExtraTime(state) ? texts.card.afterExtraTime : undefined;
}

function hadExtraTime(state: MatchState): boolean {
  const { reached, snapshot } = state;
  if (reached && phaseOrder(reached) >= phaseOrder('extra-time-first-half')) return true;
  // Some clocks run on in added time: 94 is no extra time, and 120 is.
  if (snapshot.minute && snapshot.minute.base >= 120) return true;
  return standing(state).some(({ minute }) => minute !== undefined && minute.base > 90);
}

/** The penalties scored in the shoot-out; undefined where there was none. */
function shootOutTally(state: MatchState): Score | undefined {
  const counted = shootOutOf(standing(state));
  const tally = state.snapshot.shootOut ?? counted;
  return tally.home + tally.away > 0 ? tally : undefined;
}

/** The tally once a kick had been taken, as far as the kicks before it are known. */
export function tallyAfter(news: Extract<News, { kind: 'shoot-out-kick' }>, state: MatchState): Score {
  const kicks = state.events
    .flatMap(({ event, ...tracked }) => (event.kind === 'shoot-out-kick' ? [{ ...tracked, event }] : []))
    .sort((a, b) => kickPlace(a.event) - kickPlace(b.event));
  const until = kicks.findIndex(({ id }) => id === news.eventId) + 1;
  return shootOutOf(standing({ events: kicks.slice(0, until || kicks.length) }));
}
