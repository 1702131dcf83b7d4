import { plain } from '../escape.ts';
import { writtenSeason } from '../stamp.ts';
import type { PlayerSentences } from './fact-texts.ts';

export const playerSentences: PlayerSentences = {
  'top-scorer': ({ club, season, player, goals, penalties, games, second }) => {
    const spot = penalties === 0 ? '' : `, ${penalties === goals ? 'all' : penalties} from the spot`;
    const next = second === 0 ? 'Nobody else has scored for them' : `Nobody else there has more than ${second}`;
    return `${plain(player)} has ${goals} of ${plain(club.name)}'s league goals in ${games} ${games === 1 ? 'game' : 'games'} of ${writtenSeason(season)}${spot}. ${next}.`;
  },
  'scoring-run': ({ club, season, player, goals, run }) =>
    `${plain(player)} has scored in each of ${plain(club.name)}'s last ${run.games} league games of ${writtenSeason(season)}, ${goals} goals in all.`,
};
