import type { MatchStore } from '../live/match-store.ts';
import { MINUTE } from '../match/instant.ts';
import type { News, Roundup } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { LONGEST_DELAY } from '../subscriptions/subscription.ts';
import type { Engine } from './engine.ts';
import { readJson } from './json.ts';

/** How long a moment is kept: as long as the longest delay, and a relay that lags. */
const KEPT_MOMENTS = LONGEST_DELAY + 5 * MINUTE;

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

    async keepMoment(state, at) {
      const matchId = state.snapshot.match.id;
      const moment = { state: JSON.stringify(state) };
      await db
        .insertInto('moments')
        .values({ match_id: matchId, at, ...moment })
        .onConflict((conflict) => conflict.columns(['match_id', 'at']).doUpdateSet(moment))
        .execute();
      await db
        .deleteFrom('moments')
        .where('match_id', '=', matchId)
        .where('at', '<', at - KEPT_MOMENTS)
        .execute();
    },

    async stateAt(matchId, at) {
      const row = await db
        .selectFrom('moments')
        .select('state')
        .where('match_id', '=', matchId)
        .where('at', '<=', at)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && readJson<MatchState>(row.state, matchId, log);
    },

    async addNews(news) {
      if (news.length === 0) return;
      await db
        .insertInto('news')
        .values(
          news.map((item) => ({
            id: item.id,
            match_id: item.kind === 'roundup' ? null : item.matchId,
            at: item.at,
            news: JSON.stringify(item),
          })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async news(id) {
      const row = await db.selectFrom('news').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readJson<News | Roundup>(row.news, row.id, log);
    },

    async newsOf(matchId) {
      const rows = await db.selectFrom('news').selectAll().where('match_id', '=', matchId).execute();
      return rows.flatMap((row) => readJson<News>(row.news, row.id, log) ?? []);
    },

    async roundupsSince(since) {
      const rows = await db
        .selectFrom('news')
        .selectAll()
        .where('match_id', 'is', null)
        .where('at', '>=', since)
        .execute();
      const read = rows.flatMap((row) => readJson<News | Roundup>(row.news, row.id, log) ?? []);
      return read.filter((item) => item.kind === 'roundup');
    },

    async forget(matchId) {
      for (const table of ['match_states', 'news', 'moments'] as const)
        await db.deleteFrom(table).where('match_id', '=', matchId).execute();
    },

    async prune(before) {
      await db.deleteFrom('news').where('at', '<', before).execute();
      await db.deleteFrom('moments').where('at', '<', before).execute();
    },
  };
}
