import { isBeforeKickOff, type Phase } from '../match/phase.ts';
import type { MatchState } from '../match/state.ts';
import { compose } from './compose.ts';
import { matchButtons } from './match-buttons.ts';
import { coveredCard } from './match-card.ts';
import { hasScore, matchLine, scoreNow, silenceOf, stateLine, withoutSilence } from './match-line.ts';
import type { MessageBody } from './message.ts';
import { fixtureLine, formatScore } from './score-line.ts';
import { scoreMessage } from './score-message.ts';
import { coveredLine, revealScoreButton } from './spoiler.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

export interface CardView extends View {
  /** How long the channel holds posts back, in milliseconds; `state` is the match as it was then. */
  readonly delayMs: number;
}

/** The live card: a match as it stands, with how old that is. */
export function cardMessage(state: MatchState, view: CardView): MessageBody {
  const { match, phase } = state.snapshot;
  if (view.spoilers !== 'hide' || isBeforeKickOff(phase)) return scoreMessage(state, view);
  const say = texts(view.locale);
  return compose({
    content: coveredStateLine(state, say),
    embed: coveredCard(state, say),
    buttons: [revealScoreButton(match.id, view.delayMs, say), ...matchButtons(state, say)],
  });
}

/** What a match only comes to when its score is level. */
const TELLING: readonly Phase[] = [
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
];

/** `Milan v Inter · 67' · ||1–1||`. */
function coveredStateLine(state: MatchState, say: Texts): string {
  const { match, phase } = state.snapshot;
  const fixture = fixtureLine(match, say);
  const line = TELLING.includes(phase)
    ? coveredLine(fixture, stateLine(withoutSilence(state), say))
    : coveredLine(`${fixture} · ${say.status[phase](openMinute(state, say))}`, coveredScore(state, say));
  return [line, ...silenceOf(state, say)].join(' · ');
}

/** Where a match was stopped may tell that it was in extra time. */
function openMinute(state: MatchState, say: Texts): string | undefined {
  const { phase } = state.snapshot;
  return phase === 'first-half' || phase === 'second-half' ? matchLine(state, state.score, say).minute : undefined;
}

function coveredScore(state: MatchState, say: Texts): string {
  const { ending } = matchLine(state, state.score, say);
  const score = hasScore(state) ? formatScore(scoreNow(state)) : '–';
  return state.snapshot.phase === 'full-time' && ending ? `${score}, ${ending}` : score;
}
