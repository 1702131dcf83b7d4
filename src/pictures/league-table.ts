import { AMBER, box, drawing, HEADING, heading, INK, line, MUTED, RULE, text, WIDTH } from './svg.ts';

export interface TableLine {
  readonly rank: string;
  readonly club: string;
  readonly played: string;
  readonly difference: string;
  readonly points: string;
  /** Whether the reader has most to do with it. */
  readonly marked: boolean;
}

/** A league table in words that are only to be drawn. */
export interface LeagueTablePicture {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: {
    readonly club: string;
    readonly played: string;
    readonly difference: string;
    readonly points: string;
  };
  readonly lines: readonly TableLine[];
}

const ROW = 58;
const HEAD = 50;
const SIZE = 33;
/** Games and goal difference, of which less depends. */
const SMALLER = 30;
/** The two halves of the table, side by side: Discord shows a tall picture small. */
const EDGE = 18;
const HALF = (WIDTH - 3 * EDGE) / 2;
/** Where a half's columns end or begin, from its left. */
const RANK_ENDS = 50;
const CLUB_BEGINS = RANK_ENDS + 10;
const POINTS_END = HALF - 8;
const DIFFERENCE_ENDS = POINTS_END - 67;
const PLAYED_ENDS = DIFFERENCE_ENDS - 67;
const CLUB_WIDTH = PLAYED_ENDS - CLUB_BEGINS - 44;

/** Each club in a row: place, name, games, goal difference and points. Marked clubs stand bold on a band with an arrow. */
export function leagueTablePicture({ title, subtitle, columns, lines }: LeagueTablePicture): string {
  const top = HEADING + HEAD;
  const inHalf = Math.ceil(lines.length / 2);
  const halves = [lines.slice(0, inHalf), lines.slice(inHalf)].filter((half) => half.length > 0);
  const drawn = halves.flatMap((half, index) => {
    const x = EDGE + index * (HALF + EDGE);
    return [head(columns, x), ...half.map((each, place) => row(each, x, top + place * ROW))];
  });
  return drawing(top + inHalf * ROW + 24, [heading(title, subtitle), ...drawn]);
}

function head({ club, played, difference, points }: LeagueTablePicture['columns'], x: number): string {
  const y = HEADING + 32;
  const style = { size: 28, fill: MUTED, within: 70, anchor: 'end' } as const;
  return [
    text(x + CLUB_BEGINS, y, club, { ...style, anchor: 'start', within: CLUB_WIDTH }),
    text(x + PLAYED_ENDS, y, played, style),
    text(x + DIFFERENCE_ENDS, y, difference, style),
    text(x + POINTS_END, y, points, style),
    line(x, HEADING + HEAD - 4, x + HALF, HEADING + HEAD - 4, RULE, 2),
  ].join('');
}

function row(entry: TableLine, x: number, y: number): string {
  const weight = entry.marked ? 700 : 400;
  const base = y + 41;
  const style = { size: SIZE, weight, within: 70, anchor: 'end' } as const;
  return [
    entry.marked ? band(x, y) : '',
    text(x + RANK_ENDS, base, entry.rank, { ...style, fill: entry.marked ? INK : MUTED, within: 48 }),
    text(x + CLUB_BEGINS, base, entry.club, { size: SIZE, weight, within: CLUB_WIDTH }),
    text(x + PLAYED_ENDS, base, entry.played, { ...style, size: SMALLER, fill: MUTED, within: 42 }),
    text(x + DIFFERENCE_ENDS, base, entry.difference, { ...style, size: SMALLER, fill: MUTED }),
    text(x + POINTS_END, base, entry.points, { ...style, weight: 700 }),
  ].join('');
}

function band(x: number, y: number): string {
  const arrow = `<path d="M${x - 10} ${y + 16}l16 13l-16 13z" fill="${AMBER}"/>`;
  return box({ x: x - 12, y: y + 2, width: HALF + 16, height: ROW - 4 }, '#2a3d50', 'rx="10"') + arrow;
}
