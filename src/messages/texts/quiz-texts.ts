import type { Ask } from '../../quiz/question.ts';
import type { Plain } from '../escape.ts';

/** A question for each kind of ask, complete in itself. */
type AskSentences = { readonly [Kind in Ask['kind']]: (ask: Extract<Ask, { kind: Kind }>) => string };

/** What a player made of a game or of a server's games. `player` is a `<@…>`. */
export interface StandingWords {
  readonly player: string;
  /** None where nothing has been won yet. */
  readonly rank: number | undefined;
  readonly points: number;
  readonly right: number;
  /** Of so many questions. */
  readonly of: number;
}

/** What is said in quizzes. Players come in as `<@…>`, channels as `<#…>`, an answer as "C: 32 points". */
export interface QuizTexts {
  readonly quiz: {
    readonly ask: AskSentences;
    /** A number as an answer that says what it counts. */
    readonly counted: Readonly<Record<'points' | 'games' | 'times' | 'place', (number: number) => string>>;

    question(number: number, of: number): string;
    readonly questionOfTheDay: string;
    seconds(limit: number): string;
    hours(limit: number): string;
    /** `when` is a `<t:…:R>`. */
    closes(when: string): string;
    /** Nothing is said where it is nobody. */
    answered(count: number): string;
    readonly howToType: string;
    readonly typeButton: string;
    readonly modalTitle: string;
    readonly modalLabel: string;
    /** The form could not be shown in time. */
    readonly pressAgain: string;

    answer(answer: string): string;
    /** What a button says once all is told. */
    rightButton(answer: string): string;
    /** Who was right, with what it was worth; `others` are so many more. */
    right(players: readonly string[], others: number): string;
    /** A player in the above; the streak is told from two on. */
    scored(player: string, points: number, streak: number): string;
    readonly nobodyRight: string;
    readonly nobodyAnswered: string;
    /** How many chose each, "A 3, B 0". */
    chosen(options: string): string;
    rightOf(right: number, answered: number): string;
    readonly standings: string;
    standing(line: StandingWords): string;

    /** One winner, or several who share the first place. */
    won(players: readonly string[], points: number): string;
    readonly overNobodyRight: string;
    readonly overNobodyAnswered: string;
    readonly finalStandings: string;

    /** `since` is a `<t:…:R>`, or nothing where it is all that ever was. */
    top(since: string | undefined): string;
    topEmpty(since: string | undefined): string;
    /** A standing with the longest streak. */
    topLine(line: StandingWords, bestStreak: number): string;

    started(questions: number, seconds: number, mode: 'buttons' | 'typed'): string;
    /** `link` leads to its latest post, where it has one. */
    running(number: number, of: number, link: string | undefined): string;
    readonly nothingToAsk: string;
    youAnswered(answer: string): string;
    youChanged(answer: string): string;
    /** What was typed. */
    youTyped(typed: Plain): string;
    youTypedAnew(typed: Plain): string;
    readonly tooLate: string;
    readonly stopped: string;
    readonly nothingRuns: string;
    readonly notYours: string;

    scheduled(channel: string, time: string, timeZone: Plain, nextRun: string): string;
    rescheduled(channel: string, time: string, timeZone: Plain, nextRun: string): string;
    unscheduled(channel: string): string;
    nothingScheduled(channel: string): string;
  };
}
