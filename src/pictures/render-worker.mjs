// Draws in a thread of its own, so that nobody's answer waits. Plain JavaScript: a worker has no TypeScript loader.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);

/** Without a font there would be no text, and nobody would be told. */
const font = {
  loadSystemFonts: false,
  fontFiles: ['400Regular/Inter_400Regular', '700Bold/Inter_700Bold'].map((name) =>
    resolve(`@expo-google-fonts/inter/${name}.ttf`),
  ),
  defaultFontFamily: 'Inter',
  sansSerifFamily: 'Inter',
};

parentPort?.on('message', ({ id, svg }) => {
  try {
    const png = new Uint8Array(new Resvg(svg, { font }).render().asPng());
    parentPort?.postMessage({ id, png }, [png.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
