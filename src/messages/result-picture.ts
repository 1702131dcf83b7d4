import type { Goal, MatchEvent } from '../match/event.ts';
import { SIDES } from '../match/match.ts';
import { formatMinute } from '../match/minute.ts';
import { type MatchState, standing } from '../match/state.ts';
import { type ResultEvent, resultCardPicture } from '../pictures/result-card.ts';
import { clean } from './escape.ts';
import { halfTimeScore, matchLine, scoreNow } from './match-line.ts';
import type { Picture } from './message.ts';
import { competitionLine, formatScore } from './score-line.ts';
import type { Texts } from './texts.ts';
import { capitalised, unmarked } from './unmarked.ts';

/** What can be read of one side; no real match has more. Goals go before what else there was. */
const MOST_EVENTS = 14;

/** How a match ended, with what decided it on a line from kick-off to its end. */
export function resultPicture(state: MatchState, say: Texts): Picture {
  const { match, halfTime } = state.snapshot;
  const score = scoreNow(state);
  const { line, ending } = matchLine(state, score, say);
  const told = standing(state).flatMap((event) => markOf(event, say) ?? []);
  const events = SIDES.flatMap((side) => fewest(told.filter((each) => each.side === side)));
  const ended = [
    capitalised(say.card.finalResult),
    ...(ending ? [unmarked(ending)] : []),
    ...(halfTime ? [say.card.halfTime(formatScore(halfTimeScore(state)))] : []),
  ];
  const name = { home: clean(match.home.name), away: clean(match.away.name) };
  return {
    name: 'result.png',
    svg: resultCardPicture({
      title: clean(competitionLine(match, say), 200),
      subtitle: match.venue ? clean(match.venue.name) : '',
      home: { name: name.home, goals: `${score.home}` },
      away: { name: name.away, goals: `${score.away}` },
      status: ended.join(' · '),
      hadExtraTime: told.some(({ minute }) => minute !== undefined && minute.base > LAST_OF_NORMAL_TIME),
      events,
    }),
    alt: say.picture.resultAlt(
      unmarked(line),
      ended.join(', '),
      events.map(({ side, label }) => `${label} (${name[side]})`),
    ),
  };
}

/** Some clocks run on in added time: 94 is no extra time yet. */
const LAST_OF_NORMAL_TIME = 100;

function fewest(events: readonly ResultEvent[]): readonly ResultEvent[] {
  if (events.length <= MOST_EVENTS) return events;
  const ranked = [...events].sort((a, b) => Number(b.kind === 'goal') - Number(a.kind === 'goal'));
  return ranked.slice(0, MOST_EVENTS);
}

function markOf(event: MatchEvent, say: Texts): ResultEvent | undefined {
  switch (event.kind) {
    case 'goal':
      return marked('goal', event, goalWords(event, say));
    case 'missed-penalty':
      return marked('missed-penalty', event, say.picture.missedPenalty(named(event), event.outcome));
    case 'card':
      if (event.colour === 'yellow') return undefined;
      return marked('red-card', event, say.picture.sentOff(named(event), event.colour));
    default:
      return undefined;
  }
}

function marked(kind: ResultEvent['kind'], { side, minute }: MatchEvent, words: string): ResultEvent {
  return { kind, side, ...(minute && { minute }), label: minute ? `${formatMinute(minute)} ${words}` : words };
}

function named({ player }: { readonly player?: { readonly name: string } }): string | undefined {
  return player && clean(player.name);
}

function goalWords({ scorer, manner }: Goal, { match, picture }: Texts): string {
  const name = scorer ? clean(scorer.name) : picture.goal;
  if (manner === 'own-goal') return `${name} (${match.ownGoal})`;
  return manner === 'penalty' ? `${name} (${match.penalty})` : name;
}
