import { expect, it } from 'vitest';
import { meetings } from '../../../src/facts/meetings.ts';
import { seasonTable, type TableMoment } from '../../../src/facts/season-table.ts';
import { headToHeadMessage, type MeetingsView } from '../../../src/messages/head-to-head-message.ts';
import { type TableView, tableAsText, tableInWords, tableMessage } from '../../../src/messages/table-message.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { almanac } from '../../support/facts/almanac.ts';

const en = { locale: 'en' } as const;
const it_ = { locale: 'it' } as const;
const TODAY = '2026-11-22';
const clubNamed = (id: string) => almanac.clubs.find((club) => club.id === id);
const nameOf = (id: string) => clubNamed(id)?.name ?? id;
const shortNameOf = (id: string) => clubNamed(id)?.shortName ?? id;

function view(season: string, moment: TableMoment = { kind: 'latest' }, today = TODAY): TableView {
  const find = seasonTable(almanac, { competition: 'serie-a', season, moment }, today);
  if (!find.ok) throw new Error(find.reason);
  return { ...find.table, competitionName: 'Serie A', nameOf, shortNameOf, marked: [] };
}

function meetingsView(a: string, b: string, more: object = {}): MeetingsView {
  const found = meetings(almanac, { clubs: [a, b], ...more }, TODAY)!;
  return { ...found, nameOf, competitionNames: ['Serie A'] };
}

const block = (text: string) => text.split('```')[1]?.trim().split('\n') ?? [];
const night = { kind: 'day', day: '2021-11-07' } as const;

it('a table says who leads in its line, shows the whole league, and what its order rests on', () => {
  const message = tableAsText({ ...view('2021-22', night), marked: ['milan', 'inter'] }, en);
  const text = readable(message);
  expect(text.split('\n').slice(0, 6)).toEqual([
    'Serie A 2021–22, on 7 November 2021: Napoli 1st on 32 points, Milan 2nd on 32 points, Inter 3rd on 25 points',
    '```',
    '    Club           P  GD Pts',
    ' 1  Napoli        12 +20  32',
    ' 2› Milan         12 +15  32',
    ' 3› Inter         12 +16  25',
  ]);
  expect(block(text)).toHaveLength(21);
  expect(text.split('\n').slice(-3)).toEqual([
    '```',
    '-# Level on points while the season runs: goal difference, then goals scored.',
    '[In words]',
  ]);
});

it('a table reads as well in Italian, with its own heads', () => {
  const lines = readable(tableAsText(view('2021-22', { kind: 'games', games: 12 }), it_)).split('\n');
  expect(lines[0]).toBe(
    'Serie A 2021–22, dopo 12 partite a testa: Napoli 1º con 32 punti, Milan 2º con 32 punti, Inter 3º con 25 punti',
  );
  expect(lines.slice(2, 4)).toEqual(['    Squadra        G  DR  Pt', ' 1  Napoli        12 +20  32']);
});

it('a table names the clubs that it marks in its line, wherever they stand', () => {
  const { content } = tableMessage({ ...view('2021-22', night), marked: ['genoa'] }, en);
  expect(content).toMatch(/Inter 3rd on 25 points, Genoa 17th on 9 points$/);
});

it.each<[string, TableMoment, string | undefined, string, string]>([
  ['2021-22', { kind: 'latest' }, undefined, 'final table', 'classifica finale'],
  ['2021-22', { kind: 'latest' }, '2021-11-10', 'results to 7 November 2021', 'risultati fino al 7 novembre 2021'],
  ['2021-22', { kind: 'games', games: 1 }, undefined, 'after 1 game each', 'dopo 1 partita a testa'],
  ['2022-23', { kind: 'day', day: '2022-11-08' }, undefined, 'on 8 November 2022', "all'8 novembre 2022"],
  ['2022-23', { kind: 'day', day: '2022-10-01' }, undefined, 'on 1 October 2022', 'al 1º ottobre 2022'],
  [
    '2021-22',
    { ...night, without: { home: 'milan', away: 'inter' } },
    undefined,
    'on 7 November 2021, before Milan v Inter',
    'al 7 novembre 2021, prima di Milan–Inter',
  ],
])('a table of %s says of which moment it is: %j', (season, moment, today, english, italian) => {
  const title = (locale: 'en' | 'it') => tableMessage(view(season, moment, today), { locale }).content.split(':')[0];
  expect(title('en')).toBe(`Serie A ${season.replace('-', '–')}, ${english}`);
  expect(title('it')).toBe(`Serie A ${season.replace('-', '–')}, ${italian}`);
});

