import type { Club } from '../../match/match.ts';
import { plain } from '../escape.ts';
import { writtenSeason } from '../stamp.ts';
import { name } from './en-fact-words.ts';
import { allOf, counted, ordinal } from './english.ts';
import type { SeasonSentences } from './fact-texts.ts';

export const seasonSentences: SeasonSentences = {
  'best-start': (said, { competition, since }) => record('most', said, plain(competition.name), since),

  'best-start-since'({ club, games, tally, better }, { competition }) {
    const won = `${points(tally.points)} won`;
    const then = writtenSeason(better.season);
    const season = `${plain(competition.name)} season`;
    return better.tally.points === tally.points
      ? `${won} in ${games} games: as many as ${name(club)} had in ${then}, and more than in any ${season} of theirs in between.`
      : `${won}: ${name(club)}'s most after ${games} games of a ${season} since ${then}, when they had ${better.tally.points}.`;
  },

  'worst-start': (said, { competition, since }) => record('fewest', said, plain(competition.name), since),

  'unbeaten-start': ({ club, games, tally, before }, { competition, since }) =>
    `${name(club)} unbeaten after ${games} games: ${allOf(
      some([counted(tally.won, 'win', 'wins'), tally.won], [counted(tally.drawn, 'draw', 'draws'), tally.drawn]),
    )}. ${times(before, plain(competition.name), since)}`,

  'winless-start': ({ club, games, tally, before }, { competition, since }) =>
    `${name(club)} without a win after ${games} games: ${allOf(
      some(
        [counted(tally.drawn, 'draw', 'draws'), tally.drawn],
        [counted(tally.lost, 'defeat', 'defeats'), tally.lost],
      ),
    )}. ${times(before, plain(competition.name), since)}`,

  'goals-start'({ of, club, games, goals, ahead, level }, { competition, since }) {
    const [done, more, as] = of === 'fewest-conceded' ? ['conceded', 'fewer', 'as few'] : ['scored', 'more', 'as many'];
    const era = `in ${plain(competition.name)} since ${writtenSeason(since)}`;
    const better = allOf(ahead.map((start) => `${clubIn(start)} (${start.goals})`));
    const first = ahead.length > 0 ? `Only ${better} had ${more}` : `No team had ${more}`;
    const same =
      level.length === 0
        ? `none ${as}`
        : `${level.length > MOST_LEVEL ? level.length : `only ${allOf(level.map(clubIn))}`} ${as}`;
    return `${name(club)}: ${counted(goals, 'goal', 'goals')} ${done} in ${games} games. ${first} after as many games ${era}, and ${same}.`;
  },

  'points-by-season'({ club, season, games, tally, earlier }) {
    const others = earlier.map((other) => `${other.tally.points} in ${writtenSeason(other.season)}`);
    const own = `${points(tally.points)} in ${writtenSeason(season)}`;
    return `${name(club)} after ${games} games: ${own}; before that, ${allOf(others)}.`;
  },

  'many-on-points'({ games, points: most, clubs, before }, { competition, since }) {
    const era = `since ${writtenSeason(since)}`;
    const league = plain(competition.name);
    const others =
      before.length === 0
        ? `No other ${league} season ${era} had so many teams there by then`
        : `In ${league} ${era} only ${seasons(before)} had as many teams there by then`;
    return `${allOf(clubs.map(name))} ${clubs.length === 2 ? 'both' : 'all'} on ${points(most)} or more after ${games} games. ${others}.`;
  },

  'many-unbeaten'({ games, clubs, before }, { competition, since }) {
    const era = `since ${writtenSeason(since)}`;
    const league = plain(competition.name);
    const others =
      before.length === 0
        ? `No other ${league} season ${era} had so many unbeaten teams by then`
        : `In ${league} ${era} only ${seasons(before)} had as many unbeaten teams by then`;
    return `${allOf(clubs.map(name))} ${clubs.length === 2 ? 'both' : 'all'} unbeaten after ${games} games. ${others}.`;
  },

  'table-place'({ season, club, rank, points: own, games, isOver, level, above, below, rankBefore }) {
    const peers = level.length > MOST_LEVEL ? `${level.length} others` : allOf(level.map(name));
    const gaps = [
      level.length > 0 && `level with ${peers}`,
      above && `${above.points - own} behind ${name(above.club)}`,
      below && `${own - below.points} ahead of ${name(below.club)}`,
    ].filter((gap) => typeof gap === 'string');
    const change =
      rankBefore === undefined || rankBefore === rank
        ? ''
        : `, ${rankBefore > rank ? 'up' : 'down'} from ${ordinal(rankBefore)}`;
    const stage = isOver
      ? `at the end of ${writtenSeason(season)}`
      : `after ${counted(games, 'game', 'games')} of ${writtenSeason(season)}`;
    return `${name(club)} ${ordinal(rank)} ${stage}${change}: ${[points(own), allOf(gaps)].filter(Boolean).join(', ')}.`;
  },

  'what-if'({ club, outcome, rank, points: own, gap, actual }) {
    const ending = { won: 'a win', drawn: 'a draw', lost: 'a defeat' }[outcome];
    const distance =
      gap.points === 0
        ? `level on points with ${name(gap.club)}`
        : `${gap.points} ${rank === 1 ? 'clear of' : 'behind'} ${name(gap.club)}`;
    return rank === actual.rank
      ? `With ${ending} ${name(club)} would still have been ${ordinal(rank)}, but on ${points(own)} instead of ${actual.points}, ${distance}.`
      : `With ${ending} ${name(club)} would have been ${ordinal(rank)} on ${points(own)}, ${distance}, instead of ${ordinal(actual.rank)} on ${actual.points}.`;
  },

  champion({ season, club, points: own, second, titles }, { since }) {
    const lead = own - second.points;
    const margin = lead === 0 ? `level with ${name(second.club)}` : `${lead} more than ${name(second.club)}`;
    return `${name(club)} champions of ${writtenSeason(season)} with ${points(own)}, ${margin}: their ${ordinal(titles)} title since ${writtenSeason(since)}.`;
  },
};

