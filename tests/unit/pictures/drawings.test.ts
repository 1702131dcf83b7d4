import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { headToHeadPicture } from '../../../src/pictures/head-to-head.ts';
import { leagueTablePicture } from '../../../src/pictures/league-table.ts';
import { widthOf } from '../../../src/pictures/measure.ts';
import { pointsRacePicture } from '../../../src/pictures/points-race.ts';
import { type ResultEvent, resultCardPicture } from '../../../src/pictures/result-card.ts';
import { WIDTH } from '../../../src/pictures/svg.ts';
import { cases } from '../../support/cases.ts';
import { mischief } from '../../support/discord/mischief.ts';

interface DrawnText {
  readonly '#text'?: string | number;
  readonly '@_x': string;
  readonly '@_y': string;
  readonly '@_font-size': string;
  readonly '@_font-weight': string;
  readonly '@_text-anchor': string;
}

/** The texts of a drawing, as a reader of XML finds them. */
function textsIn(svg: string): readonly { said: string; left: number; right: number; y: number; size: number }[] {
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });
  const found = parser.parse(svg).svg.text as DrawnText | DrawnText[] | undefined;
  return [found ?? []].flat().map((each) => {
    const [x, size] = [Number(each['@_x']), Number(each['@_font-size'])];
    const said = String(each['#text'] ?? '');
    const width = widthOf(said, size, each['@_font-weight'] === '700' ? 700 : 400);
    const left = { start: x, middle: x - width / 2, end: x - width }[each['@_text-anchor']] ?? x;
    return { said, left, right: left + width, y: Number(each['@_y']), size };
  });
}

/** Well-formed, nothing in it but what XML takes, nothing drawn beyond its edges. */
function expectSound(svg: string): void {
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML forbids
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(svg).not.toMatch(/\p{Cs}/u);
  for (const { left, right } of textsIn(svg)) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(WIDTH);
  }
}

const tableOf = (name: string) =>
  leagueTablePicture({
    title: name,
    subtitle: name,
    columns: { club: name, played: name, difference: name, points: name },
    lines: [
      { rank: '1', club: name, played: '38', difference: '+20', points: '91', marked: true },
      {
        rank: name,
        club: name,
        played: name,
        difference: name,
        points: name,
        marked: false,
      },
    ],
  });
const meetingsOf = (name: string) =>
  headToHeadPicture({
    title: name,
    subtitle: name,
    clubs: [name, name],
    wins: { first: 0, shared: 0, second: 0, labels: [name, name, name] },
    goals: { first: 3, shared: 0, second: 0, labels: [name, name, name] },
    last: { label: name, meetings: [{ day: name, home: name, away: name, score: name, winner: 'home' }] },
  });
const raceOf = (name: string) =>
  pointsRacePicture({
    title: name,
    subtitle: name,
    games: name,
    points: name,
    racers: Array.from({ length: 12 }, (_, index) => ({
      club: name,
      points: index === 3 ? [] : [index, index - 3, 4],
    })),
  });
const resultOf = (name: string, events: readonly ResultEvent[] = []) =>
  resultCardPicture({
    title: name,
    subtitle: name,
    home: { name, goals: '1' },
    away: { name, goals: name },
    status: name,
    hadExtraTime: false,
    events,
  });

it('every picture is sound whatever clubs and players are called', () => {
  fc.assert(
    fc.property(mischief, (name) => {
      const event = { kind: 'goal', side: 'home', minute: { base: 3 }, label: name } as const;
      for (const svg of [tableOf(name), meetingsOf(name), raceOf(name), resultOf(name, [event])]) expectSound(svg);
    }),
    cases(15),
  );
  for (const name of ['</text><script>', ']]>&amp;', '"\'<!--', '\ud800', '\u0000', 'W'.repeat(5_000)])
    for (const svg of [tableOf(name), meetingsOf(name), raceOf(name), resultOf(name)]) expectSound(svg);
});

