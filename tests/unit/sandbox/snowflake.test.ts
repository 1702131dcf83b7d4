import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf, openSnowflakes, shardOf, snowflakeAt } from '../../../src/sandbox/snowflake.ts';

const KICK_OFF = Date.UTC(2021, 10, 7, 19, 45);

test('an id tells the moment it was made and has the digits Discord clients look for', () => {
  const next = openSnowflakes(
    () => KICK_OFF,
    0n,
    () => {},
  );
  const id = next();
  expect(momentOf(id)).toBe(KICK_OFF);
  expect(id).toMatch(/^\d{17,19}$/);
  expect(
    openSnowflakes(
      () => 0,
      0n,
      () => {},
    )(),
  ).toMatch(/^\d{17,19}$/);
});

test('ids only ever rise, whatever the clock does and however often the sandbox is restarted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ ms: fc.integer({ min: -10_000, max: 10_000 }), restart: fc.boolean() })),
      (steps) => {
        let now = KICK_OFF;
        let kept = 0n;
        const open = () =>
          openSnowflakes(
            () => now,
            kept,
            (upTo) => {
              kept = BigInt(upTo);
            },
          );
        let next = open();
        let last = 0n;
        for (const { ms, restart } of steps) {
          now += ms;
          if (restart) next = open();
          const id = BigInt(next());
          expect(id).toBeGreaterThan(last);
          last = id;
        }
      },
    ),
  );
});

test('ids are reserved a second ahead, not one by one', () => {
  let reservations = 0;
  const next = openSnowflakes(
    () => KICK_OFF,
    0n,
    () => {
      reservations += 1;
    },
  );
  for (let n = 0; n < 10_000; n += 1) next();
  expect(reservations).toBe(1);
});

test('a server belongs to the shard that Discord would say', () => {
  const id = (snowflakeAt(KICK_OFF) + 0n).toString();
  expect(shardOf(id, 1)).toBe(0);
  expect(shardOf(id, 4)).toBe(Number((BigInt(id) >> 22n) % 4n));
});
