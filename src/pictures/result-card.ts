import { MARK, placeFlags, spread } from './flags.ts';
import { matchClock, type PictureMinute } from './match-clock.ts';
import {
  AMBER,
  BLUE,
  box,
  drawing,
  drawnWidth,
  fits,
  GROUND,
  INK,
  INNER,
  line,
  MARGIN,
  MUTED,
  PANEL,
  RED,
  RULE,
  round,
  SMALL,
  text,
  WIDTH,
} from './svg.ts';

/** What is marked on the line of a match; `label` says it all in words, its minute first. */
export interface ResultEvent {
  readonly kind: 'goal' | 'missed-penalty' | 'red-card';
  readonly side: 'home' | 'away';
  /** Absent where nobody knows it. */
  readonly minute?: PictureMinute;
  readonly label: string;
}

/** How a match ended and when what decided it happened, in words that are only to be drawn. */
export interface ResultCardPicture {
  /** Competition, season and round. */
  readonly title: string;
  /** Where and when. */
  readonly subtitle: string;
  readonly home: { readonly name: string; readonly goals: string };
  readonly away: { readonly name: string; readonly goals: string };
  /** "Final result", and how it came to it. */
  readonly status: string;
  readonly hadExtraTime: boolean;
  readonly events: readonly ResultEvent[];
}

const BAND = 66;
const LANE = 60;
const PILL = 52;
const SIDE_ROW = 88;
const TOP = 218 + 2 * SIDE_ROW;
const LABEL = { size: SMALL, within: 740 } as const;

/** The score above, and the match as a line from kick-off to its end: the home side's events over it, the away side's under it. */
export function resultCardPicture(card: ResultCardPicture): string {
  const { title, subtitle, status, home, away, hadExtraTime, events } = card;
  const minutes = events.flatMap(({ minute }) => minute ?? []);
  const clock = matchClock(minutes, hadExtraTime);
  const over = flagsOf(events, 'home', clock.at);
  const under = flagsOf(events, 'away', clock.at);
  const y = TOP + lanes(over) * LANE + 10;
  return drawing(y + BAND + 10 + lanes(under) * LANE + 34, [
    text(MARGIN, 66, title, { size: SMALL, fill: MUTED, within: INNER }),
    text(MARGIN, 112, subtitle, { size: SMALL, fill: MUTED, within: INNER }),
    scoreRow(home, 202, BLUE),
    scoreRow(away, 202 + SIDE_ROW, AMBER),
    text(MARGIN, TOP - 40, status, { size: SMALL, fill: INK, within: INNER }),
    box({ x: MARGIN, y, width: INNER, height: BAND }, PANEL, 'rx="10"'),
    box({ x: MARGIN, y, width: INNER, height: 5 }, BLUE),
    box({ x: MARGIN, y: y + BAND - 5, width: INNER, height: 5 }, AMBER),
    ...ticks(clock.ends, y),
    ...drawFlags(over, (lane) => y - 20 - LANE * (lane + 1) + LANE - PILL, y),
    ...drawFlags(under, (lane) => y + BAND + 20 + LANE * lane, y + BAND),
  ]);
}

function scoreRow({ name, goals }: ResultCardPicture['home'], y: number, colour: string): string {
  const big = { size: 64, weight: 700, within: INNER - 180 } as const;
  return [
    box({ x: MARGIN, y: y - 54, width: 10, height: 66 }, colour, 'rx="5"'),
    text(MARGIN + 32, y, name, fits(name, big) ? big : { ...big, size: 48 }),
    text(WIDTH - MARGIN, y, goals, { size: 76, weight: 700, within: 140, anchor: 'end' }),
  ].join('');
}

function ticks(ends: readonly { readonly minute: number; readonly at: number }[], y: number): readonly string[] {
  const style = { size: 30, fill: MUTED, within: 90, anchor: 'end' } as const;
  return ends.flatMap(({ minute, at }) => {
    const x = MARGIN + INNER * at;
    return [line(x, y + 10, x, y + BAND - 10, RULE, 3), text(x - 10, y + BAND / 2 + 11, `${minute}'`, style)];
  });
}

interface DrawnFlag {
  readonly event: ResultEvent;
  readonly at: number | undefined;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

function flagsOf(
  events: readonly ResultEvent[],
  side: 'home' | 'away',
  at: (minute: PictureMinute) => number,
): readonly DrawnFlag[] {
  const own = events.filter((event) => event.side === side);
  const timed = own.flatMap((event) =>
    event.minute ? [{ event, x: MARGIN + 16 + (INNER - 32) * at(event.minute) }] : [],
  );
  timed.sort((a, b) => a.x - b.x);
  const points = spread(
    timed.map(({ x }) => x),
    30,
    WIDTH - MARGIN - 16,
  );
  const all = [
    ...timed.map(({ event }, index) => ({ event, at: points[index] })),
    ...own.filter(({ minute }) => minute === undefined).map((event) => ({ event, at: undefined })),
  ].map((flag) => ({ ...flag, width: drawnWidth(flag.event.label, LABEL) + 2 * MARK + 22 }));
  const places = placeFlags(all, MARGIN, WIDTH - MARGIN);
  return all.map((flag, index) => ({ ...flag, ...(places[index] ?? { left: MARGIN, lane: 0 }) }));
}

function lanes(flags: readonly DrawnFlag[]): number {
  return Math.max(0, ...flags.map(({ lane }) => lane + 1));
}

/** Stems first, so that no stem runs over a label. */
function drawFlags(flags: readonly DrawnFlag[], topOf: (lane: number) => number, edge: number): readonly string[] {
  const stems = flags.flatMap(({ at, lane }) =>
    at === undefined ? [] : [line(at, edge, at, topOf(lane) + PILL / 2, MUTED, 3)],
  );
  const pills = flags.map(({ event, left, width, lane }) => {
    const top = topOf(lane);
    return [
      box({ x: left, y: top, width, height: PILL }, PANEL, `rx="12" stroke="${RULE}" stroke-width="2"`),
      mark(event.kind, left + MARK, top + PILL / 2),
      text(left + 2 * MARK, top + 38, event.label, LABEL),
    ].join('');
  });
  const marks = flags.flatMap(({ event, at }) => (at === undefined ? [] : [mark(event.kind, at, edge)]));
  return [...stems, ...pills, ...marks];
}

/** A full circle for a goal, one crossed out for a missed penalty, a card for a sending-off. */
function mark(kind: ResultEvent['kind'], x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)];
  switch (kind) {
    case 'goal':
      return `<circle cx="${cx}" cy="${cy}" r="13" fill="${INK}" stroke="${GROUND}" stroke-width="3"/>`;
    case 'missed-penalty':
      return `<circle cx="${cx}" cy="${cy}" r="12" fill="${GROUND}" stroke="${INK}" stroke-width="4"/><path d="M${cx} ${cy}m-5 -5l10 10m0 -10l-10 10" stroke="${INK}" stroke-width="4" fill="none"/>`;
    case 'red-card':
      return box({ x: x - 10, y: y - 14, width: 20, height: 28 }, RED, `rx="3" stroke="${GROUND}" stroke-width="3"`);
  }
}
