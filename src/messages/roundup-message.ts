import type { News, Roundup } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { isUnderWay, stateLine, withoutSilence } from './match-line.ts';
import type { MessageBody } from './message.ts';
import { newsLine } from './news-post.ts';
import { fixtureLine } from './score-line.ts';
import { coveredLine, revealNewsButton } from './spoiler.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A piece of news with its match as it stands now. */
export interface RoundupItem {
  readonly news: News;
  readonly state: MatchState;
}

/** Several pieces of news in one post, a line each, in the order given; what was taken back since is struck through. */
export function roundupMessage(
  { why, id }: Pick<Roundup, 'why' | 'id'>,
  items: readonly RoundupItem[],
  view: View,
): MessageBody {
  const say = texts(view.locale);
  const matches = [...new Map(items.map(({ state }) => [state.snapshot.match.id, state])).values()];
  const fixtures = matches.map(({ snapshot }) => fixtureLine(snapshot.match, say)).join(', ');
  const lines = items.map(({ news, state }) => newsLine(news, state, say));
  const now = say.roundup.now(matches.map((state) => standingLine(state, say)).join(', '));
  if (view.spoilers === 'hide') {
    const open = why === 'together' ? say.covered.news(fixtures) : say.roundup[why](fixtures);
    const told = why === 'together' ? lines.join(' · ') : now;
    const [first] = matches;
    const buttons = first ? [revealNewsButton(first.snapshot.match.id, id, say)] : [];
    return compose({ content: coveredLine(open, told, '\n'), buttons });
  }
  switch (why) {
    case 'away':
    case 'silent':
      return compose({
        content: `${say.roundup[why](fixtures)}\n${now}`,
        embed: { description: lines.join('\n'), color: SETTLED },
      });
    case 'together':
      return compose({ content: [say.roundup.together(matches.length), ...lines].join('\n') });
  }
}

/** How a match stands, without its clock: a post is not edited every minute. */
function standingLine(state: MatchState, say: Texts): string {
  const { minute, ...snapshot } = state.snapshot;
  return stateLine(isUnderWay(state) ? withoutSilence({ ...state, snapshot }) : state, say);
}
