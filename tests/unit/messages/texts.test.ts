import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/locale.ts';
import { plain } from '../../../src/messages/escape.ts';
import { withArticle } from '../../../src/messages/texts/italian.ts';
import { texts } from '../../../src/messages/texts.ts';

/** The same in both languages because football, Discord or the name itself says it so. */
const SHARED = new Set(['VAR', 'Quiz']);

/** Every path to a text in a catalogue, with what stands there. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, text: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

describe('the catalogues', () => {
  const paths = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      leaves(texts(locale))
        .map(([path]) => path)
        .sort(),
    ]),
  );

  it('the catalogues say the same things in every language', () => {
    expect(paths['it']).toEqual(paths['en']);
    expect(paths['en']?.length).toBeGreaterThan(100);
  });

  it('the catalogues leave no text empty, untrimmed or with something left to fill in', () => {
    for (const locale of LOCALES) {
      for (const [path, text] of leaves(texts(locale))) {
        if (typeof text === 'function') continue;
        expect(text, path).toMatch(/^\S(.*\S)?$/s);
        expect(text, path).not.toMatch(/undefined|\bnull\b|\$\{|\{\w*\}|TODO|\[object/);
      }
    }
  });

  it('the catalogues are not the same words twice', () => {
    const italian = new Map(leaves(texts('it')));
    const same = leaves(texts('en')).filter(([path, text]) => {
      const isCommand = path.startsWith('help.groups') && path.endsWith('.0');
      return typeof text === 'string' && !isCommand && italian.get(path) === text && !SHARED.has(text);
    });
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

describe('every sentence', () => {
  const milan = plain('Milan');
  const inter = plain('Inter');
  const nobody = undefined;

  /** Every text that takes something, with what it may be given: known and unknown. */
  function sentences(locale: (typeof LOCALES)[number]): readonly string[] {
    const {
      match,
      phaseNews,
      status,
      event,
      disallowed,
      roundup,
      covered,
      thread,
      shootOut,
      card,
      timeline,
      lineups,
      report,
      fixtures,
      ...service
    } = texts(locale);
    const { facts, follow, schedule, errors, table, headToHead } = service;
    const meetings = (count: number) => ({
      ...({ clubs: [milan, inter], played: count, won: [count, 0], drawn: count, goals: [count, 0] } as const),
    });
    const runs = [{ club: milan, games: 3, from: '1 May 2001', to: '8 May 2002' }];
    const record = { won: 1, drawn: 0, lost: 2, goals: '3–1' };
    const players = [plain('Leão'), nobody];
    const minutes = ["67'", nobody];
    const reasons = ['channel-gone', 'server-gone', 'no-access', 'no-permission', 'refused'] as const;
    const targets = (['club', 'competition', 'match'] as const).map((kind) => ({ kind, label: inter }));
    const chances = ['woodwork', 'saved', 'cleared', 'blocked', 'wide'] as const;
    return [
      match.versus(milan, inter),
      match.round(12),
      ...minutes.flatMap((minute) => [
        ...Object.values(phaseNews).map((say) => say({ fixture: 'M v I', line: 'M 1–1 I', minute, ending: minute })),
        ...Object.values(status).map((say) => say(minute)),
        ...players.flatMap((scorer) => [
          ...[true, false].map((byVar) => disallowed.post('M 0–0 I', { club: milan, scorer, minute }, byVar)),
          disallowed.reinstated('M 1–0 I', { club: milan, scorer, minute }),
        ]),
      ]),
      ...players.flatMap((player) => [
        event.goal('M 1–0 I', milan, player),
        ...(['saved', 'woodwork', 'wide', nobody] as const).flatMap((outcome) =>
          players.map((keeper) => event.missedPenalty({ club: inter, player }, outcome, keeper)),
        ),
        ...players.flatMap((other) => [event.penaltyAwarded(inter, player, other), event.swap(player, other)]),
        ...(['yellow', 'second-yellow', 'red'] as const).map((colour) => event.card({ club: milan, player }, colour)),
        ...chances.flatMap((outcome) => players.map((by) => event.chance({ club: milan, player }, outcome, by))),
        ...chances.map((outcome) => event.rebound(plain('Kessié'), outcome)),
        ...(
          [
            'goal-confirmed',
            'goal-cancelled',
            'penalty-confirmed',
            'penalty-given',
            'penalty-cancelled',
            'card-upgraded',
            'card-cancelled',
          ] as const
        ).map((decision) => event.varDecision({ club: inter, player }, decision)),
        ...[true, false].map((scored) => event.shootOutKick({ club: inter, player }, scored)),
      ]),
      ...[1, 3].map((count) => event.substitutions(milan, count)),
      ...[true, false].flatMap((byVar) => [disallowed.title(byVar), disallowed.takenBack(byVar)]),
      ...[roundup.away('M v I'), roundup.silent('M v I'), roundup.now('M 1–1 I'), covered.news('M v I')],
      ...[1, 2, 30].map(roundup.together),
      ...[thread.opener('M v I', '<t:0:f>'), thread.name('M', 'I', 'S 12')],
      ...[card.silent, card.silentSince, card.back].map((say) => say('<t:0:t>')),
      shootOut.won(milan, '4–3'),
      shootOut.level('1–1'),
      ...[card.halfTime('1–1'), card.kicksOff('<t:0:f>'), card.wasDue('<t:0:f>'), card.heard('<t:0:R>')],
      ...[
        timeline.title('M 1–1 I'),
        lineups.title('M v I'),
        lineups.out('M v I'),
        lineups.coach(plain('Pioli')),
        report.title('M 1–1 I'),
      ],
      ...[report.won(inter), report.place(milan, 1, 1), report.place(milan, 2, 32)],
      ...[milan, nobody].flatMap((club) => [
        fixtures.title(club),
        fixtures.cameNext(club, '<t:0:f>'),
        fixtures.none(club),
        facts.title(club),
        facts.none(club),
      ]),
      ...[facts.page(1, 3), facts.scope(plain('Serie A')), facts.asOf('7 November 2021')],
      ...(['results', 'match-records', 'opta', 'press'] as const).flatMap((source) =>
        (['computed', 'confirmed', 'reported', 'disputed'] as const).map((check) => facts.check(source, check, nobody)),
      ),
      ...targets.flatMap((what) => [
        ...[follow.added, follow.already, follow.stopped, follow.nothingToStop].map((say) => say(what, '<#1>')),
        ...[...reasons, nobody].map((why) => follow.resumed(what, '<#1>', why)),
      ]),
      ...reasons.map((reason) => follow.paused(reason, '`/follow`')),
      ...[schedule.set, schedule.replaced].map((say) => say('<#1>', '09:00', plain('Europe/Rome'), '<t:0:F>')),
      ...[schedule.stopped('<#1>'), schedule.nothingToStop('<#1>')],
      ...['<t:0:R>', nobody].flatMap((next) =>
        ['09:00', nobody].map((time) => schedule.line(time, plain('Europe/Rome'), next)),
      ),
      ...[[], [milan], [milan, inter]].flatMap((suggestions) => [
        errors.unknownZone(plain('Roma'), suggestions),
        ...(['match', 'club', 'competition', 'subject'] as const).map((what) =>
          errors.unknown(what, plain('milann'), suggestions),
        ),
      ]),
      ...[errors.noReport('M v I'), errors.noTable('M v I'), errors.impossibleTime(plain('25:00'))],
      ...[{}, { time: '09:00' }, { timeZone: 'UTC' }].map((has) => errors.incompleteSchedule('/facts schedule', has)),
      errors.misfit(plain('seconds')),
      ...[0, 1, 12].flatMap((count) => [
        ...[table.afterGames(count), table.deducted(milan, count), table.noSuchGames('S 21', count, 38)],
        ...[headToHead.balance(meetings(count)), headToHead.everything('1993', count, 'x'), headToHead.last(count)],
        ...[headToHead.awardedAmong(count), headToHead.latestOf(count), headToHead.allDrawn(count)],
        ...[0, 1, 12].map((won) => headToHead.unbeaten(milan, 12, won)),
      ]),
      ...['1 May 2001', '8 May 2001', '11 May 2001', '12 May 2001'].flatMap((day) => [
        ...[table.onDay(day), table.beforeMatch(day, 'M v I'), table.resultsTo(day), headToHead.resultsTo(day)],
        table.noSuchDay('S 21', day, day, day),
      ]),
      ...[table.title('S 21', table.finalTable), table.resultsTo(nobody), table.placedLast(milan)],
      ...(['running', 'final'] as const).map((stage) => table.tieBreaks(['goal difference', 'goals scored'], stage)),
      ...['won, lost', nobody].map((form) => table.record({ ...record, form })),
      ...[table.notAMoment(milan), table.noSeason(milan, milan, '1993', '2025'), table.incomplete('S 21')],
      ...[headToHead.title(milan, inter), headToHead.sameClub(inter)],
      ...[headToHead.longestWinning(runs), headToHead.longestUnbeaten([...runs, ...runs])],
      ...[[], [inter], [milan, inter]].map((absent) => headToHead.none(milan, inter, 'in Serie A', absent)),
      ...([nobody, 'home', 'away'] as const).map((where) =>
        headToHead.scope([plain('Serie A')], '1993–94', where && { where, club: milan }),
      ),
      ...[['view'], ['view', 'send', 'embed']].map((missing) =>
        errors.botLacks(missing as ('view' | 'send' | 'embed')[], '<#1>'),
      ),
    ];
  }

  it.each(LOCALES)('every sentence in %s is whole, whatever is known and whatever is not', (locale) => {
    for (const sentence of sentences(locale)) {
      expect(sentence).toMatch(/^\S(.*\S)?$/s);
      expect(sentence).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|\s\s|\s[,.:]| \)/);
    }
  });

  it('every sentence says what to type, and what to grant', () => {
    const { errors, schedule } = texts('en');
    expect(errors.unknown('club', plain('milann'), [milan, inter])).toBe(
      "I don't know a club called “milann”. Did you mean Milan or Inter?",
    );
    expect(errors.botLacks(['send', 'embed'], '<#1>')).toBe(
      "I need **Send Messages** and **Embed Links** in <#1>. Grant them in the channel's permissions, then try again.",
    );
    expect(schedule.set('<#1>', '09:00', plain('Europe/Rome'), '<t:0:F>')).toBe(
      'A fact a day in <#1> at 09:00 (Europe/Rome). The first one comes <t:0:F>.',
    );
    expect(texts('it').errors.unknown('subject', plain('Calhanoglou'), [plain('Çalhanoğlu')])).toBe(
      'Non conosco nessun giocatore, squadra o tema di nome «Calhanoglou». Forse Çalhanoğlu?',
    );
  });
});

