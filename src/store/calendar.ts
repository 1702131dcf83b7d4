import type { CalendarEntry, CalendarStore } from '../live/calendar.ts';
import type { Engine } from './engine.ts';
import { readJson } from './json.ts';

export function calendarStore({ db, log }: Engine): CalendarStore {
  return {
    async of(matchId) {
      const rows = await db.selectFrom('calendar').selectAll().where('match_id', '=', matchId).execute();
      return rows.flatMap((row) => {
        const entry = readJson<CalendarEntry>(row.entry, `${row.guild_id} ${row.match_id}`, log);
        if (!entry) return [];
        return [
          {
            guildId: row.guild_id,
            matchId: row.match_id,
            ...(row.event_id !== null && { eventId: row.event_id }),
            entry,
            isSettled: row.settled === 1,
          },
        ];
      });
    },

    async openMatches() {
      const rows = await db.selectFrom('calendar').select('match_id').distinct().where('settled', '=', 0).execute();
      return rows.map(({ match_id }) => match_id);
    },

    async save({ guildId, matchId, eventId, entry, isSettled }) {
      const values = { event_id: eventId ?? null, entry: JSON.stringify(entry), settled: isSettled ? 1 : 0 };
      await db
        .insertInto('calendar')
        .values({ guild_id: guildId, match_id: matchId, ...values })
        .onConflict((conflict) => conflict.columns(['match_id', 'guild_id']).doUpdateSet(values))
        .execute();
    },
  };
}
