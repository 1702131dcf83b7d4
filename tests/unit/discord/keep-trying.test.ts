import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTrying, nowOrLater } from '../../../src/discord/keep-trying.ts';
import { SILENT } from '../../../src/log.ts';
import { OperatorError } from '../../../src/operator-error.ts';

describe('what is tried until it succeeds', () => {
  const log = { ...SILENT, warn: vi.fn(), error: vi.fn() };
  let now: number;
  let waits: number[];
  const persistence = {
    log,
    clock: { now: () => now },
    wait: (attempt: number) => attempt * 10_000,
    async sleep(ms: number) {
      waits.push(ms);
      now += ms;
    },
  };

  beforeEach(() => {
    now = 0;
    waits = [];
    vi.resetAllMocks();
  });

  it('what is tried until it succeeds waits longer from time to time, and says so once in a while', async () => {
    let tries = 0;
    const result = await keepTrying(async () => {
      tries += 1;
      if (tries <= 7) throw new Error('Discord could not be reached.');
      return 'connected';
    }, persistence);
    expect(result).toBe('connected');
    expect(waits).toEqual([10, 20, 30, 40, 50, 60, 70].map((seconds) => seconds * 1_000));
    expect(log.warn.mock.calls.map(([, message]) => message)).toEqual(
      // At 0, 60, 150 and 210 s: no more than once a minute.
      Array(4).fill('Discord could not be reached. Trying again.'),
    );
  });

  it('what is tried until it succeeds is given up at once where only the operator can mend it', async () => {
    const wrong = new OperatorError('Discord did not accept the token');
    await expect(keepTrying(() => Promise.reject(wrong), persistence)).rejects.toBe(wrong);
    expect(waits).toEqual([]);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('what is tried until it succeeds holds nothing up that can go on without it', async () => {
    let goOn = () => {};
    const asleep = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const attempts = [new Error('away'), new OperatorError('Tifo is not in the server')];
    const work = vi.fn(() => Promise.reject(attempts.shift()));
    await nowOrLater(work, { ...persistence, sleep: () => asleep });
    expect(work).toHaveBeenCalledOnce();
    goOn();
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledWith({}, 'Tifo is not in the server'));
    const wrong = new OperatorError('wrong from the first');
    await expect(nowOrLater(() => Promise.reject(wrong), persistence)).rejects.toBe(wrong);
    await nowOrLater(async () => 'done', persistence);
  });

  it('what is tried until it succeeds is given up when nobody wants to wait any longer', async () => {
    const impatient = { ...persistence, sleep: () => Promise.reject(new Error('stopped')) };
    await expect(keepTrying(() => Promise.reject(new Error('away')), impatient)).rejects.toThrow('stopped');
  });
});
