import { meetingSentences } from './en-meeting-facts.ts';
import { playerSentences } from './en-player-facts.ts';
import { runSentences } from './en-run-facts.ts';
import { seasonSentences } from './en-season-facts.ts';
import type { Counted, FactTexts, ScopeWords } from './fact-texts.ts';

export const factTexts: FactTexts = {
  found: { season: seasonSentences, run: runSentences, meeting: meetingSentences, player: playerSentences },

  grounds: {
    scope: (scope) =>
      [
        scope.isOneSeason ? `${scope.competition} ${scope.since}` : `${scope.competition}, since ${scope.since}`,
        ...games(scope),
        ...(scope.openingBefore ? [`seasons before ${scope.openingBefore} as totals`] : []),
        ...match(scope),
      ].join(', '),
    checked: (count, what) => `Checked against ${counted[what](count)}`,
  },

  working: {
    button: 'Show working',
    choose: 'Show the working of…',
    title: 'How it was worked out',
    season: 'Season',
    points: 'Pts',
    outcomes: ['W', 'D', 'L'],
    goals: ['F', 'A'],
    games: 'P',
    difference: 'GD',
    club: 'Club',
    score: 'Score',
    count: 'Times',
    decides: (mark) => `${mark} marks the row that decides it.`,
    more: (count) => `${number.format(count)} more looked at, not shown here.`,
    withdrawn: 'This fact has been withdrawn: by the results as they are known today, it does not hold any more.',
    none: 'This fact was not computed from results, so there is no working to show.',
  },
};

const number = new Intl.NumberFormat('en');

const counted: Readonly<Record<Counted, (count: number) => string>> = {
  results: (count) => `${number.format(count)} ${count === 1 ? 'result' : 'results'}`,
  starts: (count) => `${number.format(count)} ${count === 1 ? 'start to a season' : 'starts to a season'}`,
  places: (count) => `the table of ${number.format(count)} clubs`,
};

function games({ clubs: [a, b], venue, firstGames, isOneSeason }: ScopeWords): readonly string[] {
  const where = venue === undefined ? '' : venue === 'home' ? ' at home' : ' away';
  if (a !== undefined && b !== undefined) return [`meetings of ${a} and ${b}${where && `, ${a}${where}`}`];
  const whose = a === undefined ? "every club's" : `${a}'s`;
  if (firstGames !== undefined)
    return [`${whose} first ${firstGames} games${where}${isOneSeason ? '' : ' of each season'}`];
  return a === undefined ? [] : [`${whose} games${where}`];
}

function match({ match }: ScopeWords): readonly string[] {
  if (!match) return [];
  const fixture = `${match.home} v ${match.away} of ${match.day}`;
  return [match.counts ? `${fixture} included` : `before ${fixture}`];
}
