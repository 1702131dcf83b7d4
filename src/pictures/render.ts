import { createHash } from 'node:crypto';
import type { Log } from '../log.ts';
import { drawingThread } from './drawing-thread.ts';
import { pictureCache } from './picture-cache.ts';

/** Makes PNG files of SVG drawings. */
export interface Renderer {
  /** Rejects when the drawing cannot be read, takes too long, or the thread died over it. */
  render(svg: string): Promise<Uint8Array>;
  /** Ends the thread; what is being drawn is rejected, and nothing more is. */
  close(): Promise<void>;
}

export interface RendererOptions {
  readonly log: Log;
  /** How long one picture may take, in milliseconds. */
  readonly limitMs?: number;
  /** How much of what was drawn is kept. */
  readonly cacheBytes?: number;
  /** What the thread runs; the house's own unless said. */
  readonly worker?: URL;
}

const LIMIT_MS = 5_000;
const CACHE_BYTES = 32 * 1024 * 1024;

/**
 * A renderer with one thread, started when first needed, which keeps no process alive. The same drawing is made once: whoever
 * asks for it while it is made waits for that, and whoever asks later gets what is kept.
 */
export function openRenderer({ log, limitMs = LIMIT_MS, cacheBytes = CACHE_BYTES, worker }: RendererOptions): Renderer {
  const cache = pictureCache(cacheBytes);
  const underway = new Map<string, Promise<Uint8Array>>();
  const thread = drawingThread({ log, limitMs, ...(worker && { worker }) });

  async function make(key: string, svg: string): Promise<Uint8Array> {
    try {
      const png = await thread.draw(svg);
      cache.set(key, png);
      return png;
    } finally {
      underway.delete(key);
    }
  }

  return {
    async render(svg) {
      const key = createHash('sha256').update(svg).digest('base64');
      const kept = cache.get(key);
      if (kept) return kept;
      const making = underway.get(key) ?? make(key, svg);
      underway.set(key, making);
      return making;
    },
    close: thread.close,
  };
}
