import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { expect, it } from 'vitest';
import { SILENT } from '../../../../src/log.ts';
import { openKyselyStore } from '../../../../src/store/kysely-store.ts';

/** Schedules as they were when there were facts only. */
const BEFORE = [
  'drop table quiz_games',
  'drop table quiz_answers',
  'drop table schedules',
  `create table schedules (id integer primary key autoincrement, guild_id text, channel_id text not null unique,
    cron text not null, time_zone text not null, locale text not null, created_at bigint not null, last_run bigint,
    paused_reason text, paused_at bigint)`,
  'create index schedules_by_guild on schedules (guild_id)',
  `insert into schedules values (3, 'g', 'one', '0 9 * * *', 'Europe/Rome', 'it', 5, 6, null, null),
    (7, null, 'two', '0 8 * * *', 'UTC', 'en', 7, null, 'no-access', 8)`,
  "delete from kysely_migration where name >= '0003-quiz'",
];

it('an older SQLite file keeps its schedules, ids and all, and each channel may have one of each kind', async () => {
  const database = new Database(':memory:');
  // Closing the store would close the database in memory with it.
  const lasting = { prepare: database.prepare.bind(database), close() {} };
  const open = () =>
    openKyselyStore({ kind: 'sqlite', dialect: new SqliteDialect({ database: lasting }), log: SILENT });
  await (await open()).close();
  const db = new Kysely({ dialect: new SqliteDialect({ database: lasting }) });
  for (const statement of BEFORE) await sql.raw(statement).execute(db);

  const store = await open();
  const one = { id: '3', kind: 'fact', guildId: 'g', channelId: 'one', cron: '0 9 * * *', timeZone: 'Europe/Rome' };
  const first = { ...one, locale: 'it', createdAt: 5, lastRun: 6 };
  expect(await store.schedules.inGuild('g')).toEqual([first]);
  expect(await store.schedules.inChannel('two', 'fact')).toMatchObject({
    id: '7',
    paused: { reason: 'no-access', at: 8 },
  });
  const wish = {
    kind: 'quiz',
    channelId: 'one',
    cron: '0 18 * * *',
    timeZone: 'UTC',
    locale: 'en',
    createdAt: 9,
  } as const;
  expect(Number((await store.schedules.set(wish)).id)).toBeGreaterThan(7);
  expect(await store.schedules.inChannel('one', 'fact')).toEqual(first);
  await store.close();
  // What was interrupted after the tables were made, and before that was written down, is done once.
  await sql`delete from kysely_migration where name >= '0003-quiz'`.execute(db);
  expect(await (await open()).schedules.inChannel('one', 'fact')).toEqual(first);
});