it.each([
  ['Milan', 'il Milan', 'del Milan'],
  ['Inter', "l'Inter", "dell'Inter"],
  ['Juventus', 'la Juventus', 'della Juventus'],
  ['Roma', 'la Roma', 'della Roma'],
  ['Romania FC', 'il Romania FC', 'del Romania FC'],
  ['Fiorentina', 'la Fiorentina', 'della Fiorentina'],
  ['Salernitana', 'la Salernitana', 'della Salernitana'],
  ['Cremonese', 'la Cremonese', 'della Cremonese'],
  ['Reggina', 'la Reggina', 'della Reggina'],
  ['Spezia', 'lo Spezia', 'dello Spezia'],
  ['Sassuolo', 'il Sassuolo', 'del Sassuolo'],
  ['Atalanta', "l'Atalanta", "dell'Atalanta"],
  ['Verona', 'il Verona', 'del Verona'],
  ['Hellas Verona', "l'Hellas Verona", "dell'Hellas Verona"],
  ['Messina', 'il Messina', 'del Messina'],
  ['Chievo', 'il Chievo', 'del Chievo'],
])('an Italian article fits its club: %s', (club, alone, of) => {
  expect(withArticle('il', plain(club))).toBe(alone);
  expect(withArticle('di', plain(club))).toBe(of);
});

it('an Italian article goes with its preposition', () => {
  expect(withArticle('a', plain('Inter'))).toBe("all'Inter");
  expect(withArticle('per', plain('Spezia'))).toBe('per lo Spezia');
});
