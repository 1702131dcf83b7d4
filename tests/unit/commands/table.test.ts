import { expect, it } from 'vitest';
import { texts } from '../../../src/messages/texts.ts';
import { NOW, seat, seen } from '../../support/discord/context.ts';
import { buttonIds } from '../../support/discord/readable.ts';
import { derby, match } from '../../support/match/derby.ts';

/** Long after the derby, when every season is over. */
const YEARS_LATER = Date.UTC(2026, 10, 22, 12);
const title = (text: string) => text.split(':').slice(0, 2).join(':');

const WITHOUT_FILES = { place: { missing: ['attach'] } } as const;

it('/table shows the season of the match that matters as it is now, both clubs marked', async () => {
  const { ask } = await seat(WITHOUT_FILES);
  const text = seen(await ask('table'));
  expect(title(text)).toBe('publicly: Serie A 2021–22, results to 7 November 2021');
  expect(text).toMatch(/\n 2› Milan +12 \+15 {2}32\n 3› Inter /);
});

it('/table shows how it stood on the night of a match from the archive, before its end without it', async () => {
  const over = await seat({ now: YEARS_LATER });
  expect(title(seen(await over.ask('table')))).toBe('publicly: Serie A 2021–22, on 7 November 2021');
  const playing = await seat({ ...WITHOUT_FILES, now: YEARS_LATER, state: derby({ phase: 'second-half' }) });
  const text = seen(await playing.ask('table'));
  expect(title(text)).toBe('publicly: Serie A 2021–22, on 7 November 2021, before Milan v Inter');
  expect(text).toMatch(/\n 2› Milan +11 \+15 {2}31\n/);
});

it.each([
  [{ season: '2003/04' }, 'Serie A 2003–04, final table'],
  [{ season: '2022-23', after: '10' }, 'Serie A 2022–23, after 10 games each'],
  [{ after: ' 12 ' }, 'Serie A 2021–22, after 12 games each'],
  [{ after: '2006-07-25' }, 'Serie A 2005–06, on 25 July 2006'],
  [{ competition: 'campionato' }, 'Serie A 2021–22, on 7 November 2021'],
  [{ competition: 'serie-a', season: '2021-22', after: '2021-09-01' }, 'Serie A 2021–22, on 1 September 2021'],
])('/table shows what is asked for: %j', async (options, expected) => {
  const { ask } = await seat({ now: YEARS_LATER });
  expect(title(seen(await ask('table', options)))).toBe(`publicly: ${expected}`);
});

it.each([
  [
    { season: '1974-75' },
    "I don't have the season “1974-75”. My results of Serie A go from 1993–94 to 2025–26: choose one of those.",
  ],
  [
    { season: '@everyone' },
    "I don't have the season “＠everyone”. My results of Serie A go from 1993–94 to 2025–26: choose one of those.",
  ],
  [{ after: '39' }, 'Serie A 2021–22 has no table after 39 games each: choose 1 to 38.'],
  [{ after: '0' }, 'Serie A 2021–22 has no table after 0 games each: choose 1 to 38.'],
  [{ season: '1993-94', after: '35' }, 'Serie A 1993–94 has no table after 35 games each: choose 1 to 34.'],
  [
    { season: '2021-22', after: '2021-08-01' },
    'I have no table of Serie A 2021–22 on 1 August 2021: its results here go from 21 August 2021 to 22 May 2022.',
  ],
  [
    { after: '1980-01-01' },
    'I have no table of Serie A 1993–94 on 1 January 1980: its results here go from 29 August 1993 to 1 May 1994.',
  ],
  [
    { after: '2030-01-01' },
    'I have no table of Serie A 2025–26 on 1 January 2030: its results here go from 23 August 2025 to 24 May 2026.',
  ],
  [{ competition: 'Premier' }, "I don't know a competition called “Premier”. Start typing and pick one from the list."],
])('/table has a clear answer to what cannot be: %j', async (options, expected) => {
  const { ask } = await seat({ now: YEARS_LATER });
  expect(seen(await ask('table', options))).toBe(`privately: ${expected}`);
});

