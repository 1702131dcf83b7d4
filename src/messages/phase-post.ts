import type { Minute } from '../match/minute.ts';
import type { PhaseNews, PhaseNewsKind } from '../match/news.ts';
import { isLive } from '../match/phase.ts';
import { scoreAt } from '../match/running-score.ts';
import type { Score } from '../match/score.ts';
import type { MatchState } from '../match/state.ts';
import { LIVE } from './colour.ts';
import { matchButtons } from './match-buttons.ts';
import { matchCard, matchPlace } from './match-card.ts';
import { halfTimeScore, matchLine, scoreNow } from './match-line.ts';
import { type Post, struck } from './post.ts';
import { resultPicture } from './result-picture.ts';
import type { MatchLine } from './texts/match-texts.ts';
import type { Texts } from './texts.ts';

/** A change of phase. A final whistle after which the match went on is struck through. */
export function phasePost(news: PhaseNews, state: MatchState, say: Texts): Post {
  const content = say.phaseNews[news.kind](phaseLine(news, state, say));
  switch (news.kind) {
    case 'kick-off':
      return { content, embed: { ...matchPlace(state, say), color: LIVE } };
    case 'full-time':
      return isFalseWhistle(news, state) ? struck(content, say.disallowed.notOver) : { content };
    case 'result': {
      if (isFalseWhistle(news, state)) return struck(content, say.disallowed.notOver);
      const card = matchCard(state, say);
      const title = `${say.card.finalResult} · ${card.title}`;
      const picture = isPlayedOut(state) ? { picture: resultPicture(state, say) } : {};
      return { content, embed: { ...card, title }, buttons: matchButtons(state, say), ...picture };
    }
    case 'postponed':
    case 'cancelled':
    case 'abandoned':
    case 'awarded': {
      const embed = state.snapshot.phase === news.kind ? matchCard(state, say) : matchPlace(state, say);
      return { content, embed, buttons: matchButtons(state, say) };
    }
    default:
      return { content };
  }
}

/** Whether the match ended on the pitch, as far as is known now. */
function isPlayedOut({ snapshot }: MatchState): boolean {
  return snapshot.phase === 'full-time';
}

/** Whether a whistle was not the last: the match went on, or others have come since. */
export function isFalseWhistle({ kind, falseWhistles = 0 }: PhaseNews, { snapshot, ...state }: MatchState): boolean {
  if (kind !== 'full-time' && kind !== 'result') return false;
  return isLive(snapshot.phase) || falseWhistles < state.falseWhistles;
}

/** The score when the phase began, by the goals that stand now. */
export function scoreAtPhase(news: PhaseNews, state: MatchState): Score {
  const { kind } = news;
  switch (kind) {
    case 'kick-off':
    case 'postponed':
    case 'cancelled':
    case 'resumed':
      return news.score;
    case 'half-time':
    case 'second-half':
      return halfTimeScore(state);
    case 'extra-time':
      return scoreAt(endOf(90), state);
    case 'extra-time-half-time':
    case 'extra-time-second-half':
      return scoreAt(endOf(105), state);
    case 'shoot-out':
      return state.score;
    case 'full-time':
    case 'result':
      return isFalseWhistle(news, state) ? news.score : state.score;
    case 'suspended':
    case 'abandoned':
    case 'awarded':
      return isStill(kind, state) ? scoreNow(state) : news.score;
  }
}

/** A match that has moved on is at another minute, and is no longer without a score. */
function phaseLine(news: PhaseNews, state: MatchState, say: Texts): MatchLine {
  const { minute, ...line } = matchLine(state, scoreAtPhase(news, state), say);
  return { ...line, minute: isStill(news.kind, state) ? minute : undefined };
}

function isStill(kind: PhaseNewsKind, { snapshot: { phase } }: MatchState): boolean {
  return kind === phase;
}

/** The last minute of a period, however long its added time. */
function endOf(base: number): Minute {
  return { base, added: 99 };
}
