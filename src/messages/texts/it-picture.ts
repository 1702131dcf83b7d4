import type { PictureTexts } from './picture-texts.ts';

export const pictureTexts: PictureTexts = {
  picture: {
    asText: 'Come testo',
    goal: 'Gol',
    missedPenalty(player, outcome) {
      const missed = { saved: 'rigore parato', woodwork: 'rigore sul palo', wide: 'rigore fuori' };
      return after(player, outcome ? missed[outcome] : 'rigore sbagliato');
    },
    sentOff: (player, colour) =>
      after(player, { 'second-yellow': 'doppia ammonizione', red: 'cartellino rosso' }[colour]),
    resultAlt: (line, status, lines) =>
      `${line}. ${status}. Sulla linea della partita: ${lines.length > 0 ? lines.join('; ') : 'nessun gol, nessun rigore sbagliato, nessuna espulsione'}.`,
    tableAlt: (title, lines) =>
      `${title}. Posto, squadra, punti (partite, differenza reti, forma): ${lines.join('; ')}.`,
    wins: (count) => `${count} ${count === 1 ? 'vittoria' : 'vittorie'}`,
    draws: (count) => `${count} ${count === 1 ? 'pareggio' : 'pareggi'}`,
    goals: (count) => `${count} gol`,
    headToHeadAlt: (balance, last, meetings) => `${balance}. ${last}: ${meetings.join('; ')}.`,
    race: 'Corsa ai punti',
    games: 'Partite giocate',
    points: 'Punti',
    racer: (club, points, games) =>
      `${club}: ${points} ${points === 1 ? 'punto' : 'punti'} dopo ${games} ${games === 1 ? 'partita' : 'partite'}`,
    raceAlt: (title, lines) => `${title}. Una linea per squadra, punti per partite giocate: ${lines.join('; ')}.`,
  },
};

function after(player: string | undefined, what: string): string {
  return player ? `${player}, ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}
