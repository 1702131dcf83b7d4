/** Pictures that were drawn lately, by a key of what they show; the one not asked for the longest goes first. */
export interface PictureCache {
  get(key: string): Uint8Array | undefined;
  set(key: string, png: Uint8Array): void;
}

/** Holds at most so many bytes; a picture larger than that is not kept. */
export function pictureCache(mostBytes: number): PictureCache {
  const kept = new Map<string, Uint8Array>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const png = kept.get(key);
      if (!png) return undefined;
      // A map keeps the order in which keys came: now it is the newest again.
      kept.delete(key);
      kept.set(key, png);
      return png;
    },
    set(key, png) {
      drop(key);
      if (png.byteLength > mostBytes) return;
      kept.set(key, png);
      bytes += png.byteLength;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
