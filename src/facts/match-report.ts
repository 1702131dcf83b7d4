import type { Match, Side } from '../match/match.ts';
import { type Result, seasonOf } from '../match/result.ts';
import type { Score } from '../match/score.ts';
import { type TableRow, tableOf, upToDay } from '../match/table.ts';
import { type Fact, isComputed } from './fact.ts';
import { dayIn, fixturesAfter } from './fixtures.ts';
import { tableRules } from './known.ts';
import type { Almanac } from './load-almanac.ts';

/** What a match meant. Clubs stand by their ids. */
export interface MatchReport {
  /** The table with everything played up to the match's day, the day included, this match aside. */
  readonly before: readonly TableRow[];
  /** The same with this match. */
  readonly after: readonly TableRow[];
  /** The table after each ending the match could have had; a win is by a single goal. */
  readonly whatIf: Readonly<Record<Side | 'draw', readonly TableRow[]>>;
  /** The few facts that say most about it, records first: what it meant, not what happened, and as of its day. */
  readonly storylines: readonly Fact[];
  /** The next match of each club, home first, as far as the record goes. Their scores are what they came to be. */
  readonly next: readonly Result[];
}

/**
 * What a match meant. `score` is what the reader knows of it: a replayed match must not look up its own end. `story` are its facts, best first. Undefined
 * for a competition or a season whose results Tifo does not carry.
 */
export function matchReport(
  match: Match,
  score: Score,
  almanac: Almanac,
  story: readonly Fact[],
): MatchReport | undefined {
  const competition = almanac.competitions.find(({ id }) => id === match.competition.id);
  const season = seasonOf(almanac.results, match.competition.id, match.season);
  if (!competition || season.length === 0) return undefined;
  const day = dayIn(competition.timeZone, match.kickOff);
  const [home, away] = [match.home.id, match.away.id];
  const others = upToDay(season, day).filter((result) => result.home !== home || result.away !== away);
  const clubs = [...new Set([home, away, ...season.map((result) => result.home)])];
  const isLastOfSeason = others.length + 1 === clubs.length * (clubs.length - 1);
  const rules = tableRules(competition, match.season, isLastOfSeason ? 'final' : 'running', day);
  const row = { competition: competition.id, season: match.season, day, home, away, status: 'played' } as const;
  const tableWith = (score: Score) => tableOf([...others, { ...row, score }], rules, clubs);
  const next = [home, away].flatMap((club) =>
    fixturesAfter(almanac, { club, competition: competition.id }, match.kickOff, 1),
  );
  return {
    before: tableOf(others, rules, clubs),
    after: tableWith(score),
    whatIf: {
      home: tableWith({ home: 1, away: 0 }),
      draw: tableWith({ home: 0, away: 0 }),
      away: tableWith({ home: 0, away: 1 }),
    },
    storylines: storylinesOf(story, day),
    // Once is enough where the two meet again.
    next: [...new Set(next)],
  };
}

const STORYLINES = 5;

/** Those written by hand, records first; then what was found. */
function storylinesOf(facts: readonly Fact[], day: string): readonly Fact[] {
  const about = (topic: string) => (fact: Fact) => fact.about.topics.includes(topic);
  const meaning = facts.filter((fact) => fact.asOf <= day && !about('match-story')(fact));
  const found = meaning.filter(isComputed);
  const written = meaning.filter((fact) => !isComputed(fact));
  const isRecord = about('records');
  const [records, others] = [written.filter(isRecord), written.filter((fact) => !isRecord(fact))];
  return [...records, ...others, ...found].slice(0, STORYLINES);
}
