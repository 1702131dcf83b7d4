import type { Counted, FactTexts, ScopeWords } from './fact-texts.ts';
import { meetingSentences } from './it-meeting-facts.ts';
import { playerSentences } from './it-player-facts.ts';
import { runSentences } from './it-run-facts.ts';
import { seasonSentences } from './it-season-facts.ts';
import { ofDay, withArticle } from './italian.ts';

export const factTexts: FactTexts = {
  found: { season: seasonSentences, run: runSentences, meeting: meetingSentences, player: playerSentences },

  grounds: {
    scope: (scope) =>
      [
        scope.isOneSeason ? `${scope.competition} ${scope.since}` : `${scope.competition}, dal ${scope.since}`,
        ...games(scope),
        ...(scope.openingBefore ? [`stagioni prima del ${scope.openingBefore} come totali`] : []),
        ...match(scope),
      ].join(', '),
    checked: (count, what) => `Verificato su${counted[what](count)}`,
  },

  working: {
    button: 'Mostra il calcolo',
    choose: 'Mostra il calcolo di…',
    title: 'Come ci si arriva',
    season: 'Stag.',
    points: 'Pt',
    outcomes: ['V', 'N', 'P'],
    goals: ['GF', 'GS'],
    games: 'G',
    difference: 'DR',
    club: 'Squadra',
    score: 'Risultato',
    count: 'Volte',
    decides: (mark) => `${mark} segna la riga che decide.`,
    more: (count) =>
      count === 1
        ? "Un'altra riga esaminata non è mostrata qui."
        : `Altre ${number.format(count)} righe esaminate non sono mostrate qui.`,
    withdrawn: 'Questa curiosità è stata ritirata: con i risultati noti oggi non è più vera.',
    none: "Questa curiosità non è calcolata dai risultati, quindi non c'è un calcolo da mostrare.",
  },
};

const number = new Intl.NumberFormat('it', { useGrouping: 'always' });

const counted: Readonly<Record<Counted, (count: number) => string>> = {
  results: (count) => ` ${number.format(count)} ${count === 1 ? 'risultato' : 'risultati'}`,
  starts: (count) => ` ${number.format(count)} ${count === 1 ? 'partenza di stagione' : 'partenze di stagione'}`,
  places: (count) => `lla classifica di ${number.format(count)} squadre`,
};

function games({ clubs: [a, b], venue, firstGames, isOneSeason }: ScopeWords): readonly string[] {
  const where = venue === undefined ? '' : venue === 'home' ? ' in casa' : ' in trasferta';
  if (a !== undefined && b !== undefined)
    return [`incontri fra ${withArticle('il', a)} e ${withArticle('il', b)}${where && `, ${a}${where}`}`];
  const whose = a === undefined ? 'di ogni squadra' : withArticle('di', a);
  if (firstGames !== undefined)
    return [`le prime ${firstGames} partite ${whose}${where}${isOneSeason ? '' : ' in ogni stagione'}`];
  return a === undefined ? [] : [`le partite ${whose}${where}`];
}

function match({ match }: ScopeWords): readonly string[] {
  if (!match) return [];
  const fixture = `${match.home}–${match.away} ${ofDay(match.day)}`;
  return [match.counts ? `compresa ${fixture}` : `prima di ${fixture}`];
}
