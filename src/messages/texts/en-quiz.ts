import type { Club } from '../../match/match.ts';
import { type Plain, plain } from '../escape.ts';
import { writtenDay, writtenSeason } from '../stamp.ts';
import { allOf, counted, ordinal } from './english.ts';
import type { QuizTexts, StandingWords } from './quiz-texts.ts';

export const quizTexts: QuizTexts = {
  quiz: {
    ask: {
      'points-after': ({ club, season, games }) =>
        `How many points did ${name(club)} have after ${counted(games, 'game')} of ${writtenSeason(season)}?`,
      'best-start': ({ club, games, since }) =>
        `Since ${writtenSeason(since)}, in which season did ${name(club)} have the most points after ${counted(games, 'game')}?`,
      champion: ({ competition, season }) => `Who won ${plain(competition.name)} in ${writtenSeason(season)}?`,
      'title-season': ({ competition, club }) =>
        `In which of these seasons did ${name(club)} win ${plain(competition.name)}?`,
      'champion-points': ({ competition, season, club }) =>
        `With how many points did ${name(club)} win ${plain(competition.name)} in ${writtenSeason(season)}?`,
      'final-place': ({ competition, season, club }) =>
        `In which place did ${name(club)} finish in ${plain(competition.name)} ${writtenSeason(season)}?`,
      'score-of': ({ home, away, day }) =>
        `How did ${name(home)} v ${name(away)} on ${writtenDay(day, 'en')} end, home side first?`,
      'common-score': ({ clubs: [a, b], since }) =>
        `Since ${writtenSeason(since)}, which score has been the most common between ${name(a)} and ${name(b)}, whoever won?`,
      'meetings-won': ({ clubs: [a, b], since }) =>
        `Since ${writtenSeason(since)}, how many times have ${name(a)} beaten ${name(b)}?`,
      'biggest-win': ({ club, over, since }) =>
        `Since ${writtenSeason(since)}, what was the score of ${name(club)}'s biggest win${over ? ` over ${name(over)}` : ''}, their goals first?`,
      'longest-run': ({ club, of, since }) =>
        `Since ${writtenSeason(since)}, how long was ${name(club)}'s longest ${RUNS[of]}?`,
    },
    counted: {
      points: (number) => counted(number, 'point'),
      games: (number) => counted(number, 'game'),
      times: (number) => counted(number, 'time'),
      place: ordinal,
    },

    question: (number, of) => `Question ${number} of ${of}`,
    questionOfTheDay: 'Question of the day',
    seconds: (limit) => `You have ${counted(limit, 'second')} to answer.`,
    hours: (limit) => `You have ${counted(limit, 'hour')} to answer.`,
    closes: (when) => `Answers close ${when}.`,
    answered: (count) => `${count === 1 ? '1 person has' : `${count} people have`} answered.`,
    howToType: 'Press **Answer** and type it.',
    typeButton: 'Answer',
    modalTitle: 'Your answer',
    modalLabel: 'A name, a number, a season or a score',
    pressAgain: 'That took too long. Press **Answer** once more.',

    answer: (answer) => `The answer is **${answer}**.`,
    rightButton: (answer) => `${answer} (right answer)`,
    right: (players, others) => `Right: ${allWith(players, others)}.`,
    scored: (player, points, streak) =>
      `${player} (${counted(points, 'point')}${streak > 1 ? `, ${streak} in a row` : ''})`,
    nobodyRight: 'Nobody was right this time.',
    nobodyAnswered: 'Nobody answered.',
    chosen: (options) => `How many chose each: ${options}.`,
    rightOf: (right, answered) => `${right} of ${answered} right.`,
    standings: 'Standings',
    standing,

    won: (players, points) =>
      players.length === 1
        ? `The quiz is over. ${players[0]} wins with ${counted(points, 'point')}.`
        : `The quiz is over. ${allOf(players)} share first place with ${counted(points, 'point')} each.`,
    overNobodyRight: 'The quiz is over. Nobody had a right answer this time.',
    overNobodyAnswered: 'The quiz is over. Nobody answered.',
    finalStandings: 'Final standings',

    top: (since) => `Quiz leaderboard ${since ? `of this week, which began ${since}` : 'of all time'}`,
    topEmpty: (since) =>
      `Nobody has answered a quiz question in this server ${since ? `this week, which began ${since}` : 'yet'}. Start a quiz with \`/quiz play\`.`,
    topLine: (line, bestStreak) => `${standing(line)}${bestStreak > 1 ? `, at best ${bestStreak} right in a row` : ''}`,

    started: (questions, seconds, mode) =>
      `A quiz of ${counted(questions, 'question')}, ${counted(seconds, 'second')} ${questions === 1 ? 'to answer it' : 'for each'}. ${mode === 'typed' ? 'Answers are typed' : 'Press a button to answer'}; everybody may play. Get ready!`,
    running: (number, of, link) =>
      `A quiz is running in this channel already: question ${number} of ${of}.${link ? ` Join in: ${link}` : ''}`,
    nothingToAsk: 'My results hold no questions about that. Choose another club, or none.',
    youAnswered: (answer) => `You answered **${answer}**. Until time is up, you can still change it.`,
    youChanged: (answer) => `You changed your answer to **${answer}**. The time of the change counts.`,
    youTyped: (typed) => `You answered “${typed}”. Until time is up, you can still change it.`,
    youTypedAnew: (typed) => `You changed your answer to “${typed}”. The time of the change counts.`,
    tooLate: 'Too late: this question is closed.',
    stopped: 'The quiz was stopped. What was answered so far counts.',
    nothingRuns: 'No quiz is running in this channel. Start one with `/quiz play`.',
    notYours: 'Only whoever started the quiz, or somebody with **Manage Server**, can stop it.',

    scheduled: (channel, time, timeZone, nextRun) =>
      `A quiz question a day in ${channel} at ${time} (${timeZone}). The first one comes ${nextRun}.`,
    rescheduled: (channel, time, timeZone, nextRun) =>
      `Changed: a quiz question a day in ${channel} at ${time} (${timeZone}). The next one comes ${nextRun}.`,
    unscheduled: (channel) => `No more daily questions in ${channel}.`,
    nothingScheduled: (channel) => `${channel} has no daily question, so there is nothing to stop.`,
  },
};

const RUNS = {
  won: 'winning run',
  unbeaten: 'unbeaten run',
  lost: 'losing run',
  winless: 'run without a win',
  drawn: 'run of draws',
  scored: 'run of games with a goal',
  scoreless: 'run of games without a goal',
  'clean-sheet': 'run of clean sheets',
} as const;

function standing({ player, rank, points, right, of }: StandingWords): string {
  return `${rank === undefined ? '' : `${ordinal(rank)} `}${player}: ${counted(points, 'point')}, ${right} of ${of} right`;
}

function name({ name }: Club): Plain {
  return plain(name);
}

function allWith(names: readonly string[], others: number): string {
  return allOf(others > 0 ? [...names, others === 1 ? '1 other' : `${others} others`] : names);
}
