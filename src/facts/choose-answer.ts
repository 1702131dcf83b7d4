import type { Log } from '../log.ts';
import { DAY, type Instant } from '../match/instant.ts';
import { type Match, replayedMatch } from '../match/match.ts';
import type { News } from '../match/news.ts';
import { leader, type Score } from '../match/score.ts';
import type { FactEngine } from './engine/fact-engine.ts';
import { addressOfId, toldAs } from './engine/fact-id.ts';
import type { Statement, StatementKind } from './engine/finding.ts';
import type { Moment } from './engine/moment.ts';
import { type ComputedFact, type Fact, isComputed, type WrittenFact } from './fact.ts';
import { dayIn } from './fixtures.ts';
import type { Almanac } from './load-almanac.ts';
import { fits, occasionsOf } from './occasion.ts';
import { seasonTable } from './season-table.ts';

/** A fact that may follow a piece of news. */
export interface Answer {
  readonly fact: Fact;
  /** What it is remembered by once it was told, and by what else the same may have been told. */
  readonly toldAs: readonly [own: string, ...others: string[]];
  /** Told before this, it has changed since: there are newer results in it. Of what never changes, unset. */
  readonly newSince?: Instant;
  /** Whether it was true before the match began, and so tells nothing of how it goes. */
  readonly isFromBefore: boolean;
}

/** What may follow a piece of news of a match, best first; nothing where there is nothing to say. Never throws. */
export type AnswersTo = (news: News, match: Match) => readonly Answer[];

export interface AnswersOptions {
  /** Read anew each time: its results may grow. */
  readonly almanac: Pick<Almanac, 'facts' | 'results' | 'competitions'>;
  readonly engine: Pick<FactEngine, 'found'>;
  readonly log: Log;
}

/** As many of the best as are looked through for one that a channel does not know yet. */
const MOST = 24;

/** What is worth telling while teams rest: what they made of each other so far. */
const AT_HALF_TIME: readonly StatementKind[] = [
  'half-time-leads',
  'last-meetings',
  'meetings-in-a-row',
  'common-score',
  'balance',
];
/** What the final whistle brings: where it leaves them, else where they might have been. */
const AT_THE_WHISTLE: readonly StatementKind[] = ['table-place', 'many-on-points'];
const ELSE_AT_THE_WHISTLE: readonly StatementKind[] = ['what-if'];

/** Chooses what answers news: what was written for it, then what is found in the results. */
export function answersTo({ almanac, engine, log }: AnswersOptions): AnswersTo {
  return (news, match) => {
    try {
      const own = almanac.facts.ofMatch(replayedMatch(match.id));
      const written = occasionsOf(news).flatMap((occasion) =>
        own.filter(({ answers = [] }) => answers.some((answering) => fits(answering, occasion, news))),
      );
      const found = foundFor(news, match).map((fact) => own.find(({ computation }) => computation === fact.id) ?? fact);
      const facts: readonly Fact[] = [...new Set<Fact>([...written, ...found])];
      return facts.slice(0, MOST).map((fact) => answerOf(fact, own));
    } catch (error) {
      // No goal waits for a fact.
      log.error({ err: error, news: news.id }, 'no fact could be chosen');
      return [];
    }
  };

  function foundFor(news: News, match: Match): readonly ComputedFact[] {
    switch (news.kind) {
      case 'kick-off':
        return found(match);
      case 'half-time':
        return found(match).filter(isOf(AT_HALF_TIME));
      case 'full-time': {
        const ended = found(match, news.score);
        return [...ended.filter(isOf(AT_THE_WHISTLE)), ...ended.filter(isOf(ELSE_AT_THE_WHISTLE))];
      }
      case 'result': {
        const fresh = found(match, news.score).filter(({ finding, moment }) => finding.weight.latest === moment.day);
        const isOfDraws = ({ finding }: ComputedFact) => leader(news.score) === null && tellsOfDraws(finding.statement);
        return [...fresh.filter(isOfDraws), ...fresh.filter((fact) => !isOfDraws(fact))];
      }
      default:
        return [];
    }
  }

  /** As of the kick-off, or with a score as of the end. Where results of the season are missing, nothing is sure. */
  function found({ competition, season, home, away, kickOff }: Match, score?: Score): readonly ComputedFact[] {
    const zone = almanac.competitions.find(({ id }) => id === competition.id)?.timeZone;
    if (zone === undefined) return [];
    const day = dayIn(zone, kickOff);
    const request = { competition: competition.id, season, moment: { kind: 'latest' } } as const;
    if (!seasonTable(almanac, request, day).ok) return [];
    const moment = { day, match: { season, home: home.id, away: away.id, ...(score && { score }) } };
    return engine.found(competition.id, moment, [home.id, away.id]);
  }
}

/** The best answer that a channel was not told yet: `told` is when it was last told what, by what that is remembered by. */
export function firstUntold(answers: readonly Answer[], told: ReadonlyMap<string, Instant>): Answer | undefined {
  return answers.find(({ toldAs, newSince }) => {
    const known = toldAs.flatMap((name) => told.get(name) ?? []);
    return known.every((at) => newSince !== undefined && at < newSince);
  });
}

function answerOf(fact: Fact, own: readonly WrittenFact[]): Answer {
  if (!isComputed(fact)) {
    const { id, computation, answers = [] } = fact;
    return {
      fact,
      toldAs: [id, ...(computation === undefined ? [] : [toldAs(computation)])],
      isFromBefore:
        answers.some(({ on }) => on === 'kick-off') ||
        (computation !== undefined && isBefore(addressOfId(computation)?.moment)),
    };
  }
  const { id, finding, moment } = fact;
  const name = toldAs(id);
  const same = own.filter(({ computation }) => computation !== undefined && toldAs(computation) === name);
  return {
    fact,
    toldAs: [name, ...same.map((written) => written.id)],
    // A day earlier: it is a day of the competition's own zone.
    newSince: Date.parse(finding.weight.latest) - DAY,
    isFromBefore: isBefore(moment),
  };
}

function isOf(kinds: readonly StatementKind[]): (fact: ComputedFact) => boolean {
  return ({ finding }) => kinds.includes(finding.statement.kind);
}

/** Whether it is the moment of a match's kick-off. */
function isBefore(moment: Moment | undefined): boolean {
  return moment?.match !== undefined && !moment.match.score;
}

function tellsOfDraws(statement: Statement): boolean {
  return (
    (statement.kind === 'first-since' || statement.kind === 'meetings-in-a-row') &&
    (statement.of === 'drawn' || statement.of === 'goalless')
  );
}
