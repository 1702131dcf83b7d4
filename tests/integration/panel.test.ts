import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DERBY_ID, GENERAL_ID } from '../../src/sandbox/sandbox.ts';
import type { PanelAction, PanelStatus } from '../../src/sandbox/switchboard/panel.ts';
import { answerWithin, type Program, run, sandboxOf } from '../support/discord/program.ts';
import { postsOf } from '../support/discord/told.ts';
import { PATIENCE, type SandboxUser, userOf } from '../support/discord/user.ts';

interface Pins {
  readonly items: readonly { readonly message: { readonly id: string } }[];
}

let folder: string;
let tifo: Program;
let sandbox: Awaited<ReturnType<typeof sandboxOf>>;
let reader: SandboxUser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-panel-'));
  tifo = run([], { DATABASE_URL: `file:${join(folder, 'tifo.db')}`, SANDBOX_PORT: '0', REPLAY_SPEED: '60' });
  sandbox = await sandboxOf(tifo);
  reader = userOf(sandbox);
});

afterAll(async () => {
  await tifo.end('SIGKILL');
  await rm(folder, { recursive: true });
});

const status = async () => (await reader.request<PanelStatus>('GET', '/sandbox/panel')).body;
const act = async (action: PanelAction | { kind: 'dance' }) =>
  (await reader.request('POST', '/sandbox/panel', action)).status;
const told = async () => postsOf(await reader.messages(DERBY_ID));
const posts = (count: number) =>
  reader.until(`${count} posts`, async () => ((await told()).length >= count ? true : undefined));
const replaying = () => reader.until('a replay', async () => (await status()).replay);

describe('the panel of a bot that runs beside the sandbox', () => {
  it('the panel of a bot that runs beside the sandbox shows the match, the clock and what waits, and steers the replay', async () => {
    expect(await replaying()).toMatchObject({ match: 'Milan v Inter', speed: 60, paused: false });
    expect(await act({ kind: 'pause' })).toBe(204);
    expect((await status()).replay?.paused).toBe(true);
    expect(await act({ kind: 'play', speed: 600 })).toBe(204);
    await posts(2);
    expect((await status()).outbox?.sent).toBeGreaterThanOrEqual(2);
    expect(await act({ kind: 'dance' })).toBe(400);
  });

  it('the panel of a bot that runs beside the sandbox kills the bot in earnest, and starts it again where it was, with nothing told twice', async () => {
    await act({ kind: 'kill-bot' });
    expect(await status()).toMatchObject({ bot: 'stopped', replay: { match: 'Milan v Inter' } });
    expect((await status()).outbox?.sent).toBeGreaterThanOrEqual(2);
    const before = await told();
    await answerWithin(sandbox.url, 100);
    await expect(reader.ask('score')).rejects.toThrow('did not respond');
    await answerWithin(sandbox.url, PATIENCE);
    await act({ kind: 'start-bot' });
    await act({ kind: 'play', speed: 600 });
    await posts(before.length + 1);
    const after = await told();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
    await act({ kind: 'pause' });
  });

  it('the panel of a bot that runs beside the sandbox starts the match over wherever it is followed, and leaves no card pinned as it stood', async () => {
    const milan = { name: 'club', type: 3, value: 'milan' };
    await reader.ask('follow', [milan], { channelId: GENERAL_ID });
    const left = await pinned();
    await act({ kind: 'feed-fault', fault: 'goes-silent' });
    expect((await status()).replay?.faults).toEqual(['goes-silent']);
    await act({ kind: 'restart' });
    const kickOffs = async (channelId: string) =>
      postsOf(await reader.messages(channelId)).filter((post) => post.startsWith('Kick-off')).length;
    await reader.until('a second kick-off', async () => ((await kickOffs(DERBY_ID)) === 2 ? true : undefined));
    await reader.until('one elsewhere', async () => ((await kickOffs(GENERAL_ID)) === 1 ? true : undefined));
    await reader.until('another card in its place', async () => {
      const pins = await pinned();
      return pins.length === 1 && !left.includes(pins[0] ?? '') ? true : undefined;
    });
    expect((await status()).replay?.faults).toEqual([]);
  });

  /** What is pinned where the match is followed from the start, by id. */
  async function pinned(): Promise<readonly string[]> {
    const { body } = await reader.request<Pins>('GET', `/channels/${DERBY_ID}/messages/pins`);
    return body.items.map(({ message }) => message.id);
  }
});
