import { findSeason, type Season, seasonOn } from '../src/facts/season.ts';
import type { NoTable, TableMoment, TableRequest } from '../src/facts/season-table.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { plain } from '../src/messages/escape.ts';
import { writtenDay, writtenSeason } from '../src/messages/stamp.ts';
import { seasonName } from '../src/messages/table-message.ts';
import { texts } from '../src/messages/texts.ts';
import type { Context } from './context.ts';
import { type Named, named } from './names.ts';

/** The table that a reader asked for, and the clubs to mark in it. */
export interface AskedTable {
  readonly request: TableRequest;
  readonly marked: readonly string[];
}

/**
 * The table that a reader means. What he leaves out is that of the match that matters; a day says its season by itself,
 * and a season alone means all of it.
 */
export async function askedTable(
  asked: { readonly competition?: string; readonly season?: string; readonly after?: string },
  context: Context,
): Promise<Named<AskedTable>> {
  const { tables, place, reader, now } = context;
  const say = texts(reader.locale);
  const usual = await tables.usual(place.server?.id, now);
  if (!usual) return { ok: false, problem: say.table.nothing };
  if (Object.keys(asked).length === 0) return { ok: true, found: { request: usual.request, marked: usual.clubs } };

  const competition = chosenCompetition(asked.competition, usual.request.competition, context);
  if (!competition.ok) return competition;
  const { value: id, label } = competition.found;
  const moment = asked.after === undefined ? undefined : momentOf(asked.after);
  if (asked.after !== undefined && !moment) return { ok: false, problem: say.table.notAMoment(plain(asked.after)) };

  const seasons = await tables.seasons(id, now);
  const own = id === usual.request.competition ? usual.request : undefined;
  const latest = seasons.at(-1)?.name ?? '';
  if (asked.season !== undefined) {
    const season = findSeason(asked.season, seasons);
    if (!season) return { ok: false, problem: noSeason(asked.season, seasons, label, context) };
    return request({ competition: id, season: season.name, moment: moment ?? { kind: 'latest' } });
  }
  if (moment?.kind === 'day') {
    const season = seasonOn(seasons, moment.day) ?? seasons[0];
    return request({ competition: id, season: season?.name ?? latest, moment });
  }
  return request({
    competition: id,
    season: own?.season ?? latest,
    moment: moment ?? own?.moment ?? { kind: 'latest' },
  });
}

function request(found: TableRequest): Named<AskedTable> {
  return { ok: true, found: { request: found, marked: [] } };
}

/** A number of games, or a day that exists; undefined for anything else. */
export function momentOf(typed: string): Exclude<TableMoment, { kind: 'latest' }> | undefined {
  const text = typed.trim();
  if (/^\d{1,3}$/.test(text)) return { kind: 'games', games: Number(text) };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return exists ? { kind: 'day', day: text } : undefined;
}

/** Why there is no table, in words for the reader. */
export function noTable(problem: NoTable, { competition, season, moment }: TableRequest, context: Context): string {
  const { locale } = context.reader;
  const { table } = texts(locale);
  const label = context.tables.competitions.find(({ value }) => value === competition)?.label ?? competition;
  const name = seasonName(label, season);
  switch (problem.reason) {
    case 'no-season':
      return noSeason(season, problem.seasons, label, context);
    case 'incomplete':
      return table.incomplete(name);
    case 'no-such-games':
      return table.noSuchGames(name, moment.kind === 'games' ? moment.games : 0, problem.most);
    case 'no-such-day': {
      const [day, first, last] = [moment.kind === 'day' ? moment.day : problem.last, problem.first, problem.last].map(
        (each) => writtenDay(each, locale),
      );
      return table.noSuchDay(name, day ?? '?', first ?? '?', last ?? '?');
    }
  }
}

/** That a season is not among those that are carried, and which are. */
export function noSeason(
  typed: string,
  seasons: readonly Season[],
  competition: string,
  { reader }: Pick<Context, 'reader'>,
): string {
  const { table } = texts(reader.locale);
  const [first, last] = [seasons[0], seasons.at(-1)];
  if (!first || !last) return table.nothing;
  return table.noSeason(plain(typed), plain(competition), writtenSeason(first.name), writtenSeason(last.name));
}

/** The seasons of a competition, the latest first; of the first competition where none is named yet. */
export async function seasonNames(
  typed: string | number | boolean | undefined,
  { tables, now }: Pick<Context, 'tables' | 'now'>,
): Promise<readonly NameCandidate[]> {
  const [first] = tables.competitions;
  const chosen = tables.competitions.find(({ value, label }) => value === typed || label === typed) ?? first;
  const seasons = chosen ? await tables.seasons(chosen.value, now) : [];
  return seasons.map(({ name }) => ({ value: name, label: writtenSeason(name) })).reverse();
}

function chosenCompetition(
  typed: string | undefined,
  usual: string,
  { tables, reader }: Context,
): Named<NameCandidate> {
  const { errors } = texts(reader.locale);
  const known = tables.competitions.find(({ value }) => value === usual);
  if (typed === undefined && known) return { ok: true, found: known };
  return named(typed ?? usual, tables.competitions, (...unknown) => errors.unknown('competition', ...unknown));
}
