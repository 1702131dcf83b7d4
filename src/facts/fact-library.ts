import type { Locale } from '../locale.ts';
import type { Clock } from '../match/instant.ts';
import { type Match, replayedMatch } from '../match/match.ts';
import type { NameCandidate } from '../match/name-search.ts';
import type { Result } from '../match/result.ts';
import type { Score } from '../match/score.ts';
import type { FactEngine } from './engine/fact-engine.ts';
import { addressOfId } from './engine/fact-id.ts';
import type { Moment } from './engine/moment.ts';
import { type ComputedFact, type Fact, isComputed, type WrittenFact } from './fact.ts';
import { dayIn } from './fixtures.ts';
import type { Almanac } from './load-almanac.ts';

/**
 * All facts and the ways to them: those written by hand, then those that the engine finds, best first. Where both say the
 * same, the one written by hand is told.
 */
export interface FactLibrary {
  /** By the id of either kind; without its moment, a computed one is meant as of today. Undefined when it does not hold (any more). */
  byId(id: string): Fact | undefined;
  /** What a fact's figures are computed from; undefined where they are not, or do not come out any more. */
  computationOf(fact: Fact): ComputedFact | undefined;
  /** A match's own facts: its story and what it meant, with the score it ended by; before its end only what its kick-off knew. */
  ofMatch(match: Match, ended: Score | undefined): readonly Fact[];
  /** Whether there is a chance of any. Quick. */
  knows(match: Match): boolean;
  /** What there is to tell in turns: all that is written, and what is found about a match's clubs as of today. */
  deck(match: Match | undefined, ended: Score | undefined): readonly Fact[];
  /**
   * Whatever there are facts about: clubs, then players, then topics. The values are `club:milan`, `player:Çalhanoğlu`,
   * `topic:penalties`.
   */
  subjects(locale: Locale): readonly NameCandidate[];
  /** The facts about a subject, by its value; of a club also those that are found as of today. */
  about(subject: string): readonly Fact[];
}

export interface FactLibraryOptions {
  /** Read anew each time: its results may grow. */
  readonly almanac: Pick<Almanac, 'facts' | 'results' | 'competitions' | 'clubs'>;
  readonly engine: FactEngine;
  readonly clock: Clock;
}

export function factLibrary({ almanac, engine, clock }: FactLibraryOptions): FactLibrary {
  const { facts: written, competitions, clubs } = almanac;

  /** The day of a competition's last result by now: nothing changes between two results. */
  function today(id: string): Moment | undefined {
    const zone = competitions.find((competition) => competition.id === id)?.timeZone;
    if (zone === undefined) return undefined;
    const day = dayIn(zone, clock.now());
    const last = almanac.results.findLast((result) => result.competition === id && result.day <= day);
    return last && { day: last.day };
  }

  let carried: { readonly results: readonly Result[]; readonly clubs: ReadonlySet<string> } | undefined;
  /** Whether a club has results, in a competition or at all. */
  function isCarried(club: string, competition?: string): boolean {
    const { results } = almanac;
    if (carried?.results !== results) {
      const played = results.flatMap(({ competition, home, away }) => [
        `${competition} ${home}`,
        `${competition} ${away}`,
      ]);
      carried = { results, clubs: new Set(played) };
    }
    const { clubs } = carried;
    return competition === undefined
      ? competitions.some(({ id }) => clubs.has(`${id} ${club}`))
      : clubs.has(`${competition} ${club}`);
  }

  function foundAtMatch({ competition, season, home, away, kickOff }: Match, score: Score | undefined) {
    const zone = competitions.find(({ id }) => id === competition.id)?.timeZone;
    if (zone === undefined) return [];
    const match = { season, home: home.id, away: away.id, ...(score && { score }) };
    return engine.found(competition.id, { day: dayIn(zone, kickOff), match }, [home.id, away.id]);
  }

  return {
    byId(id) {
      const own = written.byId(id);
      const address = addressOfId(id);
      if (own || !address) return own;
      if (address.moment) return engine.byId(id);
      const { competition, focus } = address;
      const moment = today(competition);
      return moment && engine.everything(competition, moment, focus).find((fact) => fact.id.startsWith(`${id}@`));
    },
    computationOf(fact) {
      if (isComputed(fact)) return fact;
      return fact.computation === undefined ? undefined : engine.byId(fact.computation);
    },
    ofMatch(match, ended) {
      const own = written.ofMatch(replayedMatch(match.id));
      return together(ended ? own : own.filter(isKnownAtKickOff), foundAtMatch(match, ended));
    },
    knows: (match) =>
      written.ofMatch(match.id).length > 0 ||
      [match.home, match.away].every(({ id }) => isCarried(id, match.competition.id)),
    deck(match, ended) {
      const tells = (fact: WrittenFact) => !match || ended || fact.matchId !== match.id || isKnownAtKickOff(fact);
      const moment = match && today(match.competition.id);
      const found = moment ? engine.found(match.competition.id, moment, [match.home.id, match.away.id]) : [];
      return together(written.all.filter(tells), found);
    },
    subjects(locale) {
      const told = written.subjects(locale);
      const others = told.filter(({ value }) => !value.startsWith('club:'));
      const all = clubs.map(({ id, name, aliases }) => ({ value: `club:${id}`, label: name, aliases }));
      const isTold = (wanted: string) => told.some(({ value }) => value === wanted);
      return [...all.filter(({ value }) => isTold(value) || isCarried(value.slice('club:'.length))), ...others];
    },
    about(subject) {
      const own = written.about(subject);
      if (!subject.startsWith('club:')) return own;
      const club = subject.slice('club:'.length);
      const found = competitions.flatMap(({ id }) => {
        const moment = isCarried(club, id) ? today(id) : undefined;
        const now = moment ? engine.found(id, moment, [club]) : [];
        // Who won a title that a club did not is about the other.
        return now.filter((fact) => fact.about.clubs.includes(club));
      });
      return together(own, found);
    },
  };
}

/** What was written about a match is told of its end, unless its figures are those of its kick-off. */
function isKnownAtKickOff({ computation }: WrittenFact): boolean {
  const match = computation === undefined ? undefined : addressOfId(computation)?.moment?.match;
  return match !== undefined && !match.score;
}

function together(written: readonly WrittenFact[], found: readonly ComputedFact[]): readonly Fact[] {
  const said = new Set(written.map(({ computation }) => computation));
  return [...written, ...found.filter(({ id }) => !said.has(id))];
}
