import type { Log } from '../../log.ts';
import type { Result } from '../../match/result.ts';
import type { ComputedFact } from '../fact.ts';
import { addressOfId, factId, shortId } from './fact-id.ts';
import type { Family, Focus } from './family.ts';
import type { Finding } from './finding.ts';
import { keptAnswers } from './kept-answers.ts';
import { type Ledger, type LedgerBook, type LedgerSource, ledgerBook } from './ledger.ts';
import type { Moment } from './moment.ts';
import { rankFindings } from './rank-findings.ts';
import { topicsOf } from './topics.ts';

/** Finds facts in the results. What it finds depends on them and on what it is asked, and on nothing else. */
export interface FactEngine {
  /** The results as of a moment, which it looks at. */
  readonly ledgers: LedgerBook;
  /**
   * What is worth telling about one club or two that meet, as of a moment: best first, and nothing twice in other words.
   * Empty where the results do not hold it.
   */
  found(competition: string, moment: Moment, focus: Focus): readonly ComputedFact[];
  /** All that the families find there, in no order, the same told in other words included. */
  everything(competition: string, moment: Moment, focus: Focus): readonly ComputedFact[];
  /** A fact by its id, computed anew; undefined when it is not (or no longer) true as of its moment. */
  byId(id: string): ComputedFact | undefined;
}

export interface FactEngineOptions {
  /** Read anew each time: its results may grow. */
  readonly source: LedgerSource;
  readonly families: readonly Family[];
  readonly log: Log;
}

/** All that was found in one place. */
interface Answer {
  readonly everything: readonly ComputedFact[];
  readonly found: readonly ComputedFact[];
}

/** As many matches as people ask about in turns. */
const KEPT = 64;

const NOTHING: Answer = { everything: [], found: [] };

/** An engine that keeps what it found for as long as the results stay the same. A family that throws is logged once. */
export function factEngine({ source, families, log }: FactEngineOptions): FactEngine {
  const ledgers = ledgerBook(source);
  const kept = keptAnswers<Answer>(KEPT);
  const failed = new Set<string>();
  let known: readonly Result[] | undefined;

  function findingsOf({ name, find }: Family, ledger: Ledger, focus: Focus): readonly Finding[] {
    try {
      return find(ledger, focus);
    } catch (error) {
      if (!failed.has(name)) log.error({ err: error, family: name }, 'a family of facts is left out');
      failed.add(name);
      return [];
    }
  }

  function look(competition: string, moment: Moment, focus: Focus): Answer {
    const ledger = ledgers(competition, moment);
    if (!ledger || !isCovered(ledger, source)) return NOTHING;
    const findings = families.flatMap((family) => findingsOf(family, ledger, focus));
    const facts = new Map(findings.map((finding) => [finding, factOf(finding, ledger, focus)]));
    const ranked = rankFindings(findings, moment, focus).map((finding) => facts.get(finding));
    return { everything: [...facts.values()], found: ranked.filter((fact) => fact !== undefined) };
  }

  function answer(competition: string, moment: Moment, asked: Focus): Answer {
    const { results } = source;
    if (results !== known) kept.clear();
    known = results;
    const focus = inOrder(asked, moment);
    return kept.get(JSON.stringify([competition, moment, focus]), () => look(competition, moment, focus));
  }

  return {
    ledgers,
    found: (...asked) => answer(...asked).found,
    everything: (...asked) => answer(...asked).everything,
    byId(id) {
      const { competition, moment, focus } = addressOfId(id) ?? {};
      if (competition === undefined || !moment || !focus || isCorrected(moment, competition, source)) return undefined;
      const { everything } = answer(competition, moment, focus);
      return everything.find((fact) => fact.id === id) ?? everything.find((fact) => shortId(fact.id) === id);
    },
  };
}

/**
 * Whether the match of a moment is one of a season that is known whole. What else two clubs played that season under the
 * competition's name, a play-off, stands in no table.
 */
function isCovered({ competition, moment, season }: Ledger, source: LedgerSource): boolean {
  const { day, match } = moment;
  if (!match) return true;
  const { clubs = [] } = season(match.season) ?? {};
  const row = rowOf(match, competition.id, source);
  return clubs.includes(match.home) && clubs.includes(match.away) && (row === undefined || row.day === day);
}

/** Whether the match of a moment is known to have ended otherwise: what was found at that end is not true then. */
function isCorrected({ match }: Moment, competition: string, source: LedgerSource): boolean {
  const told = match?.score;
  const known = match && rowOf(match, competition, source)?.score;
  return told !== undefined && known !== undefined && (known.home !== told.home || known.away !== told.away);
}

function rowOf(
  { season, home, away }: NonNullable<Moment['match']>,
  competition: string,
  { results }: LedgerSource,
): Result | undefined {
  return results.find(
    (row) => row.competition === competition && row.season === season && row.home === home && row.away === away,
  );
}

/** The clubs of the match where the moment has one, home first; else two clubs in an order that does not depend on who asks. */
function inOrder(asked: Focus, { match }: Moment): Focus {
  if (match) return [match.home, match.away];
  const [a, b] = asked;
  return b === undefined || a < b ? asked : [b, a];
}

function factOf(finding: Finding, { competition, moment, lastDay }: Ledger, focus: Focus): ComputedFact {
  return {
    id: factId(competition.id, focus, finding, moment),
    asOf: moment.match ? moment.day : lastDay,
    about: { clubs: clubsOf(finding), players: playersOf(finding), topics: topicsOf(finding) },
    finding,
    moment,
  };
}

function clubsOf({ scope, statement }: Finding): readonly string[] {
  const own = 'clubs' in statement ? statement.clubs : 'club' in statement ? [statement.club] : [];
  return [...new Set([...own, ...scope.clubs].map(({ id }) => id))];
}

function playersOf({ statement }: Finding): readonly string[] {
  return 'player' in statement ? [statement.player] : [];
}
