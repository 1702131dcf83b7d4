import type { APIEmbed } from 'discord-api-types/v10';
import type { MatchEvent } from '../match/event.ts';
import { MINUTE } from '../match/instant.ts';
import { isBeforeKickOff, isCalledOff, type Phase, phaseOrder } from '../match/phase.ts';
import { type MatchState, standing } from '../match/state.ts';
import { colourOf } from './colour.ts';
import { plain } from './escape.ts';
import { atMinute, eventSentence } from './event-sentence.ts';
import { halfTimeScore, isUnderWay } from './match-line.ts';
import { competitionLine, formatScore, scoreLine } from './score-line.ts';
import { goalsOf, scorerLines } from './scorers.ts';
import { stamp } from './stamp.ts';
import type { Texts } from './texts.ts';

/** How long it is said that the source is back. */
const BACK_IS_NEWS_FOR = 10 * MINUTE;

/** All that matters of a match, as an embed: where and when, who scored, what else decided it, half-time. */
export function matchCard(state: MatchState, texts: Texts): APIEmbed {
  const { match, phase } = state.snapshot;
  const played = isOnThePitch(phase)
    ? [...scorerLines(match, goalsOf(state), texts), ...turningPoints(state, texts), ...halfTime(state, texts)]
    : [];
  const lines = [...played, ...statistics(state, texts), ...addedTime(state, texts), ...freshness(state, texts)];
  return withLines(matchPlace(state, texts), lines);
}

/** The same with nothing in it that tells how the match goes. */
export function coveredCard(state: MatchState, texts: Texts): APIEmbed {
  return withLines(matchPlace(state, texts), freshness(state, texts));
}

/** Only which match it is, where and when: nothing of it grows old. */
export function matchPlace(state: MatchState, texts: Texts): APIEmbed {
  const { match, phase } = state.snapshot;
  return {
    title: plain(competitionLine(match, texts), 200),
    description: placeAndTime(state, texts),
    color: colourOf(phase),
  };
}

function withLines({ description, ...place }: APIEmbed, lines: readonly string[]): APIEmbed {
  return { ...place, description: [description, ...lines].join('\n') };
}

/** Whether what happened in play made the score; of an awarded match it did not. */
function isOnThePitch(phase: Phase): boolean {
  return !isBeforeKickOff(phase) && phase !== 'awarded';
}

function placeAndTime({ snapshot: { match, phase } }: MatchState, { card }: Texts): string {
  const kickOff = stamp(match.kickOff, 'f');
  const when = phase === 'scheduled' ? card.kicksOff(kickOff) : isCalledOff(phase) ? card.wasDue(kickOff) : kickOff;
  return match.venue ? `${plain(match.venue.name)} · ${when}` : when;
}

/** Missed penalties and sendings-off: what a score alone does not tell. */
function turningPoints(state: MatchState, texts: Texts): readonly string[] {
  const { match } = state.snapshot;
  return standing(state)
    .filter(isTurningPoint)
    .map((event) => atMinute(event.minute, eventSentence(event, match, scoreLine(match, state.score), texts)));
}

function isTurningPoint(event: MatchEvent): boolean {
  return event.kind === 'missed-penalty' || (event.kind === 'card' && event.colour !== 'yellow');
}

function halfTime(state: MatchState, { card }: Texts): readonly string[] {
  const { halfTime, phase } = state.snapshot;
  const isPast = phaseOrder(phase) > phaseOrder('half-time');
  return halfTime && isPast ? [card.halfTime(formatScore(halfTimeScore(state)))] : [];
}

function statistics({ snapshot: { statistics, phase } }: MatchState, { card }: Texts): readonly string[] {
  if (!statistics || phase !== 'full-time') return [];
  const counts = (['possession', 'shots', 'shotsOnTarget', 'corners', 'fouls'] as const).flatMap((name) => {
    const pair = statistics[name];
    return pair ? [`${card.statistics[name]} ${pair[0]}–${pair[1]}`] : [];
  });
  return counts.length > 0 ? [`-# ${counts.join(' · ')}`] : [];
}

const PERIODS: readonly Phase[] = ['first-half', 'second-half', 'extra-time-first-half', 'extra-time-second-half'];

/** Of the half that is being played, once it is announced. */
function addedTime({ snapshot: { addedTime = [], phase } }: MatchState, { timeline }: Texts): readonly string[] {
  const added = addedTime[PERIODS.indexOf(phase)];
  return added ? [timeline.addedTime(added)] : [];
}

/** How old what the card says is: when the source was last heard, or since when it is silent, or that it is back. */
function freshness(state: MatchState, { card }: Texts): readonly string[] {
  const { seenAt, silentSince, backAt } = state;
  if (!isUnderWay(state)) return [];
  if (silentSince !== undefined) return [card.silent(stamp(silentSince, 't'))];
  const isBack = backAt !== undefined && seenAt - backAt < BACK_IS_NEWS_FOR;
  return [...(isBack ? [card.back(stamp(backAt, 't'))] : []), card.heard(stamp(seenAt, 'R'))];
}
