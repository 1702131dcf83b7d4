import { shorten, type Weight, widthOf } from './measure.ts';

/** How a line of text looks. `size` and `within` are in pixels; what is wider than `within` is shortened. */
export interface Type {
  readonly size: number;
  readonly within: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** The longest text that is looked at at all; no line of a picture holds as much. */
const LONGEST = 200;

/** Text from anywhere as one line that a picture can hold: no characters that XML forbids or that are not seen. */
export function tidy(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/[\p{C}\p{DI}\uFFFE\uFFFF]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
}

/** The text as it will be drawn, shortened to its room. */
function fitted(text: string, { size, within, weight = 400 }: Type): string {
  return shorten(tidy(text), within, size, weight);
}

/** How wide a text is once it is drawn, in pixels. */
export function drawnWidth(text: string, type: Type): number {
  return widthOf(fitted(text, type), type.size, type.weight ?? 400);
}

/** Whether a text is drawn to its end. */
export function fits(text: string, type: Type): boolean {
  return fitted(text, type) === tidy(text);
}

/** A line of text; `y` is the line it stands on. */
export function text(x: number, y: number, said: string, type: Type): string {
  const { size, weight = 400, fill = INK, anchor = 'start' } = type;
  const at = `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"`;
  return `<text ${at} fill="${fill}" text-anchor="${anchor}">${escapeXml(fitted(said, type))}</text>`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function box({ x, y, width, height }: Box, fill: string, more = ''): string {
  const size = `width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}"`;
  return `<rect x="${round(x)}" y="${round(y)}" ${size} fill="${fill}" ${more}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width: number): string {
  const ends = `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`;
  return `<line ${ends} stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
}

/** A whole picture on the house's ground. */
export function drawing(height: number, parts: readonly string[]): string {
  const size = `width="${WIDTH}" height="${round(height)}"`;
  const ground = box({ x: 0, y: 0, width: WIDTH, height }, GROUND);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Inter">${ground}${parts.join('')}</svg>`;
}

/** A heading in two lines: what it is, and of when. Returns what is drawn; it takes `HEADING` pixels from the top. */
export function heading(title: string, subtitle: string): string {
  return (
    text(MARGIN, 74, title, { size: 46, weight: 700, within: INNER }) +
    text(MARGIN, 124, subtitle, { size: SMALL, fill: MUTED, within: INNER })
  );
}

/** A phone shows a picture about 380 pixels wide: what is drawn in 34 is read there at 13. */
export const WIDTH = 960;
export const MARGIN = 40;
export const INNER = WIDTH - 2 * MARGIN;
export const HEADING = 152;
export const BODY = 38;
export const SMALL = 34;

/** Few colours, each light on the dark ground; none says anything alone. */
export const GROUND = '#101820';
export const PANEL = '#1c2a38';
export const RULE = '#43566b';
export const INK = '#f5f8fb';
export const MUTED = '#b4c1cf';
export const BLUE = '#7cc4ff';
export const AMBER = '#ffb84d';
export const RED = '#ff6b6b';

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(said: string): string {
  return said.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
