import type { Locale } from '../locale.ts';
import type { Result } from '../match/result.ts';
import { leader } from '../match/score.ts';
import { headToHeadPicture } from '../pictures/head-to-head.ts';
import type { MeetingsView } from './head-to-head-message.ts';
import type { Picture } from './message.ts';
import { formatScore } from './score-line.ts';
import { shortDay } from './stamp.ts';
import type { Texts } from './texts.ts';
import { capitalised, unmarked } from './unmarked.ts';

/** The meetings of two clubs in bars, with the last of them; `content` says the balance, `scope` what it is of. */
export function meetingsPicture(
  view: MeetingsView,
  content: string,
  scope: string,
  locale: Locale,
  say: Texts,
): Picture {
  const { balance, clubs, last, nameOf } = view;
  const { picture, headToHead } = say;
  const [won, goals] = [balance.won, balance.goals];
  const meetings = last.map((result) => {
    const winner = leader(result.score);
    return { ...asWritten(result, view, locale), ...(winner && { winner }) };
  });
  const heading = headToHead.last(last.length);
  const said = meetings.map(({ home, away, score, day }) => `${home} ${score} ${away}, ${day}`);
  return {
    name: 'head-to-head.png',
    svg: headToHeadPicture({
      title: `${nameOf(clubs[0])} – ${nameOf(clubs[1])}`,
      subtitle: capitalised(unmarked(scope)),
      clubs: [nameOf(clubs[0]), nameOf(clubs[1])],
      wins: {
        first: won[0],
        shared: balance.drawn,
        second: won[1],
        labels: [picture.wins(won[0]), picture.draws(balance.drawn), picture.wins(won[1])],
      },
      goals: {
        first: goals[0],
        shared: 0,
        second: goals[1],
        labels: [picture.goals(goals[0]), '', picture.goals(goals[1])],
      },
      last: { label: heading, meetings },
    }),
    alt: picture.headToHeadAlt(unmarked(content), heading, said),
  };
}

function asWritten({ home, away, score, day }: Result, { nameOf }: MeetingsView, locale: Locale) {
  return { home: nameOf(home), away: nameOf(away), score: formatScore(score), day: shortDay(day, locale) };
}
