import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The two weights of the house's typeface, Inter. */
export type Weight = 400 | 700;

/** How far a character moves the pen, in thousandths of the type size; nothing where the font has no such character. */
export type Advances = (codePoint: number) => number | undefined;

const { resolve } = createRequire(import.meta.url);
/** The renderer is given the same files. */
const FILES: Readonly<Record<Weight, string>> = {
  400: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  700: '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
};

const known = new Map<Weight, Advances>();

/** The widths of a weight, from the font's own file, which is read once and when first asked for. */
export function advancesOf(weight: Weight): Advances {
  const kept = known.get(weight);
  if (kept) return kept;
  const read = readAdvances(readFileSync(resolve(FILES[weight])));
  known.set(weight, read);
  return read;
}

/** Reads what a TrueType file says of widths: `cmap` leads from a character to its glyph, `hmtx` from there to its advance. */
export function readAdvances(file: Buffer): Advances {
  const tables = new Map(
    Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + index * 16;
      return [file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8)] as const;
    }),
  );
  const at = (table: string) => {
    const offset = tables.get(table);
    if (offset === undefined) throw new Error(`the font has no ${table} table`);
    return offset;
  };
  const unitsPerEm = file.readUInt16BE(at('head') + 18);
  const metrics = file.readUInt16BE(at('hhea') + 34);
  const glyphs = readGlyphs(file, at('cmap'));
  return (codePoint) => {
    const glyph = glyphs.get(codePoint);
    if (glyph === undefined) return undefined;
    // Glyphs beyond the last metric are as wide as it.
    return (file.readUInt16BE(at('hmtx') + Math.min(glyph, metrics - 1) * 4) * 1_000) / unitsPerEm;
  };
}

/** Which glyph draws a code point, by the mapping for Unicode's first plane (format 4), which every such font has. */
function readGlyphs(file: Buffer, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, index) => cmap + file.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const table = subtables.find((offset) => file.readUInt16BE(offset) === 4);
  if (table === undefined) throw new Error('the font has no mapping of characters that can be read');
  const size = file.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + size];
  const [deltas, ranges] = [starts + size, starts + 2 * size];
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < size; segment += 2) {
    const [start, end] = [file.readUInt16BE(starts + segment), file.readUInt16BE(ends + segment)];
    const [delta, range] = [file.readUInt16BE(deltas + segment), file.readUInt16BE(ranges + segment)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const listed = range === 0 ? code : file.readUInt16BE(ranges + segment + range + (code - start) * 2);
      if (listed !== 0) glyphs.set(code, (listed + delta) % 0x10000);
    }
  }
  return glyphs;
}
