import { describe, expect, it } from 'vitest';
import type { WrittenFact } from '../../../src/facts/fact.ts';
import type { TableRow } from '../../../src/match/table.ts';
import { factListMessage } from '../../../src/messages/fact-list-message.ts';
import { factMessage } from '../../../src/messages/fact-message.ts';
import { fixturesMessage } from '../../../src/messages/fixtures-message.ts';
import { type FollowAnswer, followMessage } from '../../../src/messages/follow-message.ts';
import { followingMessage } from '../../../src/messages/following-message.ts';
import { helpMessage } from '../../../src/messages/help-message.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';
import { reportMessage, withReport } from '../../../src/messages/report-message.ts';
import { texts } from '../../../src/messages/texts.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { KICK_OFF, match } from '../../support/match/derby.ts';
import { HEARING } from '../../support/match/hearing.ts';

const en = { locale: 'en' } as const;
const it_ = { locale: 'it' } as const;

const fact: WrittenFact = {
  id: 'best-start',
  text: {
    en: "Milan's 32 points are their most after 12 games.",
    it: 'I 32 punti del Milan sono il suo massimo dopo 12 gare.',
  },
  scope: { en: 'Serie A, since 1994–95, this match included', it: 'Serie A, dal 1994–95, questa partita compresa' },
  source: 'opta',
  check: 'computed',
  asOf: '2021-11-07',
  matchId: match.id,
  about: { clubs: ['milan'], players: [], topics: ['records'] },
};

it('a fact says what it covers, who says so, how it was checked and as of when', () => {
  const message = factMessage(fact, en);
  expect(readable(message)).toBe(
    [
      "Milan's 32 points are their most after 12 games.",
      'Scope: Serie A, since 1994–95, this match included',
      'Opta, recomputed from results since 1993–94 · as of 7 November 2021',
      '[More facts]',
    ].join('\n'),
  );
  expect(buttonIds(message)).toEqual(['facts:match:2021-11-07-milan-inter']);
});

it.each<[Partial<WrittenFact>, string, string]>([
  [{ source: 'results' }, 'Computed from results since 1993–94', 'Calcolato dai risultati dal 1993–94 in poi'],
  [{ check: 'reported' }, 'Opta, as reported', 'Opta, come riportato'],
  [{ source: 'press', check: 'confirmed' }, 'Press, confirmed by match records', 'Stampa, confermato dai tabellini'],
  [
    { check: 'disputed', dispute: { en: 'one sheet prints 16', it: 'un tabellino riporta il 16' } },
    'Disputed: one sheet prints 16',
    'Controverso: un tabellino riporta il 16',
  ],
])('a fact tells how it is known: %o', (change, english, italian) => {
  expect(readable(factMessage({ ...fact, ...change }, en))).toContain(`\n${english} · as of`);
  expect(readable(factMessage({ ...fact, ...change }, it_))).toContain(`\n${italian} · al 7 novembre 2021`);
});

it('a list of facts turns its pages with buttons that remember what was asked', () => {
  const message = factListMessage(
    { facts: [fact], page: 1, pages: 3, about: { label: 'Inter', value: 'club:inter' } },
    en,
  );
  expect(message.content).toBe('Facts about Inter · page 1 of 3');
  expect(readable(message)).toContain('[Previous –] [Next]');
  expect(buttonIds(message)).toEqual(['facts:list:0:club:inter', 'facts:list:2:club:inter']);
  expect(buttonIds(factListMessage({ facts: [fact], page: 2, pages: 3 }, en))).toEqual([
    'facts:list:1',
    'facts:list:3',
  ]);
});

it('a list of facts of one page needs no buttons, and an empty one says so', () => {
  expect(buttonIds(factListMessage({ facts: [fact], page: 1, pages: 1 }, en))).toEqual([]);
  expect(
    readable(factListMessage({ facts: [], page: 1, pages: 0, about: { label: 'Inter', value: 'club:inter' } }, it_)),
  ).toBe('Non ho ancora curiosità su Inter.');
});