it.each(['twelve', '2021-02-30', '7/11/2021', '-3', '1.5', '2021', ''])(
  '/table does not guess at a moment from %j',
  async (after) => {
    const { ask } = await seat();
    const text = seen(await ask('table', { after }));
    expect(text).toMatch(/^privately: /);
    expect(text).toContain('neither a number of games nor a day');
  },
);

it('/table knows only what has been played', async () => {
  const { ask } = await seat();
  expect(seen(await ask('table', { after: '13' }))).toMatch(/choose 1 to 12\.$/);
  expect(seen(await ask('table', { season: '2022-23' }))).toMatch(/from 1993–94 to 2021–22/);
});

it('/table answers an Italian reader in Italian, and privately when asked to', async () => {
  const { ask } = await seat({ reader: { locale: 'it' } });
  const text = seen(await ask('table', { after: '12', private: true }));
  expect(title(text)).toBe('privately: Serie A 2021–22, dopo 12 partite a testa');
  expect(seen(await ask('table', { season: '1974-75' }))).toMatch(/^privately: Non ho la stagione «1974-75»/);
});

it('/table shows the latest season where there is no match, or one of a competition without results', async () => {
  const cup = { ...match, competition: { id: 'cup', name: 'Cup' } };
  for (const matches of [[], [cup]]) {
    const { ask } = await seat({ matches, now: YEARS_LATER });
    expect(title(seen(await ask('table')))).toBe('publicly: Serie A 2025–26, final table');
  }
});

