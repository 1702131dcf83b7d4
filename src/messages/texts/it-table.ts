import type { TieBreak } from '../../match/table.ts';
import { allOf, fromDay, onDay, withArticle } from './italian.ts';
import type { RunWords, TableTexts } from './table-texts.ts';

export const tableTexts: TableTexts = {
  table: {
    title: (season, moment) => `${season}, ${moment}`,
    finalTable: 'classifica finale',
    afterGames: (games) => `dopo ${games} ${games === 1 ? 'partita' : 'partite'} a testa`,
    onDay: (day) => onDay(day),
    beforeMatch: (day, fixture) => `${onDay(day)}, prima di ${fixture}`,
    resultsTo: (day) => (day ? `risultati fino ${onDay(day)}` : 'prima del primo risultato'),
    columns: ['G', 'DR', 'Pt'],
    letters: { won: 'V', drawn: 'N', lost: 'P' },
    words: { won: 'vinta', drawn: 'pareggiata', lost: 'persa' },
    tieBreaks: (order, stage) =>
      `A pari punti${stage === 'running' ? ', a stagione in corso' : ''}: ${order.map((tieBreak) => tieBreaks[tieBreak]).join(', poi ')}.`,
    twoPoints: 'Due punti per vittoria.',
    deducted: (club, points) => `${club}: ${points} ${points === 1 ? 'punto' : 'punti'} di penalizzazione.`,
    placedLast: (club) => `${club}: ultimo posto per sentenza.`,
    inWords: 'A parole',
    record: ({ won, drawn, lost, goals, form }) =>
      `${won} ${won === 1 ? 'vinta' : 'vinte'}, ${drawn} ${drawn === 1 ? 'pareggiata' : 'pareggiate'}, ${lost} ${lost === 1 ? 'persa' : 'perse'}, gol ${goals}${form ? `; forma: ${form}` : ''}`,
    nothing: "Non ho ancora risultati, quindi non c'è una classifica da mostrare.",
    notAMoment: (typed) =>
      `«${typed}» non è né un numero di partite né un giorno. Scrivi 12 per la classifica dopo 12 partite a testa, o un giorno come 2021-11-07.`,
    noSeason: (typed, competition, first, last) =>
      `Non ho la stagione «${typed}». I miei risultati di ${competition} vanno dal ${first} al ${last}: scegli una di quelle.`,
    incomplete: (season) =>
      `Finora non ho tutti i risultati di ${season}, e una classifica con dei buchi sarebbe sbagliata. Scegli un'altra stagione.`,
    noSuchGames: (season, games, most) =>
      `${season} non ha una classifica dopo ${games} ${games === 1 ? 'partita' : 'partite'} a testa: scegli da 1 a ${most}.`,
    noSuchDay: (season, day, first, last) =>
      `Non ho una classifica di ${season} ${onDay(day)}: qui i suoi risultati vanno ${fromDay(first)} ${onDay(last)}.`,
  },

  headToHead: {
    title: (a, b) => `${a}–${b}`,
    scope: (competitions, since, venue) =>
      `in ${allOf(competitions)} dal ${since}${venue ? `, ${venue.where === 'home' ? `${venue.club} in casa` : `${venue.club} in trasferta`}` : ''}`,
    balance: ({ clubs: [a, b], played, won, drawn, goals }) =>
      `${played} ${played === 1 ? 'incontro' : 'incontri'}, ${a} ${wins(won[0])}, ${b} ${wins(won[1])}, ${drawn} ${drawn === 1 ? 'pareggio' : 'pareggi'}, gol ${goals[0]}–${goals[1]}`,
    everything: (before, played, balance) =>
      `Contando anche quelli prima del ${before} (${played}, noti solo come totali): ${balance}.`,
    biggestWins: 'Vittorie più larghe',
    latestOf: (times) => `l'ultima di ${times} con questo risultato`,
    last: (meetings) => (meetings === 1 ? "L'ultimo incontro" : `Gli ultimi ${meetings} incontri`),
    awarded: 'a tavolino',
    awardedAmong: (count) =>
      count === 1 ? 'Uno è stato deciso a tavolino.' : `${count} sono stati decisi a tavolino.`,
    runs: 'Strisce',
    allDrawn: (games) => `Gli ultimi ${games} sono tutti pareggi`,
    unbeaten: (club, games, won) =>
      won === games
        ? `${club}: vittoria negli ultimi ${games}`
        : `${club}: senza sconfitte da ${games} incontri${won > 1 ? `, con vittoria negli ultimi ${won}` : ''}`,
    longestWinning: (runs) => `Più vittorie di fila: ${runs.map(run).join('; ')}`,
    longestUnbeaten: (runs) => `Più a lungo senza sconfitte: ${runs.map(run).join('; ')}`,
    resultsTo: (day) => `Calcolato da tutti i risultati fino ${onDay(day)}.`,
    sameClub: (club) => `${club} contro ${club} non si gioca. Scegli due squadre diverse.`,
    none: (a, b, scope, absent) =>
      `Non ho nessun incontro fra ${withArticle('il', a)} e ${withArticle('il', b)} ${scope}.${absent.length > 0 ? ` In quel periodo non c'${absent.length === 1 ? 'era' : 'erano'} ${allOf(absent.map((club) => withArticle('il', club)))}.` : ''}`,
  },
};

const tieBreaks: Readonly<Record<TieBreak, string>> = {
  'head-to-head points': 'punti negli scontri diretti',
  'head-to-head goal difference': 'differenza reti negli scontri diretti',
  'goal difference': 'differenza reti',
  'goals scored': 'gol segnati',
};

function run({ club, games, from, to }: RunWords): string {
  return `${club} ${games} (${fromDay(from)} ${onDay(to)})`;
}

function wins(count: number): string {
  return `${count} ${count === 1 ? 'vittoria' : 'vittorie'}`;
}