describe('the report', () => {
  const row = (rank: number, club: string, goalDifference: number, points: number): TableRow => ({
    rank,
    club,
    played: 12,
    won: 10,
    drawn: 2,
    lost: 0,
    goalsFor: 0,
    goalsAgainst: 0,
    goalDifference,
    points,
  });
  const table = [
    row(1, 'napoli', 20, 32),
    row(2, 'milan', 15, 32),
    row(3, 'roma', 5, 27),
    row(4, 'lazio', 0, 26),
    row(5, 'torino', -1, 26),
    row(6, 'inter', 14, 25),
  ];
  const report = {
    match,
    score: { home: 1, away: 1 },
    before: [],
    after: table,
    whatIf: {
      home: [row(1, 'milan', 16, 34), row(2, 'napoli', 20, 32), row(3, 'inter', 13, 24)],
      draw: table,
      away: [row(2, 'milan', 14, 31), row(3, 'inter', 15, 27)],
    },
    storylines: [fact],
    next: [{ home: 'Fiorentina', away: 'Milan', when: { day: '2021-11-20' }, round: 13 }],
    nameOf: (club: string) => club.toUpperCase(),
  };

  it('the report shows the table around both clubs, what else could have been, the storylines and what is next', () => {
    expect(readable(reportMessage(report, en))).toBe(
      [
        'Milan 1–1 Inter · what it means',
        '**After**',
        '```',
        '    Club           P  GD Pts',
        ' 1  NAPOLI        12 +20  32',
        ' 2› MILAN         12 +15  32',
        ' 3  ROMA          12  +5  27',
        ' …',
        ' 5  TORINO        12  −1  26',
        ' 6› INTER         12 +14  25',
        '```',
        '**What if**',
        'Had Milan won: Milan 1st on 34 points (2 clear), Inter 3rd on 24 points',
        'Had Inter won: Milan 2nd on 31 points, Inter 3rd on 27 points',
        '**Storylines**',
        "- Milan's 32 points are their most after 12 games.",
        '**Next**',
        '**Fiorentina v Milan** · 20 November 2021 · round 13',
      ].join('\n'),
    );
  });

  it('the report reads as well in Italian', () => {
    expect(readable(reportMessage(report, it_)).split('\n').slice(11, 14)).toEqual([
      '**E se…**',
      'Con una vittoria del Milan: Milan 1º con 34 punti (2 in più della seconda), Inter 3º con 24 punti',
      "Con una vittoria dell'Inter: Milan 2º con 31 punti, Inter 3º con 27 punti",
    ]);
  });

  it('the report stands in short beneath a final result: the table now, and no more than two storylines', () => {
    const result = noticeMessage('Final result: Milan 1–1 Inter');
    const storylines = ['a', 'b', 'c'].map((id) => ({ ...fact, id }));
    const message = withReport(result, { ...report, storylines }, en);
    expect(message.content).toBe(result.content);
    const [meaning] = message.embeds ?? [];
    expect(meaning?.title).toBe('What it means');
    expect(meaning?.description).toMatch(/^```[^`]*› MILAN[^`]*› INTER[^`]*```\n- .*\n- [^\n]*$/);
    expect(discordProblems(message)).toEqual([]);
    expect(withReport(result, { ...report, after: [], storylines: [] }, en)).toBe(result);
  });

  it('the report keeps its table within a phone, whatever a club is called', () => {
    const shown = readable(reportMessage({ ...report, nameOf: () => 'Borussia `Mönchengladbach`' }, en));
    const block = shown.split('```')[1]?.split('\n') ?? [];
    for (const line of block) expect(line.length).toBeLessThanOrEqual(28);
  });
});

it('the fixtures stand by their moment where it is known, else by their day', () => {
  const rows = [
    { home: 'Inter', away: 'Napoli', when: { kickOff: KICK_OFF }, competition: 'Serie A', round: 13 },
    { home: 'Venezia', away: 'Inter', when: { day: '2021-11-27' } },
  ];
  expect(readable(fixturesMessage({ club: 'Inter', asOf: KICK_OFF, rows }, it_))).toBe(
    [
      "Le partite dell'Inter dopo <t:1636314300:f>",
      '**Inter–Napoli** · <t:1636314300:f> · Serie A, 13ª giornata',
      '**Venezia–Inter** · 27 novembre 2021',
    ].join('\n'),
  );
  expect(fixturesMessage({ club: 'Inter', rows }, it_).content).toBe("Le prossime partite dell'Inter");
  expect(readable(fixturesMessage({ rows: [] }, en))).toBe('No fixture is known yet.');
});