it('/table says so when the season of the match that matters is not carried', async () => {
  const next = { ...match, season: '2026-27', kickOff: YEARS_LATER };
  const { ask } = await seat({ matches: [next], state: derby({ match: next }), now: YEARS_LATER });
  expect(seen(await ask('table'))).toMatch(/^privately: I don't have the season “2026-27”/);
});

it('/table suggests competitions, and seasons from the latest on', async () => {
  const { type } = await seat({ now: YEARS_LATER });
  expect(await type('table', 'competition', 'ser')).toEqual([{ name: 'Serie A', value: 'serie-a' }]);
  const seasons = await type('table', 'season', '');
  expect([seasons.length, seasons[0]]).toEqual([25, { name: '2025–26', value: '2025-26' }]);
  expect((await type('table', 'season', '1994'))[0]).toEqual({ name: '1994–95', value: '1994-95' });
});

it('/table says the same in words to whoever presses the button', async () => {
  const { press } = await seat();
  expect(seen(await press('table:words:serie-a:2021-22:12'))).toMatch(
    /^privately: Serie A 2021–22, after 12 games each\nNapoli 1st on 32 points: 10 won, 2 drawn, 0 lost/,
  );
  const before = seen(await press('table:words:serie-a:2021-22:2021-11-07:milan:inter'));
  expect(before).toMatch(/^privately: Serie A 2021–22, on 7 November 2021, before Milan v Inter\n/);
  expect(seen(await press('table:words:serie-a:2021-22'))).toMatch(/results to 7 November 2021\n/);
});

it('/table is a picture, with the same as text behind a button; text at once where Tifo may attach no files', async () => {
  const { ask, press } = await seat();
  const { message } = await ask('table');
  expect(message.picture?.alt).toContain('2 Milan 32 (12, +15, WWWWD)');
  expect(message.picture?.svg).toContain('>Salernitana<');
  const id = buttonIds(message)[0] ?? '';
  expect(id).toBe('table:text~milan~inter:serie-a:2021-22');
  expect(seen(await press(id))).toMatch(/^privately: Serie A 2021–22, .*\n 2› Milan +12 \+15 {2}32\n/s);
  const without = (await (await seat(WITHOUT_FILES)).ask('table')).message;
  expect([without.picture, without.embeds?.[0]?.image]).toEqual([undefined, undefined]);
});

it('/table shows how the leaders came to their points, in text where Tifo may attach no files', async () => {
  const { ask } = await seat({ now: YEARS_LATER });
  const { message } = await ask('table', { season: '2021-22', view: 'race' });
  expect(message.picture?.alt).toMatch(
    /: Milan: 86 points after 38 games; Inter: 84 .*; Lazio: 64 points after 38 games\.$/,
  );
  const own = (await ask('table', { view: 'race' })).message;
  expect(own.picture?.alt).toContain('Inter: 25 points after 12 games');
  const without = await seat({ ...WITHOUT_FILES, now: YEARS_LATER });
  const text = seen(await without.ask('table', { season: '2021-22', view: 'race', private: true }));
  expect(text).toMatch(
    /^privately: Points race, Serie A 2021–22, final table: .*\n- Milan: 86 points after 38 games\n/s,
  );
});

it.each([
  'table',
  'table:else',
  'table:words',
  'table:words:serie-a:1950-51',
  'table:words:serie-a:2021-22:x',
  'table:words:serie-a:2021-22:99',
])('/table has nothing behind a button that leads nowhere: %s', async (id) => {
  const { press } = await seat();
  expect(seen(await press(id))).toBe(`privately: ${texts('en').errors.buttonTooOld}`);
});

it('/h2h shows the balance in bars above its words, and the words alone where Tifo may attach no files', async () => {
  const options = { club: 'milan', opponent: 'inter' };
  const { message } = await (await seat()).ask('h2h', options);
  expect(message.picture?.alt).toContain('Milan won 18, Inter won 24, 15 drawn');
  const without = (await (await seat(WITHOUT_FILES)).ask('h2h', options)).message;
  expect([without.picture, without.embeds?.length]).toEqual([undefined, 1]);
  expect(without.embeds?.[0]?.description).toBe(message.embeds?.[0]?.description);
});

it('/h2h shows the meetings up to now of the two clubs named, however they are typed', async () => {
  const { ask } = await seat({ now: NOW });
  const text = seen(await ask('h2h', { club: 'nerazzurri', opponent: 'rossoneri' }));
  expect(text).toMatch(
    /^publicly: Inter v Milan in Serie A since 1993–94: 57 meetings, Inter won 24, Milan won 18, 15 drawn/,
  );
  expect(text).toContain('175 meetings, Inter won 67, Milan won 52, 56 drawn');
  expect(text).toContain('**The last 5 meetings**\n- Milan 1–1 Inter · 7 November 2021\n');
});

it('/h2h goes back as far as it is told, and keeps to a ground', async () => {
  const { ask } = await seat({ now: YEARS_LATER });
  const text = seen(await ask('h2h', { club: 'Inter', opponent: 'Milan', since: '1994/95', venue: 'home' }));
  expect(text).toMatch(/^publicly: Inter v Milan in Serie A since 1994–95, Inter at home: 32 meetings/);
  expect(text).not.toContain('known as totals only');
  expect((await ask('h2h', { club: 'Inter', opponent: 'Milan', private: true })).how).toBe('privately');
});

it.each([
  [{ club: 'Inter', opponent: 'internazionale' }, 'Inter cannot meet themselves. Choose two different clubs.'],
  [{ club: 'Intr Milano x', opponent: 'Milan' }, '“Intr Milano x”'],
  [{ club: 'Inter', opponent: 'Fiorexxx' }, "I don't know a club called “Fiorexxx”. Did you mean Fiorentina?"],
  [{ club: 'Frosinone', opponent: 'Bari' }, 'I have no meeting of Frosinone and Bari in Serie A since 1993–94.'],
  [{ club: 'Inter', opponent: 'Bari', since: '2015-16' }, 'Bari did not play there in that time.'],
  [{ club: 'Inter', opponent: 'Milan', since: '1980' }, 'My results of Serie A go from 1993–94 to 2025–26'],
])('/h2h has a clear answer to what cannot be: %j', async (options, part) => {
  const { ask } = await seat({ now: YEARS_LATER });
  const text = seen(await ask('h2h', options));
  expect(text).toMatch(/^privately: /);
  expect(text).toContain(part);
});

it('/h2h suggests clubs but the one already chosen, and seasons', async () => {
  const { type } = await seat({ now: YEARS_LATER });
  expect(await type('h2h', 'club', 'inter')).toContainEqual({ name: 'Inter', value: 'inter' });
  expect(await type('h2h', 'opponent', 'inter', { club: 'inter' })).not.toContainEqual({
    name: 'Inter',
    value: 'inter',
  });
  expect((await type('h2h', 'since', '2010'))[0]).toEqual({ name: '2010–11', value: '2010-11' });
});
