import type { ChanceOutcome } from '../../match/event.ts';
import type { Plain } from '../escape.ts';
import { ordinal } from './english.ts';
import type { GoalWords, MatchTexts } from './match-texts.ts';

export const matchTexts: MatchTexts = {
  match: {
    versus: (home, away) => `${home} v ${away}`,
    round: (round) => `round ${round}`,
    ownGoal: 'o.g.',
    penalty: 'pen.',
  },

  phaseNews: {
    'kick-off': ({ fixture }) => `Kick-off: ${fixture}`,
    'half-time': ({ line }) => `Half-time: ${line}`,
    'second-half': ({ line }) => `Second half under way: ${line}`,
    'extra-time': ({ line }) => `Extra time under way: ${line}`,
    'extra-time-half-time': ({ line }) => `Half-time in extra time: ${line}`,
    'extra-time-second-half': ({ line }) => `Second half of extra time under way: ${line}`,
    'shoot-out': ({ line }) => `Penalty shoot-out: ${line}`,
    'full-time': ({ line }) => `Full-time whistle: ${line}`,
    result: ({ line, ending }) => `Final result: ${line}${ending ? `, ${ending}` : ''}`,
    postponed: ({ fixture }) => `Postponed: ${fixture}`,
    cancelled: ({ fixture }) => `Cancelled: ${fixture}`,
    suspended: ({ line, minute }) => `Play suspended${minute ? ` at ${minute}` : ''}: ${line}`,
    resumed: ({ line }) => `Play resumes: ${line}`,
    abandoned: ({ line, minute }) => `Match abandoned${minute ? ` at ${minute}` : ''}: ${line}`,
    awarded: ({ line }) => `Result awarded off the pitch: ${line}`,
  },

  status: {
    scheduled: () => 'not started',
    'first-half': (minute) => minute ?? 'first half',
    'half-time': () => 'half-time',
    'second-half': (minute) => minute ?? 'second half',
    'extra-time-break': () => 'before extra time',
    'extra-time-first-half': (minute) => (minute ? `${minute}, extra time` : 'extra time'),
    'extra-time-half-time': () => 'half-time in extra time',
    'extra-time-second-half': (minute) => (minute ? `${minute}, extra time` : 'extra time'),
    'shoot-out': () => 'penalty shoot-out',
    'full-time': () => 'full-time',
    postponed: () => 'postponed',
    cancelled: () => 'cancelled',
    suspended: (minute) => (minute ? `suspended at ${minute}` : 'suspended'),
    abandoned: (minute) => (minute ? `abandoned at ${minute}` : 'abandoned'),
    awarded: () => 'result awarded',
  },

  event: {
    goal: (line, club, scorer) => (scorer ? `GOAL ${line}: ${scorer}` : `GOAL for ${club}: ${line}`),
    missedPenalty({ club, player }, outcome, keeper) {
      const penalty = `${possessive(player ?? club)} penalty`;
      switch (outcome) {
        case 'saved':
          return keeper ? `${keeper} saves ${penalty}` : `${penalty} is saved`;
        case 'woodwork':
          return `${penalty} hits the woodwork`;
        case 'wide':
          return `${penalty} misses the target`;
        case undefined:
          return `${player ?? club} misses a penalty`;
      }
    },
    penaltyAwarded: (club, fouled, by) =>
      `Penalty for ${club}${fouled ? `: ${by ? `${by} fouls ${fouled}` : `foul on ${fouled}`}` : by ? `: foul by ${by}` : ''}`,
    card({ club, player }, colour) {
      const card = { yellow: 'Yellow card', 'second-yellow': 'Second yellow, sent off', red: 'Red card' }[colour];
      return `${card}: ${player ? `${player} (${club})` : club}`;
    },
    chance({ club, player }, outcome, keptOutBy) {
      const who = player ?? club;
      switch (outcome) {
        case 'woodwork':
          return `${who} hits the post`;
        case 'saved':
          return keptOutBy ? `${keptOutBy} saves from ${who}` : `${possessive(who)} shot is saved`;
        case 'cleared':
          return keptOutBy
            ? `${keptOutBy} clears ${possessive(who)} shot off the line`
            : `${possessive(who)} shot is cleared off the line`;
        case 'blocked':
          return keptOutBy ? `${keptOutBy} blocks ${possessive(who)} shot` : `${possessive(who)} shot is blocked`;
        case 'wide':
          return `${who} shoots wide`;
      }
    },
    rebound: (player, outcome) => rebounds[outcome](player),
    varDecision({ club, player }, decision) {
      const about = player ? `${player} (${club})` : club;
      const said = {
        'goal-confirmed': 'the goal stands',
        'goal-cancelled': 'no goal',
        'penalty-confirmed': 'the penalty stands',
        'penalty-given': 'it is a penalty',
        'penalty-cancelled': 'no penalty',
        'card-upgraded': 'red card instead',
        'card-cancelled': 'no card',
      }[decision];
      return `VAR: ${said}, ${about}`;
    },
    shootOutKick: ({ club, player }, scored) =>
      `${player ? `${player} (${club})` : club}: ${scored ? 'scored' : 'missed'} in the shoot-out`,
    substitutions: (club, count) => `${club} ${count === 1 ? 'substitution' : 'substitutions'}`,
    swap: (on, off) =>
      on && off ? `${on} for ${off}` : on ? `${on} on` : off ? `${off} off` : 'players not known yet',
  },

  disallowed: {
    title: (byVar) => (byVar ? 'Goal disallowed (VAR)' : 'Goal disallowed'),
    post: (line, goal, byVar) =>
      `Goal disallowed${byVar ? ' (VAR)' : ''}: ${line}. The ${goalWords(goal)} does not count.`,
    reinstated: (line, goal) => `The goal stands after all: ${line}. The ${goalWords(goal)} counts.`,
    takenBack: (byVar) => (byVar ? 'Taken back (VAR)' : 'Taken back by the feed'),
    notOver: 'Not over after all: the match goes on',
  },

  roundup: {
    away: (fixtures) => `While I was away: ${fixtures}`,
    silent: (fixtures) => `While the source was silent: ${fixtures}`,
    now: (lines) => `Now: ${lines}`,
    together: (matches) => (matches === 1 ? 'Goals in one match' : `Goals in ${matches} matches`),
  },

  covered: {
    news: (fixtures) => `News from ${fixtures}`,
    reveal: 'Reveal to me',
  },

  thread: {
    opener: (fixture, kickOff) => `${fixture}: kick-off ${kickOff}`,
    name: (home, away, competition) => `${home} v ${away} · ${competition}`,
  },

  shootOut: {
    won: (club, tally) => `${club} win ${tally} on penalties`,
    level: (tally) => `${tally} on penalties`,
  },

  card: {
    finalResult: 'Final result',
    halfTime: (score) => `Half-time ${score}`,
    afterExtraTime: 'after extra time',
    kicksOff: (stamp) => `Kicks off ${stamp}`,
    wasDue: (stamp) => `Was due ${stamp}`,
    heard: (stamp) => `Updated ${stamp}`,
    silent: (stamp) => `No news from the source since ${stamp}; the score may be older than it looks.`,
    silentSince: (stamp) => `no news since ${stamp}`,
    back: (stamp) => `The source is back since ${stamp}.`,
    statistics: {
      possession: 'Possession',
      shots: 'shots',
      shotsOnTarget: 'on target',
      corners: 'corners',
      fouls: 'fouls',
    },
  },

  timeline: {
    title: (line) => `${line} · timeline`,
    nothingYet: 'Nothing to tell yet.',
    addedTime: (added) => `${added} min added`,
  },

  lineups: {
    title: (fixture) => `${fixture} · line-ups`,
    out: (fixture) => `Line-ups: ${fixture}`,
    notYet: 'The line-ups are not out yet. They usually come an hour before kick-off.',
    coach: (name) => `Coach: ${name}`,
    bench: 'Bench',
    officials: 'Officials',
    roles: {
      referee: 'Referee',
      assistants: 'Assistants',
      fourth: 'Fourth official',
      var: 'VAR',
      assistantVar: 'Assistant VAR',
    },
  },

  report: {
    title: (line) => `${line} · what it means`,
    before: 'Before',
    after: 'After',
    club: 'Club',
    whatIf: 'What if',
    won: (club) => `Had ${club} won`,
    drawn: 'Had it been a draw',
    place: (club, rank, points) => `${club} ${ordinal(rank)} on ${points} ${points === 1 ? 'point' : 'points'}`,
    clear: (points) => `${points} clear`,
    storylines: 'Storylines',
    next: 'Next',
  },

  fixtures: {
    title: (club) => (club ? `What is next for ${club}` : 'What is next'),
    cameNext: (club, stamp) => `What came next${club ? ` for ${club}` : ''} after ${stamp}`,
    none: (club) => (club ? `No fixture of ${club} is known yet.` : 'No fixture is known yet.'),
  },
};

const rebounds: Readonly<Record<ChanceOutcome, (player: Plain) => string>> = {
  woodwork: (player) => `${player} hits the post from the rebound`,
  saved: (player) => `${possessive(player)} rebound is saved`,
  cleared: (player) => `${possessive(player)} rebound is cleared off the line`,
  blocked: (player) => `${possessive(player)} rebound is blocked`,
  wide: (player) => `${player} puts the rebound wide`,
};

/** `35' goal by Leão`, `35' goal for Milan`. */
function goalWords({ club, scorer, minute }: GoalWords): string {
  return [minute, 'goal', scorer ? `by ${scorer}` : `for ${club}`].filter(Boolean).join(' ');
}

function possessive(name: Plain): string {
  return `${name}'s`;
}
