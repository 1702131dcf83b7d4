import type { PictureTexts } from './picture-texts.ts';

export const pictureTexts: PictureTexts = {
  picture: {
    asText: 'As text',
    goal: 'Goal',
    missedPenalty(player, outcome) {
      const missed = { saved: 'penalty saved', woodwork: 'penalty against the post', wide: 'penalty wide' };
      return after(player, outcome ? missed[outcome] : 'penalty missed');
    },
    sentOff: (player, colour) => after(player, { 'second-yellow': 'second yellow', red: 'red card' }[colour]),
    resultAlt: (line, status, lines) =>
      `${line}. ${status}. On the line of the match: ${lines.length > 0 ? lines.join('; ') : 'no goal, no missed penalty, no red card'}.`,
    tableAlt: (title, lines) => `${title}. Place, club, points (games, goal difference, form): ${lines.join('; ')}.`,
    wins: (count) => `${count} ${count === 1 ? 'win' : 'wins'}`,
    draws: (count) => `${count} ${count === 1 ? 'draw' : 'draws'}`,
    goals: (count) => `${count} ${count === 1 ? 'goal' : 'goals'}`,
    headToHeadAlt: (balance, last, meetings) => `${balance}. ${last}: ${meetings.join('; ')}.`,
    race: 'Points race',
    games: 'Games played',
    points: 'Points',
    racer: (club, points, games) =>
      `${club}: ${points} ${points === 1 ? 'point' : 'points'} after ${games} ${games === 1 ? 'game' : 'games'}`,
    raceAlt: (title, lines) => `${title}. A line for each club, points over games played: ${lines.join('; ')}.`,
  },
};

function after(player: string | undefined, what: string): string {
  return player ? `${player}, ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}
