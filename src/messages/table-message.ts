import type { APIEmbed } from 'discord-api-types/v10';
import type { PointsOver } from '../facts/points-over.ts';
import type { SeasonTable, TableRequest } from '../facts/season-table.ts';
import type { TableRow } from '../match/table.ts';
import { SETTLED } from './colour.ts';
import { type Button, compose } from './compose.ts';
import { type Plain, plain } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { racePicture, racerLines } from './race-picture.ts';
import { writtenDay, writtenSeason } from './stamp.ts';
import { standings } from './standings.ts';
import { tablePicture } from './table-picture.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';
import { withoutPicture } from './without-picture.ts';

/** A season's table with names to it. */
export interface TableView extends SeasonTable {
  readonly competitionName: string;
  /** A club's name for its id. */
  readonly nameOf: (club: string) => string;
  /** The same for narrow tables. */
  readonly shortNameOf: (club: string) => string;
  /** The clubs that the reader has most to do with, by their ids. */
  readonly marked: readonly string[];
}

const LEADERS = 3;

/** The whole league in one message: who leads in its line, everybody in a picture, and what the order rests on. */
export function tableMessage(view: TableView, reader: View): MessageBody {
  const say = texts(reader.locale);
  const { embed, buttons } = tableParts(view, say);
  const asText = textButton(view, say);
  const footnotes = [...rulingNotes(view, say), orderOf(view, say)];
  return compose({
    content: tableLine(view, reader, say),
    embed: { description: footnotes.map((line) => `-# ${line}`).join('\n'), color: SETTLED },
    buttons: [asText, ...buttons],
    picture: tablePicture(view, momentOf(view, reader.locale, say), say),
    withoutPicture: { embed, buttons },
  });
}

/** The same with everybody in a code block. */
export function tableAsText(view: TableView, reader: View): MessageBody {
  return withoutPicture(tableMessage(view, reader));
}

/** Who leads, and where the marked clubs stand: complete in itself. */
function tableLine(view: TableView, reader: View, say: Texts): string {
  const places = view.rows.filter(({ club }, index) => index < LEADERS || view.marked.includes(club));
  return `${tableTitle(view, reader, say)}: ${places.map((row) => placeOf(row, view, say)).join(', ')}`;
}

function tableParts(view: TableView, say: Texts): { readonly embed: APIEmbed; readonly buttons: readonly Button[] } {
  const embed = {
    description: [
      standings(view, view.marked, view.shortNameOf, say),
      ...rulingNotes(view, say),
      `-# ${orderOf(view, say)}`,
    ].join('\n'),
    color: SETTLED,
  };
  return { embed, buttons: [wordsButton(view, say)] };
}

function wordsButton(view: TableView, say: Texts): Button {
  return { id: ['table', 'words', ...tableAddress(view)].join(':'), label: say.table.inWords };
}

/** What the order rests on. */
function orderOf({ rules, stage }: TableView, { table }: Texts): string {
  return [rules.pointsForWin === 2 && table.twoPoints, table.tieBreaks(rules.tieBreaks, stage)]
    .filter(Boolean)
    .join(' ');
}

/** The points of some clubs over the games they played, in a picture, and where they stand. */
export function pointsRaceMessage(view: TableView, racers: readonly PointsOver[], reader: View): MessageBody {
  const say = texts(reader.locale);
  const moment = momentOf(view, reader.locale, say);
  const lines = racerLines(racers, view, say);
  // A line that falls at its end is one that a court took points from.
  const notes = rulingNotes(view, say).map((line) => `-# ${line}`);
  const embedOf = (said: readonly string[]) => ({ description: said.join('\n'), color: SETTLED });
  const asText = textButton(view, say);
  const buttons = [asText, wordsButton(view, say)];
  return compose({
    content: `${say.picture.race}, ${tableLine(view, reader, say)}`,
    ...(notes.length > 0 && { embed: embedOf(notes) }),
    buttons,
    picture: racePicture(view, racers, moment, say),
    withoutPicture: { embed: embedOf([...lines.map((each) => `- ${plain(each, RACER)}`), ...notes]), buttons },
  });
}

/** As long as a racer's line comes to be. */
const RACER = 120;

/** The same table club by club in sentences, for those to whom columns say nothing; with more in it than a phone's columns hold. */
export function tableInWords(view: TableView, reader: View): MessageBody {
  const say = texts(reader.locale);
  const lines = view.rows.map((row) => {
    const { won, drawn, lost, goalsFor, goalsAgainst } = row;
    const form = row.form.map((outcome) => say.table.words[outcome]).join(', ');
    const record = { won, drawn, lost, goals: `${goalsFor}–${goalsAgainst}`, form: form || undefined };
    return `${placeOf(row, view, say)}: ${say.table.record(record)}`;
  });
  return compose({
    content: tableTitle(view, reader, say),
    embed: { description: [...lines, ...rulingLines(view, say)].join('\n'), color: SETTLED },
  });
}

/** Leads to the same table in columns, the same clubs marked where their names find room. */
function textButton(view: TableView, say: Texts): Button {
  const leadingTo = (what: string) => ['table', what, ...tableAddress(view)].join(':');
  const marked = leadingTo(['text', ...view.marked].join('~'));
  return { id: marked.length <= LIMITS.customId ? marked : leadingTo('text'), label: say.picture.asText };
}

/** A request as the end of a custom id, and back. */
export function tableAddress({ competition, season, moment }: TableRequest): readonly string[] {
  switch (moment.kind) {
    case 'latest':
      return [competition, season];
    case 'games':
      return [competition, season, String(moment.games)];
    case 'day': {
      const { day, without } = moment;
      return [competition, season, day, ...(without ? [without.home, without.away] : [])];
    }
  }
}

function tableTitle(view: TableView, { locale }: View, say: Texts): string {
  return say.table.title(seasonName(view.competitionName, view.season), momentOf(view, locale, say));
}

/** `Serie A 2021–22`. */
export function seasonName(competition: string, season: string): string {
  return `${plain(competition)} ${writtenSeason(season)}`;
}

function momentOf(
  { moment, stage, lastDay, nameOf }: TableView,
  locale: View['locale'],
  { table, match }: Texts,
): string {
  switch (moment.kind) {
    case 'games':
      return table.afterGames(moment.games);
    case 'day': {
      const day = writtenDay(moment.day, locale);
      const { without } = moment;
      if (!without) return table.onDay(day);
      return table.beforeMatch(day, match.versus(plain(nameOf(without.home)), plain(nameOf(without.away))));
    }
    case 'latest':
      if (stage === 'final') return table.finalTable;
      return table.resultsTo(lastDay === undefined ? undefined : writtenDay(lastDay, locale));
  }
}

function placeOf({ club, rank, points }: TableRow, { nameOf }: TableView, { report }: Texts): string {
  return report.place(name(club, nameOf), rank, points);
}

function rulingNotes(view: TableView, say: Texts): readonly string[] {
  return rulingLines(view, say).map((line) => `\\* ${line}`);
}

function rulingLines({ rules, nameOf }: TableView, { table }: Texts): readonly string[] {
  return rules.rulings.map((ruling) =>
    'points' in ruling
      ? table.deducted(name(ruling.club, nameOf), ruling.points)
      : table.placedLast(name(ruling.club, nameOf)),
  );
}

function name(club: string, nameOf: (club: string) => string): Plain {
  return plain(nameOf(club));
}
