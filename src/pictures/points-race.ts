import { drawing, GROUND, HEADING, heading, INK, line, MARGIN, MUTED, round, SMALL, text, WIDTH } from './svg.ts';

export interface Racer {
  readonly club: string;
  /** Points after each game, from the first. */
  readonly points: readonly number[];
}

/** The points of some clubs over the games they played, in words that are only to be drawn. */
export interface PointsRacePicture {
  readonly title: string;
  readonly subtitle: string;
  readonly games: string;
  readonly points: string;
  /** Best first. */
  readonly racers: readonly Racer[];
}

const TOP = HEADING + 54;
const HEIGHT = 640;
const LEFT = MARGIN + 62;
const RIGHT = 600;
const BOTTOM = TOP + HEIGHT;
/** Labels stand as far apart as their type is high. */
const APART = 50;

/** Each line has its colour, its dashes and its mark, which stand again at its name. */
const LOOKS = [
  { colour: '#7cc4ff', dashes: '', mark: 'circle' },
  { colour: '#ffb84d', dashes: '20 10', mark: 'square' },
  { colour: '#9be28a', dashes: '4 12', mark: 'triangle' },
  { colour: '#f4a3c0', dashes: '26 10 4 10', mark: 'diamond' },
  { colour: '#f5f8fb', dashes: '12 8', mark: 'ring' },
  { colour: '#cdb4ff', dashes: '32 8', mark: 'cross' },
  { colour: '#66e0d0', dashes: '4 6 16 6', mark: 'bar' },
  { colour: '#e6d96a', dashes: '8 16', mark: 'frame' },
] as const;
type Look = (typeof LOOKS)[number];

/** A line for each club, with its name and points at the line's end; as many as can be told apart. */
export function pointsRacePicture({ title, subtitle, games, points, racers }: PointsRacePicture): string {
  const shown = racers.slice(0, LOOKS.length);
  const longest = Math.max(1, ...shown.map((racer) => racer.points.length));
  const most = Math.max(1, ...shown.flatMap((racer) => racer.points));
  const least = Math.min(0, ...shown.flatMap((racer) => racer.points));
  const x = (game: number) => LEFT + ((RIGHT - LEFT) * game) / longest;
  const y = (count: number) => BOTTOM - (HEIGHT * (count - least)) / (most - least);
  const ends = apart(shown.map((racer) => y(racer.points.at(-1) ?? 0)));
  const lines = shown.map((racer, index) => raceLine(racer, index, ends[index] ?? TOP, x, y));
  return drawing(BOTTOM + 104, [
    heading(title, subtitle),
    ...axes(longest, most, x, y, games, points),
    ...lines.reverse(),
  ]);
}

function axes(
  longest: number,
  most: number,
  x: (game: number) => number,
  y: (count: number) => number,
  games: string,
  points: string,
): readonly string[] {
  const style = { size: 32, fill: MUTED, within: 90 } as const;
  const countStep = step(most, 5);
  const gameStep = step(longest, 5);
  const counts = Array.from({ length: Math.floor(most / countStep) + 1 }, (_, index) => index * countStep);
  const marks = Array.from({ length: Math.floor(longest / gameStep) }, (_, index) => (index + 1) * gameStep);
  return [
    ...counts.map(
      (count) =>
        line(LEFT, y(count), RIGHT, y(count), '#2b3c4e', 2) +
        text(LEFT - 14, y(count) + 11, `${count}`, { ...style, anchor: 'end', within: 60 }),
    ),
    ...marks.map((game) => text(x(game), BOTTOM + 42, `${game}`, { ...style, anchor: 'middle' })),
    text(MARGIN, TOP - 26, points, { ...style, within: 400 }),
    text((LEFT + RIGHT) / 2, BOTTOM + 86, games, { ...style, anchor: 'middle', within: 400 }),
  ];
}

/** A round number of which `most` holds no more than `parts`. */
function step(most: number, parts: number): number {
  return [1, 2, 5, 10, 20, 50, 100].find((each) => most / each <= parts) ?? most;
}

/** Places for labels, near where they would stand and none upon another, within the height there is. */
function apart(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const places = new Map<number, number>();
  let floor = TOP;
  for (const index of order) {
    const place = Math.max(floor, wanted[index] ?? 0);
    places.set(index, place);
    floor = place + APART;
  }
  // Those that were pushed beyond the bottom go back up, and push those above them.
  let ceiling = BOTTOM;
  for (const index of [...order].reverse()) {
    const place = Math.min(ceiling, places.get(index) ?? 0);
    places.set(index, place);
    ceiling = place - APART;
  }
  return wanted.map((_, index) => places.get(index) ?? TOP);
}

function raceLine(
  { club, points }: Racer,
  place: number,
  label: number,
  x: (game: number) => number,
  y: (count: number) => number,
): string {
  const look = LOOKS[place] ?? LOOKS[0];
  const at = [0, ...points].map((count, game) => ({ x: x(game), y: y(count) }));
  const last = at.at(-1) ?? { x: LEFT, y: BOTTOM };
  const path = at.map((place) => `${round(place.x)},${round(place.y)}`).join(' ');
  const every = Math.max(1, Math.ceil(points.length / 5));
  // Marks of one line stand between those of the next, so that lines that run together are told apart.
  const isMarked = (game: number) =>
    game === points.length || (game > 0 && (game + place) % every === 0 && points.length - game > every / 2);
  const marks = at.filter((_, game) => isMarked(game));
  const name = { size: SMALL, weight: 700, fill: look.colour, within: WIDTH - MARGIN - RIGHT - 146 } as const;
  return [
    `<polyline points="${path}" fill="none" stroke="${look.colour}" stroke-width="6" stroke-linejoin="round" stroke-dasharray="${look.dashes || 'none'}"/>`,
    ...marks.map((place) => mark(place.x, place.y, look)),
    line(last.x + 14, last.y, RIGHT + 40, label, '#5b7089', 2),
    mark(RIGHT + 56, label, look),
    text(RIGHT + 78, label + 12, club, name),
    text(WIDTH - MARGIN + 6, label + 12, `${points.at(-1) ?? 0}`, {
      size: SMALL,
      weight: 700,
      fill: INK,
      anchor: 'end',
      within: 70,
    }),
  ].join('');
}

function mark(x: number, y: number, { colour, mark: shape }: Look): string {
  const path = (d: string) =>
    `<path d="M${round(x)} ${round(y)}${d}" fill="${colour}" stroke="${GROUND}" stroke-width="2"/>`;
  const hollow = `fill="${GROUND}" stroke="${colour}" stroke-width="5"`;
  const circle = (r: number, look: string) => `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" ${look}/>`;
  switch (shape) {
    case 'circle':
      return circle(11, `fill="${colour}" stroke="${GROUND}" stroke-width="2"`);
    case 'ring':
      return circle(9, hollow);
    case 'square':
      return path('m-10 -10h20v20h-20z');
    case 'triangle':
      return path('m0 -13l13 22h-26z');
    case 'diamond':
      return path('m0 -14l14 14l-14 14l-14 -14z');
    case 'cross':
      return path('m-4 -12h8v8h8v8h-8v8h-8v-8h-8v-8h8z');
    case 'bar':
      return path('m-5 -14h10v28h-10z');
    case 'frame':
      return `<path d="M${round(x - 9)} ${round(y - 9)}h18v18h-18z" ${hollow}/>`;
  }
}
