import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { closeAll, sandboxFor } from '../support/discord/bot.ts';

describe('the sandbox serves its page', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await sandboxFor();
  });
  afterAll(closeAll);

  /** Asks as it is written: `fetch` would tidy the path and not let itself be called otherwise. */
  const statusOf = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.url);
      const asked = request({ hostname, port, path, headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });

  it('the sandbox serves its page under a policy that lets nothing in from outside', async () => {
    const { headers } = await fetch(sandbox.url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"]),
    );
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|data:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('the sandbox serves its page to nobody who calls it by another name, or from another page', async () => {
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/', { host: 'evil.example' })).toBe(421);
    expect(await statusOf('/', { origin: 'https://evil.example' })).toBe(421);
  });

  it('the sandbox serves its page, and nothing beside it', async () => {
    const paths = [
      '/../package.json',
      '/assets/../../../package.json',
      '/..%2f..%2fpackage.json',
      '/index.html/',
      '//',
    ];
    for (const path of paths) expect([path, await statusOf(path)]).toEqual([path, 404]);
  });

  it('the sandbox serves its page with files that keep their name for ever to be kept for ever', async () => {
    const page = await (await fetch(sandbox.url)).text();
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
    const { headers } = await fetch(sandbox.url + script);
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('cache-control')).toContain('immutable');
    expect((await fetch(sandbox.url)).headers.get('cache-control')).toBe('no-cache');
  });
});
