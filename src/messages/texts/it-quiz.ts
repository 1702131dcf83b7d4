import type { Club } from '../../match/match.ts';
import { type Plain, plain } from '../escape.ts';
import { writtenDay, writtenSeason } from '../stamp.ts';
import { allOf, counted, ofDay, withArticle } from './italian.ts';
import type { QuizTexts, StandingWords } from './quiz-texts.ts';

export const quizTexts: QuizTexts = {
  quiz: {
    ask: {
      'points-after': ({ club, season, games }) =>
        `Quanti punti aveva ${the(club)} dopo ${matches(games)} della stagione ${writtenSeason(season)}?`,
      'best-start': ({ club, games, since }) =>
        `Dal ${writtenSeason(since)}, in quale stagione ${the(club)} aveva più punti dopo ${matches(games)}?`,
      champion: ({ competition, season }) =>
        `Chi ha vinto il titolo di ${plain(competition.name)} ${writtenSeason(season)}?`,
      'title-season': ({ competition, club }) =>
        `In quale di queste stagioni ${the(club)} ha vinto il titolo di ${plain(competition.name)}?`,
      'champion-points': ({ competition, season, club }) =>
        `Con quanti punti ${the(club)} ha vinto il titolo di ${plain(competition.name)} ${writtenSeason(season)}?`,
      'final-place': ({ competition, season, club }) =>
        `In che posizione ha chiuso ${the(club)} in ${plain(competition.name)} ${writtenSeason(season)}?`,
      'score-of': ({ home, away, day }) =>
        `Come è finita ${name(home)}–${name(away)} ${ofDay(writtenDay(day, 'it'))}, con i gol di casa per primi?`,
      'common-score': ({ clubs: [a, b], since }) =>
        `Dal ${writtenSeason(since)}, qual è il risultato più frequente fra ${the(a)} e ${the(b)}, chiunque abbia vinto?`,
      'meetings-won': ({ clubs: [a, b], since }) =>
        `Dal ${writtenSeason(since)}, quante volte ${the(a)} ha battuto ${the(b)}?`,
      'biggest-win': ({ club, over, since }) =>
        `Dal ${writtenSeason(since)}, con quale risultato ${the(club)} ha ottenuto la vittoria più larga${over ? ` contro ${the(over)}` : ''}, con i suoi gol per primi?`,
      'longest-run': ({ club, of, since }) =>
        `Dal ${writtenSeason(since)}, quanto è durata la serie più lunga ${RUNS[of]} ${withArticle('di', name(club))}?`,
    },
    counted: {
      points,
      games: matches,
      times: (number) => counted(number, 'volta', 'volte'),
      place: ordinal,
    },

    question: (number, of) => `Domanda ${number} di ${of}`,
    questionOfTheDay: 'Domanda del giorno',
    seconds: (limit) => `Hai ${seconds(limit)} per rispondere.`,
    hours: (limit) => `Hai ${counted(limit, 'ora', 'ore')} per rispondere.`,
    closes: (when) => `Le risposte si chiudono ${when}.`,
    answered: (count) => (count === 1 ? 'Ha risposto 1 persona.' : `Hanno risposto ${count} persone.`),
    howToType: 'Premi **Rispondi** e scrivi la risposta.',
    typeButton: 'Rispondi',
    modalTitle: 'La tua risposta',
    modalLabel: 'Un nome, un numero, una stagione o un punteggio',
    pressAgain: 'Ci è voluto troppo tempo. Premi ancora **Rispondi**.',

    answer: (answer) => `La risposta è **${answer}**.`,
    rightButton: (answer) => `${answer} (risposta giusta)`,
    right: (players, others) =>
      `${players.length + others === 1 ? 'Ha risposto giusto' : 'Hanno risposto giusto'}: ${allWith(players, others)}.`,
    scored: (player, worth, streak) => `${player} (${points(worth)}${streak > 1 ? `, ${streak} di fila` : ''})`,
    nobodyRight: 'Stavolta nessuno ha risposto giusto.',
    nobodyAnswered: 'Nessuno ha risposto.',
    chosen: (options) => `Quanti hanno scelto ciascuna: ${options}.`,
    rightOf: (right, answered) => `${counted(right, 'risposta giusta', 'risposte giuste')} su ${answered}.`,
    standings: 'Classifica',
    standing,

    won: (players, worth) =>
      players.length === 1
        ? `Il quiz è finito. Vince ${players[0]} con ${points(worth)}.`
        : `Il quiz è finito. Primi a pari merito ${allOf(players)}, con ${points(worth)} a testa.`,
    overNobodyRight: 'Il quiz è finito. Stavolta nessuno ha risposto giusto.',
    overNobodyAnswered: 'Il quiz è finito. Nessuno ha risposto.',
    finalStandings: 'Classifica finale',

    top: (since) => `Classifica del quiz ${since ? `di questa settimana, cominciata ${since}` : 'di sempre'}`,
    topEmpty: (since) =>
      `In questo server nessuno ha${since ? '' : ' ancora'} risposto a una domanda del quiz${since ? ` questa settimana, cominciata ${since}` : ''}. Comincia con \`/quiz play\`.`,
    topLine: (line, bestStreak) =>
      `${standing(line)}${bestStreak > 1 ? `, al massimo ${bestStreak} giuste di fila` : ''}`,

    started: (questions, limit, mode) =>
      `Un quiz di ${counted(questions, 'domanda', 'domande')}, ${seconds(limit)} ${questions === 1 ? 'per rispondere' : 'per ciascuna'}. ${mode === 'typed' ? 'Le risposte si scrivono' : 'Si risponde premendo un pulsante'}; possono giocare tutti. Via!`,
    running: (number, of, link) =>
      `In questo canale c'è già un quiz: domanda ${number} di ${of}.${link ? ` Partecipa: ${link}` : ''}`,
    nothingToAsk: "Nei miei risultati non c'è niente da chiedere su questo. Scegli un'altra squadra, o nessuna.",
    youAnswered: (answer) => `Hai risposto **${answer}**. Finché c'è tempo puoi ancora cambiare.`,
    youChanged: (answer) => `Hai cambiato la risposta in **${answer}**. Conta il momento del cambio.`,
    youTyped: (typed) => `Hai risposto «${typed}». Finché c'è tempo puoi ancora cambiare.`,
    youTypedAnew: (typed) => `Hai cambiato la risposta in «${typed}». Conta il momento del cambio.`,
    tooLate: 'Troppo tardi: questa domanda è chiusa.',
    stopped: 'Il quiz è stato fermato. Le risposte date finora contano.',
    nothingRuns: 'In questo canale non ci sono quiz in corso. Comincia con `/quiz play`.',
    notYours: "Può fermare il quiz solo chi l'ha cominciato, o chi ha **Gestisci server**.",

    scheduled: (channel, time, timeZone, nextRun) =>
      `Una domanda al giorno in ${channel}, ore ${time} (${timeZone}). La prima arriva ${nextRun}.`,
    rescheduled: (channel, time, timeZone, nextRun) =>
      `Cambiato: una domanda al giorno in ${channel}, ore ${time} (${timeZone}). La prossima arriva ${nextRun}.`,
    unscheduled: (channel) => `Niente più domande del giorno in ${channel}.`,
    nothingScheduled: (channel) => `${channel} non ha una domanda del giorno: non c'è niente da fermare.`,
  },
};

const RUNS = {
  won: 'di vittorie',
  unbeaten: 'senza sconfitte',
  lost: 'di sconfitte',
  winless: 'senza vittorie',
  drawn: 'di pareggi',
  scored: 'di partite in gol',
  scoreless: 'di partite senza segnare',
  'clean-sheet': 'di partite senza subire gol',
} as const;

function standing({ player, rank, points: own, right, of }: StandingWords): string {
  return `${rank === undefined ? '' : `${ordinal(rank)} `}${player}: ${points(own)}, ${counted(right, 'risposta giusta', 'risposte giuste')} su ${of}`;
}

function name({ name }: Club): Plain {
  return plain(name);
}

function the(club: Club): string {
  return withArticle('il', name(club));
}

function points(count: number): string {
  return counted(count, 'punto', 'punti');
}

function matches(count: number): string {
  return counted(count, 'partita', 'partite');
}

function seconds(count: number): string {
  return counted(count, 'secondo', 'secondi');
}

function ordinal(rank: number): string {
  return `${rank}º`;
}

function allWith(names: readonly string[], others: number): string {
  return allOf(others > 0 ? [...names, others === 1 ? "un'altra persona" : `altre ${others} persone`] : names);
}