function clubIn({ club, season }: { readonly club: Club; readonly season: string }): string {
  return `${name(club)} in ${writtenSeason(season)}`;
}

function points(number: number): string {
  return counted(number, 'point', 'points');
}

/** The words for what there was any of. */
function some(...parts: readonly (readonly [words: string, number: number])[]): readonly string[] {
  return parts.flatMap(([words, number]) => (number > 0 ? [words] : []));
}

function record(
  most: 'most' | 'fewest',
  { club, games, tally, previous, level }: Parameters<SeasonSentences['best-start' | 'worst-start']>[0],
  league: string,
  since: string,
): string {
  const won = `${points(tally.points)} won: ${name(club)}'s`;
  const stage = `${most} after ${games} games of a ${league} season since ${writtenSeason(since)}`;
  if (level.length > 0) return `${won} joint ${stage}, level with ${seasons(level)}.`;
  const before = `The ${most === 'most' ? 'best' : 'fewest'} before: ${previous.tally.points}, in ${writtenSeason(previous.season)}.`;
  return `${won} ${stage}. ${before}`;
}

/** Longer lists of seasons than this are counted, */
const MOST_NAMED = 4;
/** and so are clubs that had as many. */
const MOST_LEVEL = 2;

function times(before: readonly string[], league: string, since: string): string {
  const era = `in ${league} since ${writtenSeason(since)}`;
  if (before.length === 0) return `Their first such start ${era}.`;
  if (before.length <= MOST_NAMED)
    return `Their only other such ${before.length === 1 ? 'start' : 'starts'} ${era}: ${seasons(before)}.`;
  return `They had ${before.length} other such starts ${era}, the last in ${writtenSeason(before.at(-1) ?? '')}.`;
}

function seasons(names: readonly string[]): string {
  return allOf(names.map(writtenSeason));
}
