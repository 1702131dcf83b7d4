import type { ResultBook } from '../facts/results/result-book.ts';
import type { Result } from '../match/result.ts';
import type { Engine } from './engine.ts';
import { readJson } from './json.ts';

export function resultStore({ db, log }: Engine): ResultBook {
  return {
    async add(result) {
      const { competition, season, home, away } = result;
      const told = { result: JSON.stringify(result) };
      await db
        .insertInto('results')
        .values({ competition, season, home, away, ...told })
        .onConflict((conflict) => conflict.columns(['competition', 'season', 'home', 'away']).doUpdateSet(told))
        .execute();
    },

    async all() {
      const rows = await db.selectFrom('results').select(['home', 'away', 'result']).execute();
      return rows.flatMap(({ home, away, result }) => readJson<Result>(result, `results ${home} v ${away}`, log) ?? []);
    },
  };
}