describe('what is followed', () => {
  const late = { delayMs: 90_000, spoilers: 'hide' } as const;

  it('what is followed stands by channel, with what is paused, why, and what would help', () => {
    const message = followingMessage(
      {
        subscriptions: [
          { label: 'Milan', channelId: '10', hearing: { ...HEARING, ...late, pingRole: '7', thread: true } },
          { label: 'Inter', channelId: '11', hearing: { ...HEARING, locale: 'it', hears: ['goals', 'red-cards'] } },
          { label: 'Serie A', channelId: '10', hearing: { ...HEARING, hears: [] }, paused: 'no-permission' },
        ],
        schedules: [{ kind: 'fact', channelId: '12', time: '09:00', timeZone: 'Europe/Rome', nextRun: KICK_OFF }],
        sources: [
          { name: 'API-Football', lookEveryMs: 80_000, budget: { left: 63, ofDay: 100 } },
          { name: 'Opta', lookEveryMs: 600_000, problem: 'the folder\ncannot be read' },
        ],
      },
      en,
    );
    expect(readable(message)).toBe(
      [
        'What this server follows',
        '<#10>',
        '- Milan · English · 90 s late · spoilers hidden · a thread for each match · pings <@&7> for goals, kick-off and result',
        '- Serie A · English · results only · Paused: I was not allowed to write there. Give me Send Messages and Embed Links there, then use `/follow` once more.',
        '<#11>',
        '- Inter · Italiano · posts goals and red cards',
        '# Facts on a schedule',
        '<#12>: every day at 09:00 (Europe/Rome), next <t:1636314300:R>',
        '(Source: API-Football · a look every 80 s · 63 of 100 calls left today',
        'Source: Opta · a look every 10 min · not well: the folder cannot be read)',
      ].join('\n'),
    );
  });

  it('what is followed says how to begin where there is nothing yet', () => {
    expect(readable(followingMessage({ subscriptions: [], schedules: [], sources: [] }, it_))).toBe(
      'Qui non si segue ancora niente. Comincia con `/follow squadra:Milan`.',
    );
  });
});