it('every picture keeps accents and shortens what is too long, in type that a phone shows', () => {
  const said = (svg: string) => textsIn(svg).map((each) => each.said);
  expect(said(tableOf('Çalhanoğlu & Škriniar'))).toContain('Çalhanoğlu & Škriniar');
  expect(said(tableOf('Borussia Verein für Leibesübungen Mönchengladbach'))).toContainEqual(
    expect.stringMatching(/^Boru.*…$/),
  );
  for (const svg of [tableOf('x'), meetingsOf('x'), raceOf('x'), resultOf('x')])
    for (const { size } of textsIn(svg)) expect(size).toBeGreaterThanOrEqual(28);
});

it('a league table marks a club with more than a colour, and says in letters how games ended', () => {
  const marked = tableOf('Milan');
  expect(marked.match(/<path/g)).toHaveLength(1);
  expect(marked).toContain('font-weight="700" fill="#f5f8fb" text-anchor="start">Milan');
  expect(marked).toContain('font-weight="400" fill="#f5f8fb" text-anchor="start">Milan');
});

it('a points race draws each line with dashes and a mark of its own, and its name apart from the others', () => {
  const racers = ['Milan', 'Inter', 'Napoli', 'Juventus', 'Roma'].map((club) => ({ club, points: [3, 6, 7] }));
  const svg = pointsRacePicture({ title: 't', subtitle: 's', games: 'Games', points: 'Points', racers });
  const dashes = [...svg.matchAll(/stroke-dasharray="([^"]*)"/g)].map(([, each]) => each);
  expect(new Set(dashes).size).toBe(racers.length);
  const names = textsIn(svg).filter(({ said }) => racers.some(({ club }) => club === said));
  expect(names).toHaveLength(racers.length);
  const heights = names.map(({ y }) => y).sort((a, b) => a - b);
  for (const [index, y] of heights.entries()) if (index > 0) expect(y - heights[index - 1]!).toBeGreaterThanOrEqual(40);
});

describe('a result card', () => {
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom('goal' as const, 'missed-penalty' as const, 'red-card' as const),
      side: fc.constantFrom('home' as const, 'away' as const),
      minute: fc.record({ base: fc.integer({ min: 0, max: 130 }), added: fc.integer({ min: 0, max: 30 }) }),
      label: fc.string({ maxLength: 40 }).map((name) => `9' ${name}`),
    }),
    { maxLength: 24 },
  );

  it('a result card never lays one label upon another, nor out of the picture, however much happened', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (happened, timed) => {
        const told = happened.map(({ minute, ...event }) => (timed ? { ...event, minute } : event));
        const svg = resultOf('Milan', told);
        expectSound(svg);
        const pills = [...svg.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="52"/g)];
        expect(pills).toHaveLength(told.length);
        const boxes = pills.map(([, x, y, width]) => ({
          x: Number(x),
          y: Number(y),
          right: Number(x) + Number(width),
        }));
        for (const [index, one] of boxes.entries()) {
          expect(one.right).toBeLessThanOrEqual(WIDTH);
          for (const other of boxes.slice(index + 1))
            expect(Math.abs(one.y - other.y) >= 52 || one.right <= other.x || other.right <= one.x).toBe(true);
        }
      }),
      cases(15),
    );
  });

  it('a result card has the home side above the line of the match and the away side below, earlier to the left of later', () => {
    const goal = (side: 'home' | 'away', base: number, added = 0) =>
      ({ kind: 'goal', side, minute: { base, added }, label: `${side} ${base}+${added}` }) as const;
    const svg = resultOf('Milan', [goal('away', 11), goal('home', 45, 2), goal('home', 46), goal('home', 17)]);
    const of = (label: string) => textsIn(svg).find(({ said }) => said === label)!;
    expect(of('home 17+0').y).toBeLessThan(of("45'").y);
    expect(of('away 11+0').y).toBeGreaterThan(of("45'").y);
    const [first, second, third] = [of('home 17+0'), of('home 45+2'), of('home 46+0')];
    expect(first.left).toBeLessThan(second.left);
    expect(second.left).toBeLessThan(third.left);
  });
});
