import type { Club } from '../../match/match.ts';
import { plain } from '../escape.ts';
import { writtenSeason } from '../stamp.ts';
import type { SeasonSentences } from './fact-texts.ts';
import { name, upper } from './it-fact-words.ts';
import { allOf, counted, withArticle } from './italian.ts';

export const seasonSentences: SeasonSentences = {
  'best-start': (said, { competition, since }) => record('massimo', said, plain(competition.name), since),

  'best-start-since'({ club, games, tally, better }, { competition }) {
    const won = counted(tally.points, 'punto conquistato', 'punti conquistati');
    const then = writtenSeason(better.season);
    const season = `stagione di ${plain(competition.name)}`;
    return better.tally.points === tally.points
      ? `${won} in ${games} partite: tanti quanti nel ${then}, e più che in ogni altra ${season} ${withArticle('di', name(club))} da allora.`
      : `${won}: ${withArticle('per', name(club))} è il massimo dopo ${games} partite di una ${season} dal ${then}, quando ne aveva ${better.tally.points}.`;
  },

  'worst-start': (said, { competition, since }) => record('minimo', said, plain(competition.name), since),

  'unbeaten-start'({ club, games, tally: { won, drawn }, before }, { competition, since }) {
    const made = allOf([...some(won, 'vittoria', 'vittorie'), ...some(drawn, 'pareggio', 'pareggi')]);
    return `${name(club)} senza sconfitte dopo ${games} partite: ${made}. ${times(before, club, plain(competition.name), since)}`;
  },

  'winless-start'({ club, games, tally: { drawn, lost }, before }, { competition, since }) {
    const made = allOf([...some(drawn, 'pareggio', 'pareggi'), ...some(lost, 'sconfitta', 'sconfitte')]);
    return `${name(club)} senza vittorie dopo ${games} partite: ${made}. ${times(before, club, plain(competition.name), since)}`;
  },

  'goals-start'({ of, club, games, goals, ahead, level }, { competition, since }) {
    const [one, many, more] =
      of === 'fewest-conceded' ? ['gol subito', 'gol subiti', 'meno'] : ['gol segnato', 'gol segnati', 'più'];
    const era = `in ${plain(competition.name)} dal ${writtenSeason(since)}`;
    const better = allOf(ahead.map((start) => `${clubIn(start)} (${start.goals})`));
    const first =
      ahead.length > 0
        ? `solo ${better} ne ${ahead.length === 1 ? 'aveva' : 'avevano'} di ${more}`
        : `nessuna squadra ne aveva di ${more}`;
    const same =
      level.length === 0
        ? 'e nessuna altrettanti'
        : `e altrettanti ${level.length > MOST_LEVEL ? `altre ${level.length}` : `solo ${allOf(level.map(clubIn))}`}`;
    return `${name(club)}: ${counted(goals, one, many)} in ${games} partite. Dopo altrettante partite ${era} ${first}, ${same}.`;
  },

  'points-by-season'({ club, season, games, tally, earlier }) {
    const others = earlier.map((other) => `${other.tally.points} nel ${writtenSeason(other.season)}`);
    const own = `${points(tally.points)} nel ${writtenSeason(season)}`;
    return `${name(club)} dopo ${games} partite: ${own}; prima, ${allOf(others)}.`;
  },

  'many-on-points'({ games, points: most, clubs, before }, { competition, since }) {
    const league = plain(competition.name);
    const era = `dal ${writtenSeason(since)}`;
    const others =
      before.length === 0
        ? `A quel punto nessun'altra stagione di ${league} ${era} ne aveva così tante a questa quota`
        : `A quel punto in ${league} ${era} ce n'erano altrettante a questa quota solo ${seasons(before)}`;
    return `${allOf(clubs.map(name))} con almeno ${points(most)} dopo ${games} partite. ${others}.`;
  },

  'many-unbeaten'({ games, clubs, before }, { competition, since }) {
    const league = plain(competition.name);
    const era = `dal ${writtenSeason(since)}`;
    const others =
      before.length === 0
        ? `A quel punto nessun'altra stagione di ${league} ${era} ne aveva così tante imbattute`
        : `A quel punto in ${league} ${era} ce n'erano altrettante imbattute solo ${seasons(before)}`;
    return `${allOf(clubs.map(name))} senza sconfitte dopo ${games} partite. ${others}.`;
  },

  'table-place'({ season, club, rank, points: own, games, isOver, level, above, below, rankBefore }) {
    const peers =
      level.length > MOST_LEVEL
        ? `altre ${level.length} squadre`
        : allOf(level.map((other) => withArticle('il', name(other))));
    const gaps = [
      level.length > 0 && `alla pari con ${peers}`,
      above && `${above.points - own} in meno ${withArticle('di', name(above.club))}`,
      below && `${own - below.points} in più ${withArticle('di', name(below.club))}`,
    ].filter((gap) => typeof gap === 'string');
    const change =
      rankBefore === undefined || rankBefore === rank
        ? ''
        : `, ${rankBefore > rank ? 'in salita' : 'in discesa'} ${withRank('da', rankBefore)}`;
    const stage = isOver
      ? `alla fine del ${writtenSeason(season)}`
      : `dopo ${counted(games, 'partita', 'partite')} del ${writtenSeason(season)}`;
    return `${name(club)} ${withRank('a', rank)} posto ${stage}${change}: ${[points(own), allOf(gaps)].filter(Boolean).join(', ')}.`;
  },

  'what-if'({ club, outcome, rank, points: own, gap, actual }) {
    const ending = { won: 'una vittoria', drawn: 'un pareggio', lost: 'una sconfitta' }[outcome];
    const distance =
      gap.points === 0
        ? `alla pari con ${withArticle('il', name(gap.club))}`
        : `${gap.points} in ${rank === 1 ? 'più' : 'meno'} ${withArticle('di', name(gap.club))}`;
    const place = `Con ${ending} ${withArticle('il', name(club))} avrebbe avuto`;
    return rank === actual.rank
      ? `${place} ancora ${withRank('il', rank)} posto, ma con ${points(own)} invece di ${actual.points}, ${distance}.`
      : `${place} ${withRank('il', rank)} posto con ${points(own)}, ${distance}, invece ${withRank('di', actual.rank)} con ${actual.points}.`;
  },

  champion({ season, club, points: own, second, titles }, { since }) {
    const lead = own - second.points;
    const margin =
      lead === 0
        ? `alla pari con ${withArticle('il', name(second.club))}`
        : `${lead} in più ${withArticle('di', name(second.club))}`;
    return `${name(club)} campione del ${writtenSeason(season)} con ${points(own)}, ${margin}: è il suo ${titles}º titolo dal ${writtenSeason(since)}.`;
  },
};