describe('what comes of following', () => {
  const milan = { target: { kind: 'club', id: 'milan' }, name: 'Milan', outcome: { kind: 'added' } } as const;
  const serieA = {
    target: { kind: 'competition', id: 'serie-a' },
    name: 'Serie A',
    outcome: { kind: 'added' },
  } as const;
  const nothingElse = { channelId: '10', live: [], missing: [], roleIsMuted: false } as const;
  const hearing = { ...HEARING, delayMs: 30_000, spoilers: 'hide', thread: true, pingRole: '7' } as const;

  it('what comes of following reads as well in Italian', () => {
    const answer: FollowAnswer = {
      ...nothingElse,
      followed: [{ ...milan, hearing }],
      live: [match],
      missing: ['threads', 'pin', 'events', 'mention'],
      roleIsMuted: true,
    };
    expect(followMessage(answer, it_).content.split('\n')).toEqual([
      'Da ora <#10> segue **il Milan**.',
      "Pubblico i gol, i rigori sbagliati, le espulsioni, il calcio d'inizio e le pause, le formazioni e una scheda in diretta. Risultati, rinvii, annullamenti e sospensioni definitive arrivano sempre.",
      'English · 30 s di ritardo · spoiler nascosti · un thread per ogni partita · menziona <@&7> per gol, inizio e risultato. Un gol annullato entro il ritardo non si vede mai. I punteggi restano coperti finché qualcuno non chiede di vederli.',
      'Milan–Inter si sta giocando: da qui in poi arriva quello che succede.',
      'Niente thread finché qui non ho **Crea thread pubblici**: fino ad allora pubblico nel canale.',
      'La scheda in diretta non viene fissata finché qui non ho **Fissa messaggi**.',
      'Le partite non compaiono fra gli eventi del server finché non ho **Crea eventi**.',
      '<@&7> potrebbe non ricevere la notifica: nelle impostazioni del ruolo permetti a tutti di menzionarlo, o dammi **Menziona @everyone, @here e tutti i ruoli**.',
    ]);
  });

  it('what comes of following is explained once for what is heard alike, and for each where it is not', () => {
    const lines = (second: typeof hearing | typeof HEARING) =>
      followMessage(
        {
          ...nothingElse,
          followed: [
            { ...milan, hearing },
            { ...serieA, hearing: second },
          ],
        },
        en,
      )
        .content.split('\n')
        .map((line) => line.slice(0, 13));
    expect(lines(hearing)).toEqual(['Now following', 'Now following', 'I post goals,', 'English · 30 ']);
    expect(lines(HEARING)).toEqual([
      ...['Now following', 'I post goals,', 'English · 30 '],
      ...['Now following', 'I post goals,', 'English'],
    ]);
  });

  it('what comes of following fits in a message whatever names and ids are like, and every menu has its own id', () => {
    const id = 'x'.repeat(60);
    const named = (kind: 'club' | 'competition' | 'match') => ({
      ...{ target: { kind, id }, name: '**@everyone** `'.repeat(9), hearing },
      outcome: { kind: 'resumed', why: 'no-permission' } as const,
    });
    for (const view of [en, it_]) {
      const followed = [named('club'), named('competition'), named('match')];
      const answer = {
        ...nothingElse,
        followed,
        missing: ['threads', 'pin', 'events', 'mention'] as const,
        roleIsMuted: true,
      };
      const message = followMessage(answer, view);
      expect(discordProblems(message)).toEqual([]);
      expect(buttonIds(message)).toEqual([
        ...['club', 'competition', 'match'].map((kind) => `follow:hears:${kind}:${id}`),
        `follow:quiet:club:${id}`,
      ]);
    }
  });

  it.each(['en', 'it'] as const)(
    'what comes of following is said in whole sentences in %s, whichever news are chosen',
    (locale) => {
      const { hearing: say, replay, follow } = texts(locale);
      const groups = Object.values(say.groups);
      expect(new Set(groups.flatMap((group) => Object.values(group))).size).toBeGreaterThan(groups.length * 2);
      for (const group of groups) {
        expect(group.label.length).toBeLessThanOrEqual(100);
        expect(group.what.length).toBeLessThanOrEqual(100);
      }
      const said = [
        ...[[], ['goals'], HEARING.hears].flatMap((hears) => [say.posts(hears as []), say.news(hears as [])]),
        ...[say.noThreads(['threads', 'send-in-threads']), say.noPin(['pin']), say.noEvents(['events'])],
        ...[say.noPing('<@&7>', ['mention']), say.choose('Milan'), say.late(5), say.pings('<@&7>')],
        ...[1, 60].map((speed) => replay.started('M v I', speed, '<#1>')),
        ...[{ left: 1, ofDay: 100 }, undefined].map((budget) => follow.source('Opta', '80 s', budget)),
      ];
      for (const sentence of said) {
        expect(sentence).toMatch(/^\S(.*\S)?$/s);
        expect(sentence).not.toMatch(/undefined|\bnull\b|NaN|\[object|\s\s|\s[,.:]/);
      }
    },
  );
});

it('the help names every command', () => {
  for (const view of [en, it_]) {
    const help = readable(helpMessage(view));
    for (const command of [
      'score',
      'timeline',
      'lineups',
      'report',
      'fixtures',
      'table',
      'h2h',
      'replay',
      'follow',
      'unfollow',
      'following',
    ]) {
      expect(help).toContain(`\`/${command}\``);
    }
    for (const subcommand of ['next', 'about', 'list', 'schedule', 'stop'])
      expect(help).toContain(`\`/facts ${subcommand}\``);
  }
});

it('a notice is its line alone', () => {
  expect(noticeMessage('Done.')).toEqual({ content: 'Done.', allowed_mentions: { parse: [] } });
});
