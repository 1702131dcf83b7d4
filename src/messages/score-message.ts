import type { MatchState } from '../match/state.ts';
import { compose } from './compose.ts';
import { matchButtons } from './match-buttons.ts';
import { matchCard } from './match-card.ts';
import { stateLine } from './match-line.ts';
import type { MessageBody } from './message.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** A match as it stands: before kick-off, live or over. */
export function scoreMessage(state: MatchState, view: View): MessageBody {
  const say = texts(view.locale);
  return compose({ content: stateLine(state, say), embed: matchCard(state, say), buttons: matchButtons(state, say) });
}