it('a table tells in footnotes what courts took away, and what a win was worth', () => {
  const calciopoli = readable(tableAsText(view('2005-06'), en));
  expect(calciopoli).toMatch(/\n20 {2}Juventus\* /);
  expect(calciopoli).toMatch(/\n 3 {2}Milan\* /);
  expect(calciopoli).toContain('\n\\* Juventus: placed last by ruling.\n');
  expect(calciopoli).toContain('\n\\* Milan: 30 points deducted.\n');
  expect(readable(tableAsText(view('2012-13'), it_))).toContain('Torino: 1 punto di penalizzazione.');
  expect(readable(tableAsText(view('1993-94'), it_))).toContain('-# Due punti per vittoria. A pari punti: ');
  expect(readable(tableAsText(view('2021-22'), en))).not.toContain('*');
});

it('a table fits a phone in any season, at its beginning and at its end', () => {
  for (const season of ['1993-94', '2001-02', '2005-06', '2010-11', '2014-15', '2025-26']) {
    for (const moment of [{ kind: 'latest' }, { kind: 'games', games: 1 }] as const) {
      for (const reader of [en, it_]) {
        const message = tableAsText(view(season, moment), reader);
        const table = block(readable(message));
        expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(28);
        // Nothing of it is cut, and no name either.
        expect(table.join()).not.toContain('…');
        expect(readable(message)).toContain('-# ');
        expect(discordProblems(message)).toEqual([]);
        expect(discordProblems(tableInWords(view(season, moment), reader))).toEqual([]);
      }
    }
  }
});

it('a table stays within a phone whatever clubs are called', () => {
  const shown = readable(tableAsText({ ...view('2005-06'), shortNameOf: () => 'Borussia `Mönchengladbach`' }, en));
  for (const line of block(shown)) expect(line.length).toBeLessThanOrEqual(28);
});

it('a table leads to itself in words, as it was', () => {
  const lead = (moment: TableMoment) => buttonIds(tableAsText(view('2021-22', moment), en));
  expect(lead({ kind: 'latest' })).toEqual(['table:words:serie-a:2021-22']);
  expect(lead({ kind: 'games', games: 12 })).toEqual(['table:words:serie-a:2021-22:12']);
  expect(lead({ ...night, without: { home: 'milan', away: 'inter' } })).toEqual([
    'table:words:serie-a:2021-22:2021-11-07:milan:inter',
  ]);
});

it('a table in words has a sentence for every club, with what the columns leave out', () => {
  const lines = readable(tableInWords(view('2021-22', { kind: 'games', games: 12 }), en)).split('\n');
  expect(lines).toHaveLength(21);
  expect(lines.slice(0, 2)).toEqual([
    'Serie A 2021–22, after 12 games each',
    'Napoli 1st on 32 points: 10 won, 2 drawn, 0 lost, goals 24–4; form: won, drawn, won, won, drawn',
  ]);
  const italian = readable(tableInWords(view('2021-22', { kind: 'games', games: 12 }), it_));
  expect(italian).toContain('Genoa 17º con 9 punti: 1 vinta, 6 pareggiate, 5 perse, gol 17–24; forma: ');
});

