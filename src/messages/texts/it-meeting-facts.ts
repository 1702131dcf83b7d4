import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { Result } from '../../match/result.ts';
import { highFirst } from '../../match/score.ts';
import { writtenSeason } from '../stamp.ts';
import type { MeetingSentences } from './fact-texts.ts';
import { both, day, fixture, fromTo, league, name, score, since, type Two, upper, where } from './it-fact-words.ts';
import { allOf, counted, fromDay, ofDay, theDay, withArticle } from './italian.ts';

export const meetingSentences: MeetingSentences = {
  'most-goals'({ clubs, result, goals, times }, scope) {
    const same = times > 1 ? `, ed è l'ultimo di ${times} con altrettanti` : '';
    return `${fixture(result, clubs)} ${ofDay(day(result.day))}: ${goals} gol, e nessun incontro di ${league(scope)} fra ${both(clubs)} ${since(scope)} ne ha avuti di più${same}.`;
  },

  balance({ clubs, venue, played, won, drawn, goals }, scope) {
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    return `${counted(played, 'incontro', 'incontri')} di ${league(scope)} fra ${both(clubs)}${at(clubs, venue)}${era}: ${tally(clubs, won, drawn)}. Gol: ${score(goals)}.`;
  },

  'meeting-number'({ clubs, number }, scope) {
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    const [home, away] = scope.match ? [scope.match.home, scope.match.away] : clubs;
    return `${name(home)}–${name(away)} ${scope.match?.counts ? 'è stato' : 'è'} il loro incontro numero ${number} in ${league(scope)}${era}.`;
  },

  'common-score'({ clubs, score: common, times, played, last }, scope) {
    const whoever = common[0] === common[1] ? '' : ', chiunque abbia vinto';
    return `${score(common)} è il punteggio più frequente nei ${played} incontri di ${league(scope)} fra ${both(clubs)} ${since(scope)}${whoever}: ${times} volte, l'ultima ${theDay(day(last))}.`;
  },

  'last-meetings': ({ clubs, games, won, drawn, goals }, scope) =>
    `Gli ultimi ${games} incontri di ${league(scope)} fra ${both(clubs)}: ${tally(clubs, won, drawn)}. Gol: ${score(goals)}.`,

  'meetings-in-a-row'({ clubs, venue, of, run, longer, isPast }, scope) {
    const row = meetingsInARow(of, run.games, clubs, scope, venue);
    if (isPast) return `${row}, ${fromTo(run)}: ${since(scope)} nessuna serie del genere è stata più lunga.`;
    const other = longer
      ? `L'ultima serie del genere più lunga: ${longer.games}, ${fromTo(longer)}.`
      : `${since(scope, 'Dal')} nessuna serie del genere è stata più lunga.`;
    return `${row}, a partire ${fromDay(day(run.from))}. ${other}`;
  },

  'meetings-row-ended': ({ clubs, venue, of, run, endedBy }, scope) =>
    `Finisce con ${fixture(endedBy, clubs)} ${ofDay(day(endedBy.day))}: ${meetingsInARow(of, run.games, clubs, scope, venue)}, ${fromTo(run)}.`,

  'first-since'({ clubs, venue, of, result, previous, between }, scope) {
    const [a, b] = clubs;
    const first = {
      won: `prima vittoria${where(venue)} ${withArticle('di', name(a))} contro ${withArticle('il', name(b))} in ${league(scope)}`,
      drawn: `primo pareggio fra le due in ${league(scope)}${at(clubs, venue)}`,
      goalless: `primo incontro senza gol fra le due in ${league(scope)}${at(clubs, venue)}`,
      score: `primo incontro fra le due in ${league(scope)}${at(clubs, venue)} finito ${either(result)}`,
    }[of];
    const before = `${fixture(previous, clubs)} ${ofDay(day(previous.day))}`;
    const others = counted(between, 'incontro finito', 'incontri finiti');
    return `${fixture(result, clubs)} ${ofDay(day(result.day))}: ${first} dopo ${before}, con ${others} diversamente nel mezzo.`;
  },

  doubles({ clubs: [a, b], seasons, of }, scope) {
    const won = `${upper(withArticle('il', name(a)))} ha vinto entrambi gli incontri di ${league(scope)} contro ${withArticle('il', name(b))} in ${counted(seasons.length, 'stagione', 'stagioni')} su ${of} ${since(scope)}`;
    const last = writtenSeason(seasons.at(-1) ?? '');
    if (seasons.length > MOST_NAMED) return `${won}, l'ultima volta nel ${last}.`;
    return `${won}: ${allOf(seasons.map(writtenSeason))}.`;
  },

  'season-meetings'({ clubs, season, results, points: [ofA, ofB] }, scope) {
    const [a, b] = ofB > ofA ? [clubs[1], clubs[0]] : clubs;
    const [more, fewer] = ofB > ofA ? [ofB, ofA] : [ofA, ofB];
    const both = allOf(results.map((result) => fixture(result, clubs)));
    const taken = `${counted(more, 'punto', 'punti')} ${withArticle('per', name(a))} e ${fewer} ${withArticle('per', name(b))}`;
    return `${both}: nei due incontri di ${league(scope)} del ${writtenSeason(season)}, ${taken}.`;
  },

  'title-turned'({ clubs, season, result, winner, instead, champion }) {
    const ending = winner ? `una vittoria ${withArticle('di', name(winner))}` : 'un pareggio';
    const points = `${counted(instead.points, 'punto', 'punti')} contro ${champion.points} ${withArticle('di', name(champion.club))}`;
    return `${fixture(result, clubs)} ${ofDay(day(result.day))}: con ${ending}, a parità di tutto il resto, il titolo del ${writtenSeason(season)} sarebbe andato ${withArticle('a', name(instead.club))}, ${points}.`;
  },

  'goal-milestone'({ clubs, number, by, score: { home, away } }, scope) {
    const [a, b] = clubs;
    const other = by?.id === a.id ? b : a;
    const goal = by
      ? `${withArticle('di', name(by))} contro ${withArticle('il', name(other))} in ${league(scope)}`
      : `degli incontri di ${league(scope)} fra ${both(clubs)}`;
    const era = scope.withOpening ? '' : ` ${since(scope)}`;
    return `In ${name(a)}–${name(b)} ${score([home, away])} è arrivato il gol numero ${number} ${goal}${era}.`;
  },
};

