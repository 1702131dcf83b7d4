import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { leagueTablePicture } from '../../../src/pictures/league-table.ts';
import { type Weight, widthOf } from '../../../src/pictures/measure.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '700Bold/Inter_700Bold'].map((name) =>
  resolve(`@expo-google-fonts/inter/${name}.ttf`),
);

interface Named {
  readonly name: string;
  readonly shortName?: string;
}
const listed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const ours = listed('data/clubs.json') as readonly Named[];
const others = (listed('data/feeds.json') as { readonly clubs: readonly Named[] }).clubs;
const clubs = [...ours, ...others].flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name]));
const differences = Array.from({ length: 199 }, (_, index) => index - 99).map((difference) =>
  difference > 0 ? `+${difference}` : `${difference}`.replace('-', '\u2212'),
);
const names = ['Çalhanoğlu & Škriniar', 'Ødegaard, Łukasz', '40% – “de Vrij” · 45+2’ №…', 'Þór, Æsir, ŒUVRE, ß'];

const SIZE = 20;
const ROW = 28;
const LEFT = 10;
const WIDE = 480;

/** Where the ink of each text ends, in pixels from where it begins, as the renderer draws it. All are drawn in one picture. */
function inked(texts: readonly string[], weight: Weight): readonly number[] {
  const rows = texts.map((said, index) => {
    const escaped = said.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return `<text x="${LEFT}" y="${index * ROW + 20}" font-size="${SIZE}" font-weight="${weight}">${escaped}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${texts.length * ROW}" font-family="Inter">${rows.join('')}</svg>`;
  const { pixels } = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' },
  }).render();
  return texts.map((_, row) => {
    for (let x = WIDE - 1; x > LEFT; x -= 1)
      for (let y = row * ROW; y < (row + 1) * ROW; y += 1) if (pixels[(y * WIDE + x) * 4 + 3]) return x + 1 - LEFT;
    return 0;
  });
}

it.each([400, 700] as const)(
  'the width of a text is what the renderer draws, for every goal difference and every club, at %i',
  (weight) => {
    const texts = [...differences, ...clubs, ...names];
    const drawn = inked(texts, weight);
    const off = texts.flatMap((said, index) => {
      const by = widthOf(said, SIZE, weight) - (drawn[index] ?? 0);
      // Ink ends a little before the pen does, and kerning draws letters together.
      return by >= -1 && by <= 5 ? [] : [`${said}: ${by.toFixed(1)}`];
    });
    expect(off).toEqual([]);
  },
);

it('a league table shows every goal difference and every club that has a table whole, whether the club is marked or not', () => {
  const [named, signed] = [ours.map(({ name, shortName = name }) => `${shortName}*`), differences];
  const svg = leagueTablePicture({
    title: 't',
    subtitle: 's',
    columns: { club: 'c', played: 'p', difference: 'd', points: 'n' },
    lines: [true, false].flatMap((marked) =>
      [
        ...signed.map((difference) => ({ difference, club: 'x' })),
        ...named.map((club) => ({ difference: '0', club })),
      ].map((line) => ({ ...line, rank: '20', played: '38', points: '102', marked })),
    ),
  });
  const drawn = new Set(
    [...svg.matchAll(/font-weight="(\d+)"[^>]*>([^<>]*)<\/text>/g)].map(([, weight, said]) => `${said} ${weight}`),
  );
  const wanted = [...signed, ...named, '20', '38'].flatMap((said) => [`${said} 400`, `${said} 700`]);
  expect([...wanted, '102 700'].filter((each) => !drawn.has(each))).toEqual([]);
});
