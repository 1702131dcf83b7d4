import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type ProviderHttpOptions, providerHttp } from '../../../src/feed/provider-http.ts';

const KEY = 'secret-key-0123456789';
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Answer = (response: ServerResponse) => void;

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

/** A provider that answers in turn, and the last for ever. */
async function given(answers: readonly Answer[], options: Partial<ProviderHttpOptions> = {}) {
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answers[Math.min(asked.length, answers.length) - 1]?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close().closeAllConnections());
  const pauses: number[] = [];
  const http = providerHttp({
    provider: 'Provider',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v4/`,
    headers: { 'x-auth-token': KEY },
    clock: { now: () => Date.UTC(2026, 9, 21) },
    fetch: globalThis.fetch,
    sleep: async (ms) => void pauses.push(ms),
    random: () => 1,
    ...options,
  });
  return { http, asked, pauses };
}

it('a question to a provider goes below the base address, with the key in a header, and brings JSON', async () => {
  const { http, asked } = await given([json({ matches: [] })]);
  const answer = await http.get('/matches', { competitions: 'SA', live: '1-2' });
  expect(answer).toMatchObject({ ok: true, status: 200, body: { matches: [] } });
  expect(asked[0]).toMatchObject({ url: '/v4/matches?competitions=SA&live=1-2', headers: { 'x-auth-token': KEY } });
});

it('a question to a provider is asked twice more after a 5xx, longer apart each time', async () => {
  const { http, asked, pauses } = await given([json('', 500), json('', 502), json({})]);
  expect((await http.get('/a')).ok).toBe(true);
  expect(asked).toHaveLength(3);
  expect(pauses).toEqual([500, 1_000]);
});

it('a question to a provider is given up then, in plain words', async () => {
  const { http, asked } = await given([json({ why: 'down' }, 503)]);
  const answer = await http.get('/a');
  expect(answer).toMatchObject({ ok: false, problem: 'Provider answered 503', status: 503, body: { why: 'down' } });
  expect(asked).toHaveLength(3);
});

it('a question to a provider is not repeated where the budget does not allow it', async () => {
  const { http, asked } = await given([json('', 500)], { mayRetry: () => false });
  expect((await http.get('/a')).ok).toBe(false);
  expect(asked).toHaveLength(1);
});

it.each([
  ['30', 30_000],
  ['Wed, 21 Oct 2026 00:01:00 GMT', 60_000],
  ['soon', undefined],
])(
  'a question to a provider hears how long to wait after a 429, and is not repeated: %s',
  async (header, retryAfterMs) => {
    const { http, asked } = await given([json('', 429, { 'retry-after': header })]);
    const answer = await http.get('/a');
    expect(answer).toMatchObject({ ok: false, status: 429 });
    expect(answer.ok ? undefined : answer.retryAfterMs).toBe(retryAfterMs);
    expect(asked).toHaveLength(1);
  },
);

it('a question to a provider says what is not JSON, and does not repeat it', async () => {
  const { http, asked } = await given([json('<html>')]);
  expect(await http.get('/a')).toMatchObject({ ok: false, problem: 'Provider answered something that is not JSON' });
  expect(asked).toHaveLength(1);
});

it('a question to a provider is given up when no answer comes in time', async () => {
  const { http } = await given([() => undefined], { timeOutMs: 30, mayRetry: () => false });
  expect(await http.get('/a')).toEqual({ ok: false, problem: 'Provider cannot be reached (no answer in time)' });
});

it('a question to a provider never follows a redirect, which would take the key with it', async () => {
  const { http, asked } = await given([json('', 302, { location: '/elsewhere' })]);
  expect(await http.get('/a')).toMatchObject({ ok: false, problem: 'Provider answered 302' });
  expect(asked).toHaveLength(1);
});

it('a question to a provider never says the key, whatever goes wrong', async () => {
  const fetch = async () => {
    throw new TypeError(`cannot send ${KEY}`, { cause: new Error(`with ${KEY}`) });
  };
  const { http } = await given([], { fetch, mayRetry: () => false });
  const answer = await http.get('/a');
  expect(answer).toEqual({ ok: false, problem: 'Provider cannot be reached (TypeError)' });
});

it('an answer that is marked is asked about by its mark, and comes again without being sent', async () => {
  const marks = { etag: '"7"', 'last-modified': 'Wed, 21 Oct 2026 00:00:00 GMT' };
  const { http, asked } = await given([json({ round: 1 }, 200, marks), json('', 304), json({ round: 2 })]);
  await http.get('/a');
  expect(await http.get('/a')).toMatchObject({ ok: true, status: 304, body: { round: 1 } });
  expect(asked[1]?.headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': marks['last-modified'] });
  expect(await http.get('/a')).toMatchObject({ ok: true, status: 200, body: { round: 2 } });
  await http.get('/a');
  expect(asked[3]?.headers).not.toHaveProperty('if-none-match');
});
