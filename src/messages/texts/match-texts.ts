import type { Card, ChanceOutcome, MissedPenalty, VarDecision } from '../../match/event.ts';
import type { PhaseNewsKind } from '../../match/news.ts';
import type { Phase } from '../../match/phase.ts';
import type { Officials, Statistics } from '../../match/snapshot.ts';
import type { Plain } from '../escape.ts';

/** Who did something: the player where he is known, always his club. */
export interface Doer {
  readonly club: Plain;
  readonly player: Plain | undefined;
}

/** A match as a sentence needs it: `fixture` is "Milan v Inter", `line` is "Milan 1–1 Inter", `minute` is "67'". */
export interface MatchLine {
  readonly fixture: string;
  readonly line: string;
  readonly minute: string | undefined;
  /** How it ended, where the score does not say all: "after extra time". */
  readonly ending: string | undefined;
}

/** A goal as a sentence about it needs it; `scorer` has its "(o.g.)" or "(pen.)" already. */
export interface GoalWords {
  readonly club: Plain;
  readonly scorer: string | undefined;
  readonly minute: string | undefined;
}

/** What is said about matches. Names come in as `Plain`; minutes, scores and lines are already put together. */
export interface MatchTexts {
  readonly match: {
    versus(home: Plain, away: Plain): string;
    round(round: number): string;
    readonly ownGoal: string;
    readonly penalty: string;
  };

  /** Posts on a change of phase. */
  readonly phaseNews: Readonly<Record<PhaseNewsKind, (match: MatchLine) => string>>;

  /** Where a match stands, in a word or two beside its score. */
  readonly status: Readonly<Record<Phase, (minute: string | undefined) => string>>;

  /** Sentences without their minute, which stands before them. */
  readonly event: {
    /** `scorer` has its "(o.g.)" or "(pen.)" already. */
    goal(line: string, club: Plain, scorer: string | undefined): string;
    missedPenalty(by: Doer, outcome: MissedPenalty['outcome'], keeper: Plain | undefined): string;
    penaltyAwarded(club: Plain, fouled: Plain | undefined, by: Plain | undefined): string;
    card(whose: Doer, colour: Card['colour']): string;
    chance(by: Doer, outcome: ChanceOutcome, keptOutBy: Plain | undefined): string;
    rebound(player: Plain, outcome: ChanceOutcome): string;
    varDecision(about: Doer, decision: VarDecision['decision']): string;
    shootOutKick(by: Doer, scored: boolean): string;
    substitutions(club: Plain, count: number): string;
    swap(on: Plain | undefined, off: Plain | undefined): string;
  };

  readonly disallowed: {
    title(byVar: boolean): string;
    post(line: string, goal: GoalWords, byVar: boolean): string;
    reinstated(line: string, goal: GoalWords): string;
    /** Of any other event that turned out not to have happened, or that VAR took back. */
    takenBack(byVar: boolean): string;
    /** Of a final whistle that was not the last. */
    readonly notOver: string;
  };

  /** Several pieces of news in one post. */
  readonly roundup: {
    away(fixtures: string): string;
    silent(fixtures: string): string;
    /** How the matches stand; `lines` is "Milan 1–1 Inter · half-time". */
    now(lines: string): string;
    together(matches: number): string;
  };

  /** What is seen where the rest is covered. */
  readonly covered: {
    news(fixtures: string): string;
    readonly reveal: string;
  };

  readonly thread: {
    opener(fixture: string, kickOff: string): string;
    /** Discord reads no markup in it, so the names are clean but not escaped. */
    name(home: string, away: string, competition: string): string;
  };

  readonly shootOut: {
    won(club: Plain, tally: string): string;
    /** `tally` alone, or with the clubs around it. */
    level(tally: string): string;
  };

  readonly card: {
    readonly finalResult: string;
    halfTime(score: string): string;
    readonly afterExtraTime: string;
    kicksOff(stamp: string): string;
    wasDue(stamp: string): string;
    heard(stamp: string): string;
    /** The source has been silent since. */
    silent(stamp: string): string;
    /** The same in a few words, beside the score. */
    silentSince(stamp: string): string;
    back(stamp: string): string;
    readonly statistics: Readonly<Record<keyof Statistics, string>>;
  };

  readonly timeline: {
    title(line: string): string;
    readonly nothingYet: string;
    /** `added` is in minutes. */
    addedTime(added: number): string;
  };

  readonly lineups: {
    title(fixture: string): string;
    /** They have just come out. */
    out(fixture: string): string;
    readonly notYet: string;
    coach(name: Plain): string;
    readonly bench: string;
    readonly officials: string;
    readonly roles: Readonly<Record<keyof Officials, string>>;
  };

  readonly report: {
    title(line: string): string;
    readonly before: string;
    readonly after: string;
    readonly club: string;
    readonly whatIf: string;
    won(club: Plain): string;
    readonly drawn: string;
    place(club: Plain, rank: number, points: number): string;
    /** After the place of who would be top alone: so many points clear of the next, at least one. */
    clear(points: number): string;
    readonly storylines: string;
    readonly next: string;
  };

  readonly fixtures: {
    title(club: Plain | undefined): string;
    /** Over what is behind us: the matches after that moment. */
    cameNext(club: Plain | undefined, stamp: string): string;
    none(club: Plain | undefined): string;
  };
}
