import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, it } from 'vitest';

/** Which rooms a room may import from. Files that lie in `src` itself are open to all; who composes them sees everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  match: [],
  facts: ['match'],
  subscriptions: ['match'],
  quiz: ['match', 'facts'],
  pictures: [],
  messages: ['match', 'facts', 'subscriptions', 'quiz', 'pictures'],
  outbox: ['match', 'subscriptions', 'messages'],
  live: ['match', 'facts', 'subscriptions', 'messages', 'outbox', 'feed/feed.ts', 'quiz'],
  schedule: ['match', 'facts', 'subscriptions', 'messages', 'outbox', 'quiz'],
  feed: ['match'],
  store: ['match', 'facts', 'subscriptions', 'outbox', 'live', 'schedule', 'quiz'],
  discord: [
    'match',
    'facts',
    'subscriptions',
    'messages',
    'outbox/transport.ts',
    'live/calendar.ts',
    'live/replay.ts',
    'commands',
  ],
  commands: ['match', 'facts', 'subscriptions', 'messages', 'schedule', 'quiz'],
  sandbox: [],
};

/** The composition root, where rooms are wired together. */
const COMPOSES = [
  'src/main.ts',
  'src/matches-now.ts',
  'src/bot.ts',
  'src/bot-process.ts',
  'src/bot-status.ts',
  'src/demo.ts',
  'src/fact-service.ts',
  'src/feeds.ts',
  'src/fixture-service.ts',
  'src/record.ts',
  'src/results.ts',
  'src/services.ts',
  'src/start-over.ts',
  'src/table-service.ts',
  'src/terminal.ts',
];

const files = ['src', 'commands'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, name)),
);

interface Import {
  readonly file: string;
  readonly from: string;
}

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file: file.split(sep).join('/'),
    from: match[1]!.startsWith('.')
      ? normalize(join(dirname(file), match[1]!))
          .split(sep)
          .join('/')
      : match[1]!,
  })),
);

/** `src/match/minute.ts` stands in `match`, `commands/score.ts` in `commands`, `src/log.ts` in no room. */
function roomOf(path: string): string {
  const [root = '', room = ''] = path.split('/');
  if (root !== 'src') return root;
  return room.endsWith('.ts') ? '' : room;
}

const within = imports.filter(({ from }) => from.startsWith('src/') || from.startsWith('commands/'));

it('the rooms import only along the arrows of the design', () => {
  const wrong = within.filter(({ file, from }) => {
    const [room, target] = [roomOf(file), roomOf(from)];
    if (COMPOSES.includes(file) || room === target || target === '') return room !== '' && COMPOSES.includes(from);
    return !(MAY_IMPORT[room] ?? []).some((allowed) => allowed === target || from === `src/${allowed}`);
  });
  expect(wrong).toEqual([]);
});

it('the rooms leave discord.js to one of them', () => {
  const users = new Set(
    imports.filter(({ from }) => /^(discord\.js|@discordjs\/)/.test(from)).map(({ file }) => roomOf(file)),
  );
  expect([...users].filter((room) => room !== 'discord')).toEqual([]);
});

it('the rooms leave the environment to the composition root, and the present to whoever passes a clock', () => {
  const text = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const inside = files.filter((file) => !COMPOSES.includes(file.split(sep).join('/')));
  expect(inside.filter((file) => /process\.env/.test(text(file)))).toEqual([]);
  const domain = inside.filter((file) => /src\/(match|facts|quiz|subscriptions|messages|live|schedule)\//.test(file));
  expect(domain.filter((file) => /Date\.now\(\)|new Date\(\)/.test(text(file)))).toEqual([]);
});

it('the rooms have no holes in their types', () => {
  const holes = /\bas any\b|: any\b|as unknown as|@ts-(ignore|expect-error|nocheck)/;
  expect(files.filter((file) => holes.test(readFileSync(file, 'utf8')))).toEqual([]);
});