type InCommon = Parameters<MeetingSentences['meetings-in-a-row']>[0]['of'];

/** Longer lists of seasons than this are counted. */
const MOST_NAMED = 4;

function meetingsInARow(of: InCommon, games: number, clubs: Two, scope: Scope, venue: Venue | undefined): string {
  const [a, b] = clubs;
  const meetings = `${games} incontri di fila fra ${both(clubs)} in ${league(scope)}${at(clubs, venue)}`;
  const against = `contro ${withArticle('il', name(b))} in ${league(scope)}${venue === undefined ? '' : `, sempre${where(venue)}`}`;
  const words = {
    drawn: `${meetings} finiti in pareggio`,
    decided: `${meetings} senza pareggi`,
    won: `${games} vittorie di fila ${withArticle('di', name(a))} ${against}`,
    unbeaten: `${games} incontri di fila senza sconfitte ${withArticle('per', name(a))} ${against}`,
    'both-scored': `${meetings} con gol di entrambe`,
    goalless: `${meetings} senza gol`,
  };
  return words[of];
}

/** "in casa del Milan". */
function at([a, b]: Two, venue: Venue | undefined): string {
  return venue === undefined ? '' : ` in casa ${withArticle('di', name(venue === 'home' ? a : b))}`;
}

function tally([a, b]: Two, [ofA, ofB]: readonly [number, number], drawn: number): string {
  const wins = `${counted(ofA, 'vittoria', 'vittorie')} ${withArticle('di', name(a))}, ${ofB} ${withArticle('di', name(b))}`;
  return `${wins}, ${counted(drawn, 'pareggio', 'pareggi')}`;
}

/** A score that is told without its sides. */
function either({ score: ended }: Result): string {
  const [high, low] = highFirst(ended);
  return high === low ? score([high, low]) : `${score([high, low])}, per l'una o per l'altra,`;
}
