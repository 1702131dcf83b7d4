import { scoreMessage } from '../src/messages/score-message.ts';
import { texts } from '../src/messages/texts.ts';
import { LONGEST_DELAY } from '../src/subscriptions/subscription.ts';
import { type Answer, privately, refuse, reply } from './answer.ts';
import type { Context } from './context.ts';
import { matchCommand } from './match-command.ts';

export const score = matchCommand({
  name: 'score',
  description: 'The score of a match, who scored and when',
  description_localizations: { it: 'Il punteggio di una partita, chi ha segnato e quando' },
  show: (state, { reader }, wish) => reply(scoreMessage(state, reader), wish),

  /** `news:<newsId>`: a post with nothing covered. `ago:<ms>`: the match as it was so long ago, for a channel that waits. */
  async reveal(matchId, [what, ...rest], context) {
    switch (what) {
      case 'news':
        return revealNews(rest.join(':'), matchId, context);
      case 'ago':
        return revealScore(Number(rest[0]), matchId, context);
      default:
        return refuse(texts(context.reader.locale).errors.buttonTooOld);
    }
  },
});

/** A news id may leave out the match's own, which it begins with: together they can be too long for a button. */
async function revealNews(newsId: string, matchId: string, { matches, reader }: Context): Promise<Answer> {
  const whole = newsId.startsWith('/') ? `${matchId}${newsId}` : newsId;
  const post = await matches.told(whole, { locale: reader.locale, spoilers: 'show' });
  return post ? privately(post) : refuse(texts(reader.locale).errors.buttonTooOld);
}

async function revealScore(agoMs: number, matchId: string, { matches, reader }: Context): Promise<Answer> {
  const { errors } = texts(reader.locale);
  if (!(agoMs >= 0 && agoMs <= LONGEST_DELAY)) return refuse(errors.buttonTooOld);
  const state = await matches.state(matchId, { agoMs });
  return state ? privately(scoreMessage(state, reader)) : refuse(errors.buttonTooOld);
}
