import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { explainStoreError, StoreError, type StoreProblem } from '../../../src/store/store-error.ts';

describe('opening the store', () => {
  let folder: string;
  let path: string;
  let warnings: object[];
  const open = (url = `file:${path}`) => openStore(url, { ...SILENT, warn: (details) => warnings.push(details) });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tifo-open-'));
    path = join(folder, 'deep', 'down', 'tifo.db');
    warnings = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function refusal(opening: Promise<Store>): Promise<StoreError> {
    const error: unknown = await opening.then(
      () => undefined,
      (reason) => reason,
    );
    if (!(error instanceof StoreError)) throw new Error('the store was not refused', { cause: error });
    expect(error.message).not.toContain('\n');
    return error;
  }

  it('opening the store gives at once what a process held that is gone: a file serves one at a time', async () => {
    const before = await open();
    await before.leases.take('feed', 'killed', 0, 60_000);
    await before.close();
    const after = await open();
    expect(await after.leases.take('feed', 'next', 1, 60_000)).toBe(true);
    await after.close();
  });

  const edit = (sql: string) => {
    const file = new Database(path);
    file.exec(sql);
    file.close();
  };

  it('opening the store makes the folders and the file', async () => {
    await (await open()).close();
    expect(statSync(path).isFile()).toBe(true);
  });

  it.each(['', 'tifo.db', 'file:', 'file://elsewhere/%zz', 'mysql://me:hunter2@host/db', 'postgres:hunter2'])(
    'opening the store refuses the address %j without repeating it',
    async (url) => {
      const { problem, message } = await refusal(open(url));
      expect(problem).toBe('bad-url');
      expect(message).not.toContain('hunter2');
    },
  );

  it('opening the store refuses a file that is no database, and leaves it as it is', async () => {
    path = join(folder, 'notes.txt');
    const text = 'Dear diary, today I saw the derby. '.repeat(200);
    writeFileSync(path, text);
    expect((await refusal(open())).problem).toBe('not-a-database');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('opening the store refuses a damaged database', async () => {
    await (await open()).close();
    edit('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = openSync(path, 'r+');
    for (let at = 4096; at < statSync(path).size; at += 4096) writeSync(file, Buffer.alloc(512, 0xff), 0, 512, at);
    expect((await refusal(open())).problem).toBe('corrupt');
  });

  it('opening the store refuses a folder in the place of the file, and a file in the place of a folder', async () => {
    mkdirSync(path, { recursive: true });
    expect((await refusal(open())).problem).toBe('not-writable');
    writeFileSync(join(folder, 'file'), '');
    expect((await refusal(open(`file:${join(folder, 'file', 'tifo.db')}`))).problem).toBe('not-writable');
  });

  it('opening the store refuses a database from a newer version, and leaves it as it is', async () => {
    await (await open()).close();
    edit(`insert into kysely_migration values ('0099-from-the-future', '2050-01-01T00:00:00.000Z')`);
    expect((await refusal(open())).problem).toBe('newer-version');
    // Not held after the refusal either.
    edit(`delete from kysely_migration where name = '0099-from-the-future'`);
    await (await open()).close();
  });

  it('opening the store lets only one in at a time, while others may still read the file', async () => {
    const store = await open();
    await store.settings.set('seeded', 'yes');
    const { problem, message } = await refusal(open());
    expect(problem).toBe('in-use');
    expect(message).toContain(path);
    const outside = new Database(path);
    expect(outside.prepare('select value from settings').all([])).toEqual([{ value: 'yes' }]);
    outside.close();
    await store.close();
    await (await open()).close();
  });

  it('a store under another name lets nobody in beside the first through a symbolic link, to the file or to its folder', async () => {
    const store = await open();
    symlinkSync(path, join(folder, 'link.db'));
    symlinkSync(join(folder, 'deep'), join(folder, 'elsewhere'));
    for (const link of ['link.db', join('elsewhere', 'down', 'tifo.db')])
      expect((await refusal(open(`file:${join(folder, link)}`))).problem).toBe('in-use');
    await store.close();
    await (await open(`file:${join(folder, 'link.db')}`)).close();
  });

  it('a store under another name is one file already where a symbolic link leads to what is made only now', async () => {
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    symlinkSync(join('deep', 'down', 'tifo.db'), join(folder, 'link.db'));
    const store = await open(`file:${join(folder, 'link.db')}`);
    expect((await refusal(open())).problem).toBe('in-use');
    await store.close();
    expect(statSync(path).isFile()).toBe(true);
  });

  it('a store under another name says so where symbolic links go round in a circle', async () => {
    symlinkSync('b.db', join(folder, 'a.db'));
    symlinkSync('a.db', join(folder, 'b.db'));
    expect((await refusal(open(`file:${join(folder, 'a.db')}`))).problem).toBe('not-writable');
  });

  it('a store under another name is refused through a hard link, whether the first runs or has stopped', async () => {
    const other = `file:${join(folder, 'other.db')}`;
    const store = await open();
    await store.settings.set('seeded', 'yes');
    linkSync(path, join(folder, 'other.db'));
    expect(await refusal(open(other))).toMatchObject({
      problem: 'second-name',
      message: expect.stringContaining(join(folder, 'other.db')),
    });
    await store.close();
    expect((await refusal(open(other))).problem).toBe('second-name');
    // Under its own name it opens as ever.
    const again = await open();
    expect(await again.settings.get('seeded')).toBe('yes');
    await again.close();
  });

  it('opening the store is free again the moment its process is killed, with everything that was committed', async () => {
    const script = `
import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../../src/store/open-store.ts'))};
      const store = await openStore(${JSON.stringify(`file:${path}`)}, console);
      await store.settings.set('seeded', 'yes');
      console.log('ready');
      setInterval(() => {}, 1_000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    expect((await refusal(open())).problem).toBe('in-use');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await open();
    expect(await store.settings.get('seeded')).toBe('yes');
    await store.close();
  });

  it('opening the store leaves out a row that cannot be read, and says so', async () => {
    await (await open()).close();
    edit(`insert into match_states values ('derby', 'first-half', '{"snapshot":')`);
    const store = await open();
    expect(await store.matches.state('derby')).toBeUndefined();
    expect(warnings).toEqual([{ row: 'derby' }]);
    await store.close();
  });

  it('opening the store says that PostgreSQL does not answer, and keeps the password to itself', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    const port = typeof address === 'object' ? address?.port : undefined;
    const { problem, message } = await refusal(open(`postgres://tifo:hunter2@127.0.0.1:${port}/tifo`));
    expect(problem).toBe('unreachable');
    expect(message).toContain(`127.0.0.1:${port}/tifo`);
    expect(message).not.toContain('hunter2');
  });
});

it.each<[string, StoreProblem]>([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['SQLITE_CORRUPT_INDEX', 'corrupt'],
  ['28P01', 'refused'],
  ['3D000', 'refused'],
  ['ENOTFOUND', 'unreachable'],
  ['57P03', 'unreachable'],
])('an error of the store with the code %s is explained as %s', (code, problem) => {
  const explained = explainStoreError(Object.assign(new Error('driver talk'), { code }), '/var/tifo.db');
  expect(explained).toMatchObject({ problem, message: expect.stringContaining('/var/tifo.db') });
});

it('an error of the store that nobody foresaw is handed back', () => {
  const bug = new TypeError('undefined is not a function');
  expect(explainStoreError(bug, 'anywhere')).toBe(bug);
});
