import type { ChanceOutcome } from '../../match/event.ts';
import type { Plain } from '../escape.ts';
import { atMinute, withArticle } from './italian.ts';
import type { GoalWords, MatchTexts } from './match-texts.ts';

export const matchTexts: MatchTexts = {
  match: {
    versus: (home, away) => `${home}–${away}`,
    round: (round) => `${round}ª giornata`,
    ownGoal: 'aut.',
    penalty: 'rig.',
  },

  phaseNews: {
    'kick-off': ({ fixture }) => `Calcio d'inizio: ${fixture}`,
    'half-time': ({ line }) => `Intervallo: ${line}`,
    'second-half': ({ line }) => `Inizia il secondo tempo: ${line}`,
    'extra-time': ({ line }) => `Iniziano i supplementari: ${line}`,
    'extra-time-half-time': ({ line }) => `Fine primo tempo supplementare: ${line}`,
    'extra-time-second-half': ({ line }) => `Inizia il secondo tempo supplementare: ${line}`,
    'shoot-out': ({ line }) => `Calci di rigore: ${line}`,
    'full-time': ({ line }) => `Fischio finale: ${line}`,
    result: ({ line, ending }) => `Risultato finale: ${line}${ending ? `, ${ending}` : ''}`,
    postponed: ({ fixture }) => `Partita rinviata: ${fixture}`,
    cancelled: ({ fixture }) => `Partita annullata: ${fixture}`,
    suspended: ({ line, minute }) => `Partita sospesa${minute ? ` ${atMinute(minute)}` : ''}: ${line}`,
    resumed: ({ line }) => `Si riprende a giocare: ${line}`,
    abandoned: ({ line, minute }) => `Partita sospesa definitivamente${minute ? ` ${atMinute(minute)}` : ''}: ${line}`,
    awarded: ({ line }) => `Risultato a tavolino: ${line}`,
  },

  status: {
    scheduled: () => 'da giocare',
    'first-half': (minute) => minute ?? 'primo tempo',
    'half-time': () => 'intervallo',
    'second-half': (minute) => minute ?? 'secondo tempo',
    'extra-time-break': () => 'prima dei supplementari',
    'extra-time-first-half': (minute) => (minute ? `${minute}, supplementari` : 'supplementari'),
    'extra-time-half-time': () => 'intervallo dei supplementari',
    'extra-time-second-half': (minute) => (minute ? `${minute}, supplementari` : 'supplementari'),
    'shoot-out': () => 'calci di rigore',
    'full-time': () => 'finale',
    postponed: () => 'rinviata',
    cancelled: () => 'annullata',
    suspended: (minute) => (minute ? `sospesa ${atMinute(minute)}` : 'sospesa'),
    abandoned: (minute) => (minute ? `sospesa definitivamente ${atMinute(minute)}` : 'sospesa definitivamente'),
    awarded: () => 'a tavolino',
  },

  event: {
    goal: (line, club, scorer) => (scorer ? `GOL ${line}: ${scorer}` : `GOL ${withArticle('di', club)}: ${line}`),
    missedPenalty({ club, player }, outcome, keeper) {
      const penalty = `il rigore ${player ? `di ${player}` : withArticle('di', club)}`;
      switch (outcome) {
        case 'saved':
          return keeper ? `${keeper} para ${penalty}` : `Parato ${penalty}`;
        case 'woodwork':
          return `Sul legno ${penalty}`;
        case 'wide':
          return `Fuori ${penalty}`;
        case undefined:
          return `Sbagliato ${penalty}`;
      }
    },
    penaltyAwarded: (club, fouled, by) =>
      `Rigore ${withArticle('per', club)}${fouled || by ? ': fallo' : ''}${by ? ` di ${by}` : ''}${fouled ? ` su ${fouled}` : ''}`,
    card({ club, player }, colour) {
      const said = { yellow: 'Ammonito', 'second-yellow': 'Espulso per doppia ammonizione', red: 'Espulso' }[colour];
      return player ? `${said} ${player} (${club})` : `${said} un giocatore ${withArticle('di', club)}`;
    },
    chance({ club, player }, outcome, keptOutBy) {
      const shot = `il tiro ${player ? `di ${player}` : withArticle('di', club)}`;
      switch (outcome) {
        case 'woodwork':
          return `Palo ${player ? `di ${player}` : withArticle('di', club)}`;
        case 'saved':
          return keptOutBy ? `${keptOutBy} para ${shot}` : `Parato ${shot}`;
        case 'cleared':
          return keptOutBy ? `${keptOutBy} salva sulla linea ${shot}` : `Salvato sulla linea ${shot}`;
        case 'blocked':
          return keptOutBy ? `${keptOutBy} mura ${shot}` : `Murato ${shot}`;
        case 'wide':
          return `Fuori ${shot}`;
      }
    },
    rebound: (player, outcome) => rebounds[outcome](player),
    varDecision({ club, player }, decision) {
      const about = player ? `${player} (${club})` : club;
      const said = {
        'goal-confirmed': 'gol convalidato',
        'goal-cancelled': 'gol annullato',
        'penalty-confirmed': 'rigore confermato',
        'penalty-given': 'è rigore',
        'penalty-cancelled': 'rigore revocato',
        'card-upgraded': 'cartellino rosso',
        'card-cancelled': 'cartellino revocato',
      }[decision];
      return `VAR: ${said}, ${about}`;
    },
    shootOutKick: ({ club, player }, scored) =>
      `${player ? `${player} (${club})` : club}: ${scored ? 'gol' : 'errore'} dal dischetto`,
    substitutions: (club, count) => `${count === 1 ? 'Sostituzione' : 'Sostituzioni'} ${club}`,
    swap: (on, off) =>
      on && off ? `${on} per ${off}` : on ? `entra ${on}` : off ? `esce ${off}` : 'giocatori non ancora noti',
  },

  disallowed: {
    title: (byVar) => (byVar ? 'Gol annullato (VAR)' : 'Gol annullato'),
    post: (line, goal, byVar) => `Gol annullato${byVar ? ' (VAR)' : ''}: ${line}. ${goalWords(goal)} non vale.`,
    reinstated: (line, goal) => `Gol di nuovo valido: ${line}. ${goalWords(goal)} vale.`,
    takenBack: (byVar) => (byVar ? 'Revocato (VAR)' : 'Ritirato dalla fonte'),
    notOver: 'Non era finita: la partita continua',
  },

  roundup: {
    away: (fixtures) => `Mentre non c'ero: ${fixtures}`,
    silent: (fixtures) => `Mentre la fonte taceva: ${fixtures}`,
    now: (lines) => `Adesso: ${lines}`,
    together: (matches) => (matches === 1 ? 'Gol in una partita' : `Gol in ${matches} partite`),
  },

  covered: {
    news: (fixtures) => `Novità da ${fixtures}`,
    reveal: 'Mostra solo a me',
  },

  thread: {
    opener: (fixture, kickOff) => `${fixture}: calcio d'inizio ${kickOff}`,
    name: (home, away, competition) => `${home}–${away} · ${competition}`,
  },

  shootOut: {
    won: (club, tally) => `vince ${withArticle('il', club)} ${tally} ai rigori`,
    level: (tally) => `${tally} ai rigori`,
  },

  card: {
    finalResult: 'Risultato finale',
    halfTime: (score) => `Primo tempo ${score}`,
    afterExtraTime: 'dopo i supplementari',
    kicksOff: (stamp) => `Calcio d'inizio ${stamp}`,
    wasDue: (stamp) => `Data prevista: ${stamp}`,
    heard: (stamp) => `Aggiornato ${stamp}`,
    silent: (stamp) => `Nessuna notizia dalla fonte dalle ${stamp}: il punteggio potrebbe essere vecchio.`,
    silentSince: (stamp) => `nessuna notizia dalle ${stamp}`,
    back: (stamp) => `La fonte è di nuovo attiva dalle ${stamp}.`,
    statistics: {
      possession: 'Possesso palla',
      shots: 'tiri',
      shotsOnTarget: 'in porta',
      corners: 'angoli',
      fouls: 'falli',
    },
  },

  timeline: {
    title: (line) => `${line} · cronaca`,
    nothingYet: 'Ancora niente da raccontare.',
    addedTime: (added) => `${added} min di recupero`,
  },

  lineups: {
    title: (fixture) => `${fixture} · formazioni`,
    out: (fixture) => `Formazioni: ${fixture}`,
    notYet: "Le formazioni non ci sono ancora. Di solito escono un'ora prima del calcio d'inizio.",
    coach: (name) => `Allenatore: ${name}`,
    bench: 'Panchina',
    officials: 'Squadra arbitrale',
    roles: {
      referee: 'Arbitro',
      assistants: 'Assistenti',
      fourth: 'Quarto uomo',
      var: 'VAR',
      assistantVar: 'Assistente VAR',
    },
  },

  report: {
    title: (line) => `${line} · che cosa significa`,
    before: 'Prima',
    after: 'Dopo',
    club: 'Squadra',
    whatIf: 'E se…',
    won: (club) => `Con una vittoria ${withArticle('di', club)}`,
    drawn: 'Con un pareggio',
    place: (club, rank, points) => `${club} ${rank}º con ${points} ${points === 1 ? 'punto' : 'punti'}`,
    clear: (points) => `${points} in più della seconda`,
    storylines: 'Da sapere',
    next: 'Prossimo turno',
  },

  fixtures: {
    title: (club) => (club ? `Le prossime partite ${withArticle('di', club)}` : 'Le prossime partite'),
    cameNext: (club, stamp) => `Le partite${club ? ` ${withArticle('di', club)}` : ''} dopo ${stamp}`,
    none: (club) =>
      club
        ? `Non conosco ancora le prossime partite ${withArticle('di', club)}.`
        : 'Non conosco ancora le prossime partite.',
  },
};

const rebounds: Readonly<Record<ChanceOutcome, (player: Plain) => string>> = {
  woodwork: (player) => `${player} sulla ribattuta colpisce il palo`,
  saved: (player) => `parata la ribattuta di ${player}`,
  cleared: (player) => `salvata sulla linea la ribattuta di ${player}`,
  blocked: (player) => `murata la ribattuta di ${player}`,
  wide: (player) => `${player} manda fuori la ribattuta`,
};

/** `Il gol di Leão al 35'`, `Il gol del Milan`. */
function goalWords({ club, scorer, minute }: GoalWords): string {
  const whose = scorer ? `di ${scorer}` : withArticle('di', club);
  return `Il gol ${whose}${minute ? ` ${atMinute(minute)}` : ''}`;
}