function record(
  most: 'massimo' | 'minimo',
  { club, games, tally, previous, level }: Parameters<SeasonSentences['best-start' | 'worst-start']>[0],
  league: string,
  since: string,
): string {
  const start = counted(tally.points, 'punto conquistato', 'punti conquistati');
  const stage = `dopo ${games} partite di una stagione di ${league} dal ${writtenSeason(since)}`;
  if (level.length > 0)
    return `${start}: ${withArticle('il', name(club))} eguaglia il suo ${most} ${stage}, quello ${allOf(level.map((season) => `del ${writtenSeason(season)}`))}.`;
  const before = `Il ${most} precedente: ${previous.tally.points}, nel ${writtenSeason(previous.season)}.`;
  return `${start}: ${withArticle('per', name(club))} è il ${most} ${stage}. ${before}`;
}

function clubIn({ club, season }: { readonly club: Club; readonly season: string }): string {
  return `${withArticle('il', name(club))} nel ${writtenSeason(season)}`;
}

function points(number: number): string {
  return counted(number, 'punto', 'punti');
}

/** The words for what there was any of. */
function some(number: number, one: string, many: string): readonly string[] {
  return number > 0 ? [counted(number, one, many)] : [];
}

/** "il 2º", "l'8º", "dell'11º", "al 2º": eight and eleven begin with a vowel. */
function withRank(preposition: 'il' | 'di' | 'a' | 'da', rank: number): string {
  const [article, elided] = { il: ['il ', "l'"], di: ['del ', "dell'"], a: ['al ', "all'"], da: ['dal ', "dall'"] }[
    preposition
  ];
  return `${rank === 8 || rank === 11 ? elided : article}${rank}º`;
}

/** Longer lists of seasons than this are counted, */
const MOST_NAMED = 4;
/** and so are clubs that had as many. */
const MOST_LEVEL = 2;

function times(before: readonly string[], club: Club, league: string, since: string): string {
  const era = `in ${league} dal ${writtenSeason(since)}`;
  if (before.length === 0) return `${upper(withArticle('per', name(club)))} è la prima volta ${era}.`;
  if (before.length <= MOST_NAMED)
    return `${upper(withArticle('a', name(club)))} era già successo ${era} solo ${seasons(before)}.`;
  return `${upper(withArticle('a', name(club)))} era già successo ${before.length} volte ${era}, l'ultima nel ${writtenSeason(before.at(-1) ?? '')}.`;
}

/** "nel 2003–04 e nel 2020–21". */
function seasons(names: readonly string[]): string {
  return allOf(names.map((season) => `nel ${writtenSeason(season)}`));
}
