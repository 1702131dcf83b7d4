import { type FactEngine, factEngine } from '../../src/facts/engine/fact-engine.ts';
import { families } from '../../src/facts/engine/families/index.ts';
import type { LedgerSource } from '../../src/facts/engine/ledger.ts';
import type { Moment } from '../../src/facts/engine/moment.ts';
import { type Almanac, loadAlmanac } from '../../src/facts/load-almanac.ts';
import { seasonTable } from '../../src/facts/season-table.ts';
import { loadRecordings } from '../../src/feed/load-recordings.ts';
import { endOf, snapshotAt } from '../../src/feed/recording.ts';
import { SILENT } from '../../src/log.ts';
import { detect } from '../../src/match/detect.ts';
import { searchNames } from '../../src/match/name-search.ts';
import type { PhaseNews } from '../../src/match/news.ts';
import type { Result } from '../../src/match/result.ts';
import type { MatchState } from '../../src/match/state.ts';
import type { MessageBody } from '../../src/messages/message.ts';
import { newsMessage } from '../../src/messages/news-message.ts';
import { tableMessage } from '../../src/messages/table-message.ts';
import { openRenderer } from '../../src/pictures/render.ts';
import { median } from './quantile.ts';

const DERBY: Moment = {
  day: '2021-11-07',
  match: { season: '2021-22', home: 'milan', away: 'inter', score: { home: 1, away: 1 } },
};

/** What is measured, each time anew, and how long it may take on one core, in ms. */
interface Measured {
  readonly name: string;
  readonly limit: number;
  run(): Promise<number> | number;
}

/** The whole catalogue of facts for one match over all results, cold and after one more result; a table, and what else is given. */
export async function* measureFacts(quick: boolean): AsyncGenerator<string> {
  const rounds = quick ? 5 : 25;
  const lines = [line('facts', 'first', 'best', 'median', 'limit', 'of the limit')];
  const almanac = await loadAlmanac('data');
  for (const { name, limit, run } of await measures(almanac)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await run());
    const [first = Number.NaN, middle] = [times[0], median(times)];
    lines.push(line(name, ms(first), ms(Math.min(...times)), ms(middle), `${limit} ms`, (middle / limit).toFixed(2)));
  }
  const { length } = engineOn(almanac).everything('serie-a', DERBY, ['milan', 'inter']);
  yield [`${almanac.results.length.toLocaleString('en')} results, ${length} facts of one match`, ...lines].join('\n');
}

async function measures(almanac: Almanac): Promise<readonly Measured[]> {
  const growing = growingSource(almanac);
  const { last } = growing;
  const engine = engineOn(growing.source);
  const match = { season: last.season, home: last.home, away: last.away, score: last.score };
  const ask = () => engine.found(last.competition, { day: last.day, match }, [last.home, last.away]);
  return [
    {
      name: 'the catalogue of a match, cold',
      limit: 200,
      run: () => timed(() => engineOn(almanac).found('serie-a', DERBY, ['milan', 'inter'])),
    },
    {
      name: 'the same after one new result',
      limit: 20,
      run() {
        ask();
        growing.grow();
        return timed(ask);
      },
    },
    { name: 'the same asked again', limit: 1, run: () => timed(ask) },
    { name: 'a misspelt name among 2,000', limit: 100, run: () => timed(() => searchNames('martinex', CROWD)) },
    { name: 'a table of a season, composed', limit: 20, run: () => timed(() => tableOf(almanac)) },
    drawing('a table as a picture', tableOf(almanac)),
    drawing('a result as a picture', newsMessage(RESULT, await derbyAtItsEnd(), { locale: 'en' })),
  ];
}

/** A picture drawn each time anew: what was drawn before is kept, so each time it differs by a remark in it. */
function drawing(name: string, { picture }: MessageBody): Measured {
  const { render } = openRenderer({ log: SILENT });
  let times = 0;
  return {
    name,
    limit: 100,
    async run() {
      if (!picture) throw new Error('the message has no picture');
      times += 1;
      const start = performance.now();
      await render(picture.svg.replace('</svg>', `<!-- ${times} --></svg>`));
      return performance.now() - start;
    },
  };
}

/** As many as autocomplete may have to look through. */
const CROWD = Array.from({ length: 2_000 }, (_, index) => ({
  ...{ value: `${index}`, label: `${index} Çalhanoğlu-Martínez`, aliases: [`Hakan ${index}`] },
}));

const RESULT: PhaseNews = {
  ...{ kind: 'result', id: 'result', matchId: '2021-11-07-milan-inter', at: 0, since: 0 },
  score: { home: 1, away: 1 },
};

async function derbyAtItsEnd(): Promise<MatchState> {
  const [recording] = await loadRecordings('data/matches');
  if (!recording) throw new Error('the derby is gone');
  return detect(undefined, snapshotAt(recording, endOf(recording)), 0).state;
}

function engineOn(source: LedgerSource): FactEngine {
  return factEngine({ source, families, log: SILENT });
}

/** A source without its last result, which it is told when it is asked to grow, each time with another score. */
function growingSource(almanac: Almanac) {
  const last = almanac.results.at(-1);
  if (!last) throw new Error('there are no results');
  const before = almanac.results.slice(0, -1);
  let results: readonly Result[] = before;
  let goals = 0;
  const source: LedgerSource = {
    ...almanac,
    get results() {
      return results;
    },
  };
  const grow = () => {
    goals = (goals + 1) % 5;
    results = [...before, { ...last, score: { home: goals, away: 0 } }];
  };
  return { source, grow, last };
}

function tableOf(almanac: Almanac): MessageBody {
  const find = seasonTable(
    almanac,
    { competition: 'serie-a', season: '2021-22', moment: { kind: 'latest' } },
    '2026-05-24',
  );
  if (!find.ok) throw new Error('the table of 2021-22 is gone');
  const nameOf = (id: string) => almanac.clubs.find((club) => club.id === id)?.name ?? id;
  return tableMessage(
    { ...find.table, competitionName: 'Serie A', nameOf, shortNameOf: nameOf, marked: ['milan'] },
    { locale: 'en' },
  );
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

const line = (name: string, ...cells: readonly string[]): string =>
  name.padEnd(34) + cells.map((cell) => cell.padStart(13)).join('');
