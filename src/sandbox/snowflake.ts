/** 1 January 2015, where Discord's ids start to count. */
const DISCORD_EPOCH = 1_420_070_400_000;
/** Ids of earlier moments have fewer than the 17 digits that Discord clients look for. */
const EARLIEST = Date.UTC(2016, 0, 1);
/** How far ahead of use ids are reserved on disk: one line of journal a second, at most. */
const RESERVE_MS = 1_000;

/** The first id of a moment (ms since the Unix epoch). */
export const snowflakeAt = (ms: number): bigint => BigInt(Math.max(ms, EARLIEST) - DISCORD_EPOCH) << 22n;

/** The moment an id was made, in ms since the Unix epoch. */
export const momentOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/** Which gateway shard a guild belongs to. */
export const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));

export type NextId = () => string;

/**
 * Ids that only ever rise, whatever the clock does: `reserve` is told an id before any id up to it is given out, and `after` is
 * what it was last told before a restart.
 */
export function openSnowflakes(now: () => number, after: bigint, reserve: (upTo: string) => void): NextId {
  let last = after;
  let reserved = after;
  return () => {
    const fresh = snowflakeAt(now());
    const id = fresh > last ? fresh : last + 1n;
    if (id >= reserved) {
      const upTo = id + (BigInt(RESERVE_MS) << 22n);
      reserve(upTo.toString());
      reserved = upTo;
    }
    last = id;
    return id.toString();
  };
}
