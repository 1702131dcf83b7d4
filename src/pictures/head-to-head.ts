import {
  AMBER,
  BLUE,
  BODY,
  box,
  drawing,
  GROUND,
  HEADING,
  heading,
  INNER,
  line,
  MARGIN,
  MUTED,
  RULE,
  SMALL,
  text,
  WIDTH,
} from './svg.ts';

/** Something counted for either club, and between them what they share. The labels hold the numbers. */
export interface BarPicture {
  readonly first: number;
  readonly shared: number;
  readonly second: number;
  readonly labels: readonly [first: string, middle: string, second: string];
}

export interface MeetingLine {
  readonly day: string;
  readonly home: string;
  readonly away: string;
  readonly score: string;
  readonly winner?: 'home' | 'away';
}

/** What two clubs made of each other, in words that are only to be drawn. */
export interface HeadToHeadPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly clubs: readonly [first: string, second: string];
  readonly wins: BarPicture;
  readonly goals: BarPicture;
  readonly last: { readonly label: string; readonly meetings: readonly MeetingLine[] };
}

const BAR = 56;
const BLOCK = 170;
const ROW = 58;
const SECTION = 66;

/** The balance as a bar of wins, draws and wins with the numbers in it, goals alike, and the last meetings below. */
export function headToHeadPicture({ title, subtitle, clubs, wins, goals, last }: HeadToHeadPicture): string {
  const [winsAt, goalsAt] = [HEADING + 62, HEADING + 62 + BLOCK];
  const lastAt = goalsAt + BLOCK - 10;
  const meetings = last.meetings.map((meeting, index) => row(meeting, lastAt + SECTION + index * ROW));
  return drawing(lastAt + SECTION + last.meetings.length * ROW + 24, [
    HATCHING,
    heading(title, subtitle),
    names(clubs),
    block(wins, winsAt),
    block(goals, goalsAt),
    text(MARGIN, lastAt + 42, last.label, { size: SMALL, fill: MUTED, within: INNER }),
    ...meetings,
  ]);
}

/** What both share is hatched, so that it is told from either without colour. */
const HATCHING = `<defs><pattern id="shared" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="${RULE}"/><rect width="6" height="14" fill="#5b7089"/></pattern></defs>`;

function names([first, second]: HeadToHeadPicture['clubs']): string {
  const y = HEADING + 44;
  const style = { size: 44, weight: 700, within: INNER / 2 - 20 } as const;
  return (
    text(MARGIN, y, first, { ...style, fill: BLUE }) +
    text(WIDTH - MARGIN, y, second, { ...style, fill: AMBER, anchor: 'end' })
  );
}

/** Labels stand over the bar's parts, so that no part is too narrow for its own. */
function block({ first, shared, second, labels }: BarPicture, y: number): string {
  const total = first + shared + second;
  const share = (count: number) => (total > 0 ? (INNER * count) / total : 0);
  const label = { size: BODY, weight: 700, within: INNER / 3 } as const;
  const top = y + 66;
  const parts = [
    { x: MARGIN, width: share(first), fill: BLUE },
    { x: MARGIN + share(first), width: share(shared), fill: 'url(#shared)' },
    { x: WIDTH - MARGIN - share(second), width: share(second), fill: AMBER },
  ].filter(({ width }) => width > 0);
  return [
    text(MARGIN, y + 46, labels[0], label),
    text(WIDTH / 2, y + 46, labels[1], { ...label, weight: 400, fill: MUTED, anchor: 'middle' }),
    text(WIDTH - MARGIN, y + 46, labels[2], { ...label, anchor: 'end' }),
    box({ x: MARGIN, y: top, width: INNER, height: BAR }, RULE),
    ...parts.map(({ x, width, fill }) => box({ x, y: top, width, height: BAR }, fill)),
    ...parts.slice(1).map(({ x }) => line(x, top, x, top + BAR, GROUND, 5)),
  ].join('');
}

const SCORE_AT = 590;
const NAME = 258;

function row({ day, home, away, score, winner }: MeetingLine, y: number): string {
  const base = y + 40;
  const name = (side: 'home' | 'away') => ({ size: BODY, weight: winner === side ? 700 : 400, within: NAME }) as const;
  return [
    line(MARGIN, y - 4, WIDTH - MARGIN, y - 4, '#26374a', 2),
    text(MARGIN, base, day, { size: 32, fill: MUTED, within: 232 }),
    text(SCORE_AT - 52, base, home, { ...name('home'), anchor: 'end' }),
    text(SCORE_AT, base, score, { size: BODY, weight: 700, anchor: 'middle', within: 96 }),
    text(SCORE_AT + 52, base, away, name('away')),
  ].join('');
}
