import type { Card, MissedPenalty } from '../../match/event.ts';

/**
 * What stands in pictures and says what they show. Nothing of it is read as markup, so names come in clean but not escaped,
 * and titles as they are said elsewhere.
 */
export interface PictureTexts {
  readonly picture: {
    /** Labels a way to the same as text. */
    readonly asText: string;
    readonly goal: string;
    missedPenalty(player: string | undefined, outcome: MissedPenalty['outcome']): string;
    sentOff(player: string | undefined, colour: Exclude<Card['colour'], 'yellow'>): string;
    /** `lines` are what is marked in it, each with its side; perhaps none. */
    resultAlt(line: string, status: string, lines: readonly string[]): string;
    /** What each line of a table's alt text holds comes after the title. */
    tableAlt(title: string, lines: readonly string[]): string;
    wins(count: number): string;
    draws(count: number): string;
    goals(count: number): string;
    headToHeadAlt(balance: string, last: string, meetings: readonly string[]): string;
    readonly race: string;
    readonly games: string;
    readonly points: string;
    /** Where a club's line in the race ends. */
    racer(club: string, points: number, games: number): string;
    raceAlt(title: string, lines: readonly string[]): string;
  };
}
