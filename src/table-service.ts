import type { TableService } from '../commands/services.ts';
import type { Almanac } from './facts/load-almanac.ts';
import { meetings } from './facts/meetings.ts';
import { namesOf } from './facts/names.ts';
import { pointsOver } from './facts/points-over.ts';
import { seasonsOf } from './facts/season.ts';
import { seasonTable } from './facts/season-table.ts';
import { usualTable } from './facts/usual-table.ts';
import { upToDay } from './match/table.ts';
import type { MatchesNow } from './matches-now.ts';

/** Answers what is asked of the results that are carried. */
export function tableService(almanac: Almanac, { current, state }: MatchesNow): TableService {
  const { competitions, results } = almanac;
  const names = namesOf(almanac);
  return {
    competitions: competitions
      .filter(({ id }) => results.some(({ competition }) => competition === id))
      .map(({ id, name, aliases }) => ({ value: id, label: name, aliases })),
    seasons: async (competition, at) => seasonsOf(upToDay(almanac.results, names.today(competition, at)), competition),
    async usual(serverId, at) {
      const match = await current(serverId);
      const phase = match && (await state(match.id))?.snapshot.phase;
      const hasResult = phase === 'full-time' || phase === 'awarded';
      const request = usualTable(almanac, match && { match, hasResult }, at);
      return request && { request, clubs: match ? [match.home.id, match.away.id] : [] };
    },
    async table(request, at) {
      const find = seasonTable(almanac, request, names.today(request.competition, at));
      if (!find.ok) return find;
      const competitionName = names.competition(request.competition);
      return { ok: true, table: { ...find.table, competitionName, nameOf: names.club, shortNameOf: names.shortClub } };
    },
    pointsOver: (table, clubs) => pointsOver(almanac, table, clubs),
    async meetings(request, at) {
      const found = meetings(almanac, request, names.today(competitions[0]?.id, at));
      return found && { ...found, nameOf: names.club, competitionNames: found.competitions.map(names.competition) };
    },
  };
}