it('the meetings of two clubs read from the balance to what it rests on', () => {
  expect(readable(headToHeadMessage(meetingsView('inter', 'milan'), en)).split('\n')).toEqual([
    'Inter v Milan in Serie A since 1993–94: 66 meetings, Inter won 27, Milan won 23, 16 drawn, goals 97–88',
    'Counting those before 1993–94 too (118, known as totals only): 184 meetings, Inter won 70, Milan won 57, 57 drawn, goals 260–236.',
    '**Biggest wins**',
    '- Inter 5–1 Milan · 16 September 2023',
    '- Inter 0–6 Milan · 11 May 2001',
    '**The last 5 meetings**',
    '- Milan 1–0 Inter · 8 March 2026',
    '- Inter 0–1 Milan · 23 November 2025',
    '- Milan 1–1 Inter · 2 February 2025',
    '- Inter 1–2 Milan · 22 September 2024',
    '- Milan 1–2 Inter · 22 April 2024',
    '**Runs**',
    '- Milan unbeaten in the last 4, winning the last 2',
    '- Most wins in a row: Inter 4 (21 October 2018 to 9 February 2020); Milan 4 (23 November 2002 to 21 February 2004)',
    '- Longest unbeaten: Inter 10 (20 November 1994 to 13 March 1999); Milan 6 (23 November 2002 to 27 February 2005)',
    '-# Computed from all results to 24 May 2026.',
  ]);
});

it('the meetings of two clubs read as well in Italian, in the singular too', () => {
  const lines = (a: string, b: string, more = {}) =>
    readable(headToHeadMessage(meetingsView(a, b, more), it_)).split('\n');
  expect(lines('inter', 'milan')[0]).toBe(
    'Inter–Milan in Serie A dal 1993–94: 66 incontri, Inter 27 vittorie, Milan 23 vittorie, 16 pareggi, gol 97–88',
  );
  expect(lines('inter', 'milan')).toContain('- Milan: senza sconfitte da 4 incontri, con vittoria negli ultimi 2');
  expect(lines('milan', 'inter', { since: '2025-26', venue: 'home' })).toEqual([
    'Milan–Inter in Serie A dal 2025–26, Milan in casa: 1 incontro, Milan 1 vittoria, Inter 0 vittorie, 0 pareggi, gol 1–0',
    '**Vittorie più larghe**',
    '- Milan 1–0 Inter · 8 marzo 2026',
    "**L'ultimo incontro**",
    '- Milan 1–0 Inter · 8 marzo 2026',
    '-# Calcolato da tutti i risultati fino al 24 maggio 2026.',
  ]);
});

it('the meetings of two clubs mark what was awarded, and what is the latest of several', () => {
  const text = readable(headToHeadMessage(meetingsView('pescara', 'sassuolo'), en));
  expect(text).toContain('- Sassuolo 0–3 Pescara · 28 August 2016 · awarded');
  expect(text).toContain('One of them was awarded.');
  const roma = readable(headToHeadMessage(meetingsView('roma', 'hellas-verona', { since: '2019-20' }), en));
  expect(roma).toContain('- Hellas Verona 1–3 Roma · 31 October 2022 · the latest of 3 by this score');
});

it('the meetings of two clubs that never were say so, and who was not there', () => {
  const none = (more: object, reader: typeof en | typeof it_) =>
    readable(headToHeadMessage(meetingsView('frosinone', 'bari', more), reader));
  expect(none({}, en)).toBe('I have no meeting of Frosinone and Bari in Serie A since 1993–94.');
  expect(none({ since: '2024-25' }, en)).toBe(
    'I have no meeting of Frosinone and Bari in Serie A since 2024–25. Frosinone and Bari did not play there in that time.',
  );
  expect(none({ since: '2023-24' }, it_)).toBe(
    "Non ho nessun incontro fra il Frosinone e il Bari in Serie A dal 2023–24. In quel periodo non c'era il Bari.",
  );
});

it('the meetings of two clubs fit in a message for any two clubs', () => {
  const clubs = almanac.clubs.map(({ id }) => id).filter((_, index) => index % 9 === 0);
  for (const a of clubs)
    for (const b of clubs.filter((id) => id !== a))
      for (const reader of [en, it_])
        expect(discordProblems(headToHeadMessage(meetingsView(a, b), reader))).toEqual([]);
});
