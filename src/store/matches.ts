import type { MatchStore } from '../live/match-store.ts';
import type { News } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import type { Engine } from './engine.ts';
import { readJson } from './json.ts';

export function matchStore({ db, kind, log }: Engine): MatchStore {
  return {
    async state(matchId) {
      const row = await db
        .selectFrom('match_states')
        .selectAll()
        .where('match_id', '=', matchId)
        // Two processes that look at one match take turns: what the second finds is held against what the first wrote.
        .$if(kind === 'postgres' && db.isTransaction, (query) => query.forUpdate())
        .executeTakeFirst();
      return row && readJson<MatchState>(row.state, row.match_id, log);
    },

    async phases() {
      const rows = await db.selectFrom('match_states').select(['match_id', 'phase']).execute();
      return new Map(rows.map(({ match_id, phase }) => [match_id, phase]));
    },

    async save(state) {
      const { match, phase } = state.snapshot;
      const changed = { phase, state: JSON.stringify(state) };
      await db
        .insertInto('match_states')
        .values({ match_id: match.id, ...changed })
        .onConflict((conflict) => conflict.column('match_id').doUpdateSet(changed))
        .execute();
    },

    async addNews(news) {
      if (news.length === 0) return;
      await db
        .insertInto('news')
        .values(news.map((item) => ({ id: item.id, news: JSON.stringify(item) })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async news(id) {
      const row = await db.selectFrom('news').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readJson<News>(row.news, row.id, log);
    },
  };
}
