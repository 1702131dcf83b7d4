import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { StreakKind } from '../../match/streak.ts';
import { writtenSeason } from '../stamp.ts';
import type { RunSentences } from './fact-texts.ts';
import { both, day, fixture, fromTo, league, name, since, upper, where } from './it-fact-words.ts';
import { allOf, counted, fromDay, ofDay, withArticle } from './italian.ts';

export const runSentences: RunSentences = {
  run({ club, of, venue, run, longer }, scope) {
    const other = longer
      ? `L'ultima serie più lunga: ${longer.games}, ${fromTo(longer)}.`
      : `${since(scope, 'Dal')} non ne ha avuta una più lunga.`;
    return `${inARow(of, run.games, scope, venue)} ${withArticle('per', name(club))}, a partire ${fromDay(day(run.from))}. ${other}`;
  },

  'run-ended': ({ club, of, venue, run }, scope) =>
    `Finisce una serie ${withArticle('di', name(club))}: ${inARow(of, run.games, scope, venue)}, ${fromTo(run)}.`,

  'longest-run': ({ club, of, venue, run }, scope) =>
    `${inARow(of, run.games, scope, venue)} ${withArticle('per', name(club))}, ${fromTo(run)}: ${since(scope)} non ha avuto una serie del genere più lunga.`,

  'biggest-win'({ club, over, opponent, result, times, isOfBoth }, scope) {
    const wins = `vittoria ${withArticle('di', name(club))} in ${league(scope)}${over ? ` contro ${withArticle('il', name(over))}` : ''} ${since(scope)}`;
    const same = times > 1 ? `, ed è l'ultima di ${times} con questo punteggio` : '';
    const all = isOfBoth ? `vittoria in ${league(scope)} fra ${both([club, opponent])} ${since(scope)}` : wins;
    return `${fixture(result, [club, opponent])} ${ofDay(day(result.day))}: nessuna ${all} è stata più larga${same}.`;
  },

  'half-time-leads'({ club, led, won, drawn, lost }, scope) {
    const other = scope.clubs.find(({ id }) => id !== club.id);
    const games = other
      ? `incontri di ${league(scope)} contro ${withArticle('il', name(other))}`
      : `partite di ${league(scope)}`;
    const when = scope.season === scope.since ? `del ${writtenSeason(scope.since)}` : since(scope);
    const came = [
      counted(won, 'vittoria', 'vittorie'),
      counted(drawn, 'pareggio', 'pareggi'),
      counted(lost, 'sconfitta', 'sconfitte'),
    ];
    return `${upper(withArticle('il', name(club)))} era in vantaggio all'intervallo in ${led} ${games} ${when}. Com'è finita: ${allOf(came)}.`;
  },
};

function inARow(of: StreakKind, games: number, scope: Scope, venue: Venue | undefined): string {
  const there = `${where(venue)} in ${league(scope)}`;
  const words = {
    won: `${games} vittorie di fila${there}`,
    drawn: `${games} pareggi di fila${there}`,
    lost: `${games} sconfitte di fila${there}`,
    unbeaten: `${games} partite di fila senza sconfitte${there}`,
    winless: `${games} partite di fila senza vittorie${there}`,
    scored: `${games} partite di fila con almeno un gol${there}`,
    scoreless: `${games} partite di fila senza segnare${there}`,
    'clean-sheet': `${games} partite di fila senza subire gol${there}`,
  };
  return words[of];
}
