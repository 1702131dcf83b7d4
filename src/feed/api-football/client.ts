import type { Clock } from '../../match/instant.ts';
import type { OnUnknown } from '../log-once.ts';
import { type ProviderHttpOptions, providerHttp } from '../provider-http.ts';
import type { CallCounter } from './call-budget.ts';
import { type ApiProblem, problemIn, problemOf } from './problems.ts';
import { envelopeShape, type FixtureShape, fixtureShape } from './shapes.ts';

export type Fixtures =
  | {
      readonly ok: true;
      readonly fixtures: readonly FixtureShape[];
      /** Those that are there and cannot be read, by the provider's id; NaN where not even that is there. */
      readonly unreadable: readonly number[];
    }
  | { readonly ok: false; readonly problem: ApiProblem };

export interface ApiFootballClient {
  /** One call of `/fixtures`, counted. */
  fixtures(query: Readonly<Record<string, string>>): Promise<Fixtures>;
}

export interface ApiFootballClientOptions {
  readonly key: string;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly http: Pick<ProviderHttpOptions, 'fetch' | 'sleep' | 'random' | 'timeOutMs'>;
  readonly counter: CallCounter;
  readonly onUnknown: OnUnknown;
}

export function apiFootballClient(options: ApiFootballClientOptions): ApiFootballClient {
  const { key, baseUrl, clock, counter, onUnknown } = options;
  let isDown = false;
  const http = providerHttp({
    provider: 'API-Football',
    baseUrl,
    headers: { 'x-apisports-key': key },
    clock,
    ...options.http,
    // While it is down, a retry is a call that the rest of the day will miss.
    mayRetry: async () => !isDown && (await counter.take()) === undefined,
  });

  async function failed(problem: ApiProblem): Promise<Fixtures> {
    counter.pause(problem);
    if (problem.kind === 'day-used-up') await counter.useUp();
    return { ok: false, problem };
  }

  return {
    async fixtures(query) {
      const refused = await counter.take();
      if (refused) return { ok: false, problem: refused };
      const answer = await http.get('/fixtures', query);
      isDown = !answer.ok;
      if (answer.headers) await counter.hear(answer.headers);
      const envelope = envelopeShape.safeParse(answer.body);
      const explained = envelope.success ? problemIn(envelope.data.errors) : undefined;
      if (explained) return failed(explained);
      if (!answer.ok) return failed(problemOf(answer));
      if (!envelope.data?.response)
        return failed({ kind: 'request', text: 'API-Football answered in a shape that is not known' });
      return read(envelope.data.response, onUnknown);
    },
  };
}

function read(response: readonly unknown[], onUnknown: OnUnknown): Fixtures {
  const fixtures: FixtureShape[] = [];
  const unreadable: number[] = [];
  for (const one of response) {
    const parsed = fixtureShape.safeParse(one);
    if (parsed.success) {
      fixtures.push(parsed.data);
      continue;
    }
    const id = idOf(one);
    unreadable.push(id);
    for (const { path, message } of parsed.error.issues) onUnknown(path.map(String).join('.'), message);
  }
  return { ok: true, fixtures, unreadable };
}

function idOf(fixture: unknown): number {
  const id = fixtureShape.shape.fixture.shape.id;
  const outer = typeof fixture === 'object' && fixture !== null && 'fixture' in fixture ? fixture.fixture : undefined;
  const inner = typeof outer === 'object' && outer !== null && 'id' in outer ? id.safeParse(outer.id) : undefined;
  return inner?.success ? inner.data : Number.NaN;
}
