import { plain } from '../escape.ts';
import { writtenSeason } from '../stamp.ts';
import type { PlayerSentences } from './fact-texts.ts';
import { withArticle } from './italian.ts';

export const playerSentences: PlayerSentences = {
  'top-scorer': ({ club, season, player, goals, penalties, games, second }) => {
    const spot = penalties === 0 ? '' : `, ${penalties === goals ? 'tutti' : penalties} su rigore`;
    const next = second === 0 ? 'Nessun altro ha segnato' : `Nessun altro della squadra ne ha più di ${second}`;
    return `${plain(player)} ha segnato ${goals} gol per ${withArticle('il', plain(club.name))} in ${games} ${games === 1 ? 'partita' : 'partite'} del campionato ${writtenSeason(season)}${spot}. ${next}.`;
  },
  'scoring-run': ({ club, season, player, goals, run }) =>
    `${plain(player)} ha segnato in ciascuna delle ultime ${run.games} partite ${withArticle('di', plain(club.name))} nel campionato ${writtenSeason(season)}: ${goals} gol in tutto.`,
};
