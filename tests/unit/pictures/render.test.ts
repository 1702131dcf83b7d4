import { Resvg } from '@resvg/resvg-js';
import { afterEach, expect, it } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { pictureCache } from '../../../src/pictures/picture-cache.ts';
import { openRenderer, type Renderer, type RendererOptions } from '../../../src/pictures/render.ts';
import { drawing, text } from '../../../src/pictures/svg.ts';

const open: Renderer[] = [];
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

function renderer(options: Partial<RendererOptions> = {}): Renderer {
  const opened = openRenderer({ log: SILENT, ...options });
  open.push(opened);
  return opened;
}

const saying = (said: string) => drawing(100, [text(40, 60, said, { size: 40, within: 800 })]);
/** A thread that does what a drawing tells it, and counts what it was asked. */
const worker = new URL('./obedient-worker.mjs', import.meta.url);
const told = async (from: Promise<Uint8Array>) => new TextDecoder().decode(await from);

it('a renderer makes PNG files as large as the drawing', async () => {
  const png = await renderer().render(saying('Milan'));
  expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
  const header = Buffer.from(png);
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([960, 100]);
});

it('a renderer really draws text, accents too, though it is given no font of the machine’s', async () => {
  const pixels = async (said: string) => Buffer.from(await renderer().render(saying(said))).toString('base64');
  const [none, plain, accented] = [await pixels(''), await pixels('Calhanoglu'), await pixels('Çalhanoğlu')];
  expect(plain.length).toBeGreaterThan(none.length * 1.5);
  expect(accented).not.toBe(plain);
  // Without a font the same drawing is empty: what is seen above is the font's doing.
  const fontless = new Resvg(saying('Milan'), { font: { loadSystemFonts: false, fontFiles: [] } }).render().pixels;
  expect(new Set(new Uint32Array(fontless.buffer, fontless.byteOffset, fontless.length / 4)).size).toBe(1);
});

it('a renderer rejects what is no drawing, and draws the next', async () => {
  const one = renderer();
  await expect(one.render('<svg')).rejects.toThrow(/not drawn/);
  expect((await one.render(saying('x'))).byteLength).toBeGreaterThan(0);
});

it('a renderer makes a drawing once, whether it is asked for meanwhile or later', async () => {
  const one = renderer({ worker });
  expect(await Promise.all(['a', 'a', 'b'].map((svg) => told(one.render(svg))))).toEqual(['a 1', 'a 1', 'b 2']);
  expect(await told(one.render('a'))).toBe('a 1');
});

it('a renderer keeps no failure, and no more than it may', async () => {
  const one = renderer({ worker, cacheBytes: 7 });
  await expect(one.render('fail')).rejects.toThrow('as told');
  await expect(one.render('fail')).rejects.toThrow('as told');
  expect(await told(one.render('a'))).toBe('a 3');
  expect(await told(one.render('b'))).toBe('b 4');
  expect(await told(one.render('b'))).toBe('b 4');
  expect(await told(one.render('c'))).toBe('c 5');
  expect(await told(one.render('a'))).toBe('a 6');
});

it('a renderer survives the death of its thread: that picture is rejected, the next is drawn by another', async () => {
  const one = renderer({ worker });
  const [dying, waiting] = [one.render('die'), told(one.render('after'))];
  await expect(dying).rejects.toThrow(/ended \(7\)/);
  expect(await waiting).toBe('after 1');
  await expect(one.render('throw')).rejects.toThrow('beside itself');
  expect(await told(one.render('again'))).toBe('again 1');
});

it('a renderer gives up on a picture that takes too long, and goes on with the next', async () => {
  const one = renderer({ worker, limitMs: 300 });
  await expect(one.render('hang')).rejects.toThrow('longer than 300 ms');
  // However slowly a thread starts here, one of these is in time.
  const again = await one
    .render('x')
    .catch(() => one.render('x'))
    .catch(() => one.render('x'));
  expect(new TextDecoder().decode(again)).toBe('x 1');
});

it('a renderer draws nothing once it is closed, and leaves nobody waiting', async () => {
  const one = renderer({ worker });
  const refused = [one.render('hang'), one.render('y')].map((each) => expect(each).rejects.toThrow('closed'));
  await one.close();
  await Promise.all(refused);
  await expect(one.render('z')).rejects.toThrow('closed');
});

it('what is kept is what was asked for last', () => {
  const cache = pictureCache(2);
  for (const key of ['a', 'b']) cache.set(key, new Uint8Array(1));
  cache.get('a');
  cache.set('c', new Uint8Array(1));
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  cache.set('large', new Uint8Array(3));
  expect(cache.get('large')).toBeUndefined();
  expect(cache.get('c')).toBeDefined();
});
