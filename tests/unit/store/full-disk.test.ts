import { type Generated, Kysely, sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { openKyselyStore } from '../../../src/store/kysely-store.ts';
import { sqliteDialect } from '../../../src/store/sqlite-dialect.ts';

/** As much as no page has room for. */
const MUCH = 'x'.repeat(10_000);
const FULL = { code: 'SQLITE_FULL' };

describe('a disk that fills in the middle of a transaction, is freed, and fills again', () => {
  let database: InstanceType<typeof Database>;
  let db: Kysely<{ kept: { id: Generated<number>; text: string } }>;

  beforeEach(async () => {
    database = new Database(':memory:');
    db = new Kysely({ dialect: sqliteDialect(database) });
    await sql`create table kept (id integer primary key, text text not null)`.execute(db);
  });
  afterEach(() => db.destroy());

  const fill = () => database.pragma('max_page_count = 1');
  const free = () => database.pragma('max_page_count = 1000000');
  const insert = (text: string, into: Pick<typeof db, 'insertInto'> = db) =>
    into.insertInto('kept').values({ text }).execute();
  const kept = async () => (await db.selectFrom('kept').select('text').execute()).map(({ text }) => text.slice(0, 9));

  it('a disk that fills up in the middle of a transaction is told as what it is, keeps nothing of what failed, and everything of what comes after', async () => {
    for (const time of ['first', 'second']) {
      fill();
      const failing = db.transaction().execute(async (tx) => {
        await sql`update kept set text = text || '!'`.execute(tx);
        await insert(MUCH, tx);
      });
      await expect(failing).rejects.toMatchObject(FULL);
      await expect(insert(MUCH)).rejects.toMatchObject(FULL);
      expect(database.inTransaction).toBe(false);
      free();
      await db.transaction().execute(async (tx) => {
        await insert(`${time} 1`, tx);
        await insert(`${time} 2`, tx);
      });
    }
    expect(await kept()).toEqual(['first 1', 'first 2', 'second 1', 'second 2']);
  });

  it('a disk that fills up in the middle of a transaction keeps nothing of a transaction that goes on after a part of it has failed', async () => {
    const goesOn = db.transaction().execute(async (tx) => {
      await insert('before', tx);
      fill();
      await expect(insert(MUCH, tx)).rejects.toMatchObject(FULL);
      free();
      const parts = await Promise.allSettled([insert('after', tx), insert('and after', tx)]);
      expect(parts.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    });
    await expect(goesOn).rejects.toThrow();
    expect(await kept()).toEqual([]);
    await insert('next');
    expect(await kept()).toEqual(['next']);
  });

  it('a disk that fills up in the middle of a transaction begins anew where a transaction was left open', async () => {
    database.exec('begin');
    await db.transaction().execute((tx) => insert('next', tx));
    expect(database.inTransaction).toBe(false);
    expect(await kept()).toEqual(['next']);
  });
});

it('an outbox on a full disk takes all of what is enqueued together or nothing, twice over', async () => {
  const database = new Database(':memory:');
  const store = await openKyselyStore({ kind: 'sqlite', dialect: sqliteDialect(database), log: SILENT });
  const posts = Array.from({ length: 500 }, (_, n) => ({
    key: `${n} ${MUCH}`,
    channelId: `${n % 7}`,
    subject: { kind: 'news', id: 'goal' } as const,
    variant: { locale: 'en', spoilers: 'show', delayMs: 0 } as const,
    notBefore: 0,
    expiresAt: 1_000,
  }));
  const pages = () => Number((database.pragma('page_count') as { page_count: number }[])[0]?.page_count);
  for (const room of [5, 300]) {
    database.pragma(`max_page_count = ${pages() + room}`);
    await expect(store.outbox.enqueue(posts, 0)).rejects.toMatchObject(FULL);
    expect(await store.outbox.counts()).toMatchObject({ due: 0 });
    database.pragma('max_page_count = 1000000');
  }
  expect(await store.outbox.enqueue(posts, 0)).toBe(500);
  expect(await store.outbox.enqueue(posts, 0)).toBe(0);
  await store.close();
});
