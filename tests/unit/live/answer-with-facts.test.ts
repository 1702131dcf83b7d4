import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersTo } from '../../../src/facts/choose-answer.ts';
import type { WrittenFact } from '../../../src/facts/fact.ts';
import type { Answering } from '../../../src/facts/occasion.ts';
import { writtenFacts } from '../../../src/facts/written-facts.ts';
import { recordLooks } from '../../../src/live/record-looks.ts';
import { SILENT } from '../../../src/log.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import { NEWS_GROUPS, type NewsGroup } from '../../../src/match/news.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { cases } from '../../support/cases.ts';
import type { Message } from '../../support/live/channels.ts';
import { type Facts, Newsroom } from '../../support/live/newsroom.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';
import { noisyMatch } from '../../support/match/noisy-feed.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const fact = (id: string, ...answers: readonly Answering[]): WrittenFact => ({
  ...{ id, text: { en: `Fact ${id}`, it: `Fatto ${id}` }, scope: { en: id, it: id }, source: 'press' },
  ...{ check: 'reported', asOf: '2021-11-07', matchId: MATCH.id, answers },
  about: { clubs: [], players: [], topics: [] },
});

const FACTS = [
  fact('before-1', { on: 'kick-off' }, { on: 'half-time' }),
  fact('before-2', { on: 'kick-off' }, { on: 'half-time' }),
  fact('calhanoglu', { on: 'goal', player: 'Çalhanoğlu' }),
  fact('goal', { on: 'goal' }),
  fact('red', { on: 'red-card' }),
  fact('table', { on: 'full-time' }),
  fact('draw', { on: 'draw' }),
  fact('end', { on: 'result' }),
];

function factsOf(facts: readonly WrittenFact[]): Facts {
  const own = writtenFacts(facts, { clubs: [], topics: [] });
  const almanac = { facts: own, results: [], competitions: [] };
  return { answersTo: answersTo({ almanac, engine: { found: () => [] }, log: SILENT }), byId: own.byId };
}

let room: Newsroom;

beforeEach(async () => {
  room = await Newsroom.open(15_000, factsOf(FACTS));
});

afterEach(() => room.close());

const at = (minutes: number, phase: Phase, events: readonly MatchEvent[] = [], more: Partial<Snapshot> = {}) =>
  look(phase, events, { at: MATCH.kickOff + minutes * MINUTE, ...more });
const PENALTY = goal(11, 'away', 'Çalhanoğlu', { manner: 'penalty' });
const EQUALISER = goal(17, 'home', 'de Vrij', { manner: 'own-goal' });
const var12: MatchEvent = { kind: 'var-decision', decision: 'goal-cancelled', side: 'away', minute: { base: 12 } };

const factsIn = (channelId: string) =>
  room.channels.in(channelId).flatMap(({ body }) => /Fact ([\w-]+)/.exec(body.content)?.[1] ?? []);
const dealt = async (channelId: string) => (await room.store.deck.dealt(channelId)).factIds;

/** The whole match, to its result. */
async function play(): Promise<void> {
  const goals = [PENALTY, EQUALISER];
  await room.look(at(-1, 'scheduled'));
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [PENALTY]));
  await room.look(at(17, 'first-half', goals));
  await room.look(at(20, 'first-half', goals));
  for (const minute of [29, 38, 45]) await room.look(at(minute, 'first-half', goals));
  await room.look(at(46, 'half-time', goals));
  await room.look(at(61, 'second-half', goals));
  for (const minute of [110, 111, 112, 116]) await room.look(at(minute, 'full-time', goals));
}

it('a channel that wishes for facts gets at most one after each thing that happens, beneath its post, and the best at the end', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await play();
  const posts = room.channels.in('10').filter(({ isCard }) => !isCard);
  const answered = posts.flatMap((post) => {
    const to = posts.find(({ id }) => id === post.replyTo);
    return to ? [[to.body.content, post.body.content]] : [];
  });
  expect(answered).toEqual([
    ['Kick-off: Milan v Inter', 'Fact before-1'],
    ["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)", 'Fact calhanoglu'],
    ["17' GOAL Milan 1–1 Inter: de Vrij (o.g.)", 'Fact goal'],
    ['Half-time: Milan 1–1 Inter', 'Fact before-2'],
    ['Full-time whistle: Milan 1–1 Inter', 'Fact table'],
    ['Final result: Milan 1–1 Inter', 'Fact draw'],
  ]);
  for (const [n, post] of posts.entries()) if (post.replyTo) expect(posts[n - 1]?.id).toBe(post.replyTo);
});

it('a channel that wishes for facts gets none about news that it does not hear, and others get none at all', async () => {
  await room.follow('result', { hears: ['facts'] });
  await room.follow('goals', { hears: ['goals', 'facts'] });
  await room.follow('none', { hears: NEWS_GROUPS.filter((group) => group !== 'facts') });
  await play();
  expect(factsIn('result')).toEqual(['draw']);
  expect(factsIn('goals')).toEqual(['calhanoglu', 'goal', 'draw']);
  expect(factsIn('none')).toEqual([]);
});

it('a channel that wishes for facts is told none that it knows from its deck, and what it was told counts as dealt', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  for (const [round, id] of [
    [1, 'before-1'],
    [1, 'draw'],
    [2, 'calhanoglu'],
  ] as const)
    await room.store.deck.deal('10', round, id, 1);
  await play();
  expect(factsIn('10')).toEqual(['before-2', 'goal', 'table', 'end']);
  expect(await dealt('10')).toEqual(['calhanoglu', 'before-2', 'goal', 'table', 'end']);
});

it('a channel that wishes for facts is told none that its server’s daily fact was a moment ago', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  const { id } = await room.store.schedules.set({
    ...{
      kind: 'fact',
      channelId: '77',
      guildId: '1',
      cron: '* * * * *',
      timeZone: 'UTC',
      locale: 'en',
      createdAt: 0,
    },
  });
  const daily = async (factId: string, when: number) => {
    await room.store.schedules.claimRun(id, when);
    await room.store.deck.deal('77', 1, factId, when);
  };
  await daily('calhanoglu', MATCH.kickOff + 10 * MINUTE);
  await daily('table', MATCH.kickOff + 45 * MINUTE);
  await play();
  expect(factsIn('10')).toEqual(['before-1', 'goal', 'before-2', 'table', 'draw']);
});

it('a channel that wishes for facts gets one about the scorer once he is known, and no second when he turns out to be another', async () => {
  await room.close();
  room = await Newsroom.open(
    15_000,
    factsOf([...FACTS.filter(({ id }) => id !== 'goal'), fact('dzeko', { on: 'goal', player: 'Džeko' })]),
  );
  await room.follow('10', { hears: ['goals', 'facts'] });
  await room.follow('20', { hears: ['red-cards', 'facts'] });
  await room.look(at(0, 'first-half'));
  const [score, unnamed] = [{ home: 0, away: 1 }, goal(11, 'away', undefined, { manner: 'penalty' })];
  await room.look(at(11, 'first-half', [unnamed], { score }));
  expect(factsIn('10')).toEqual([]);
  await room.look(at(11.5, 'first-half', [PENALTY]));
  expect(room.channels.posts('10')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)", 'Fact calhanoglu']);
  for (const minute of [12, 12.5, 13])
    await room.look(at(minute, 'first-half', [{ ...PENALTY, scorer: { name: 'Džeko' } }]));
  expect(room.channels.posts('10').at(-1)).toBe('~~Fact calhanoglu~~');
  expect(room.channels.in('20')).toEqual([]);
  expect(await dealt('20')).toEqual([]);
});

it('a channel that wishes for facts gets them as late as its posts, in its own language, and in the match’s thread', async () => {
  await room.follow('10', { hears: NEWS_GROUPS, delayMs: MINUTE, locale: 'it', thread: true });
  await room.look(at(-1, 'scheduled'));
  await room.look(at(0, 'first-half'));
  await room.pass(59 * SECOND);
  expect(room.channels.in('10')).toEqual([]);
  await room.pass(SECOND);
  const [thread] = room.channels.in('10');
  const [kickOff, fact] = room.channels.in(thread!.id).filter(({ isCard }) => !isCard);
  expect(fact?.body.content).toBe('Fatto before-1');
  expect(fact?.replyTo).toBe(kickOff?.id);
});

it('a channel that wishes for facts gets only what was true before the match where spoilers are hidden, as an answer to nothing', async () => {
  await room.follow('10', { hears: NEWS_GROUPS, spoilers: 'hide' });
  await play();
  expect(factsIn('10')).toEqual(['before-1', 'before-2']);
  expect(room.channels.in('10').every(({ replyTo }) => replyTo === undefined)).toBe(true);
});

it('a channel that wishes for facts gets none with what it missed while Tifo was away, but the end is answered', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await room.look(at(-1, 'scheduled'));
  for (const minute of [112, 112.25, 112.5, 116]) await room.look(at(minute, 'full-time', [PENALTY, EQUALISER]));
  expect(room.channels.posts('10')[0]).toMatch(/^While I was away/);
  expect(factsIn('10')).toEqual(['table', 'draw']);
});

it('a channel that wishes for facts is not dealt what comes too late to be posted', async () => {
  await room.follow('10', { hears: ['goals', 'facts'] });
  await room.look(at(0, 'first-half'));
  await room.look(at(50, 'first-half', [PENALTY]));
  expect(room.channels.posts('10')).toEqual([]);
  expect(await dealt('10')).toEqual([]);
});

it('what turns out not to be so has its fact struck through with it, and back when it stands after all', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [PENALTY]));
  for (const minute of [12, 12.25, 12.5, 13]) await room.look(at(minute, 'first-half', [var12]));
  const contents = () => room.channels.posts('10').filter((post) => post.includes('Fact'));
  expect(contents()).toEqual(['~~Fact calhanoglu~~']);
  for (const minute of [14, 14.5, 15, 15.5, 16]) await room.look(at(minute, 'first-half', [PENALTY]));
  expect(contents()[0]).toBe('Fact calhanoglu');
});

it('what turns out not to be so before a channel saw it, brings that channel no fact either', async () => {
  await room.follow('10', { hears: NEWS_GROUPS, delayMs: 2 * MINUTE });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [PENALTY]));
  for (const minute of [11.5, 11.75, 12]) await room.look(at(minute, 'first-half', [var12]));
  await room.pass(10 * MINUTE);
  expect(room.channels.posts('10')).toEqual([]);
});

it('what turns out not to be so has its fact struck through when the goal was another man’s', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [PENALTY]));
  for (const minute of [11.5, 12, 12.5])
    await room.look(at(minute, 'first-half', [{ ...PENALTY, scorer: { name: 'Džeko' } }]));
  expect(room.channels.posts('10').at(-1)).toBe('~~Fact calhanoglu~~');
});

it('what turns out not to be so has its fact struck through when the match went on after the whistle', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await room.look(at(0, 'first-half'));
  await room.look(at(61, 'second-half'));
  for (const minute of [105, 105.25]) await room.look(at(minute, 'full-time'));
  expect(factsIn('10').at(-1)).toBe('table');
  for (let minute = 105.5; minute < 109; minute += 0.25) await room.look(at(minute, 'second-half'));
  expect(room.channels.posts('10').at(-1)).toBe('~~Fact table~~');
});

it('a process that is killed before its look is written has dealt nothing, and the next look tells it once', async () => {
  await room.follow('10', { hears: NEWS_GROUPS });
  await room.look(at(-1, 'scheduled'));
  const broken = {
    matches: room.store.matches,
    transaction: <T>(work: Parameters<typeof room.store.transaction<T>>[0]) =>
      room.store.transaction((tx) =>
        work({ ...tx, outbox: { ...tx.outbox, enqueue: () => Promise.reject(new Error('killed')) } }),
      ),
  };
  const kickOff = at(0, 'first-half');
  const taken = recordLooks(broken, [kickOff], kickOff.at, 1_000, room.facts.answersTo);
  await expect(taken).rejects.toThrow('killed');
  expect(await dealt('10')).toEqual([]);
  await room.look(kickOff);
  await room.look(kickOff);
  expect(factsIn('10')).toEqual(['before-1']);
  expect(await dealt('10')).toEqual(['before-1']);
});

describe('whatever the noise of a feed, and whatever was told before', () => {
  const groups = fc
    .subarray([...NEWS_GROUPS] as NewsGroup[])
    .map((some) => [...new Set<NewsGroup>([...some, 'facts'])]);
  const known = fc.subarray(FACTS.map(({ id }) => id));

  it('whatever the noise of a feed, and whatever was told before, no channel is told a fact twice, nor two after one thing, nor one that it knew', async () => {
    const played = fc.asyncProperty(noisyMatch(), groups, known, fc.nat(180), async ({ looks }, hears, told, late) => {
      const own = await Newsroom.open(15_000, factsOf(FACTS));
      try {
        await own.follow('10', { hears, delayMs: late * SECOND });
        await own.follow('20', { hears: NEWS_GROUPS, spoilers: 'hide' });
        for (const id of told) await own.store.deck.deal('10', 1, id, 0);
        // Every look is taken in twice, as by a process that dies before it hears that the first was written.
        for (const taken of looks) {
          await own.look(taken);
          await recordLooks(own.store, [taken], own.now, own.pace, own.facts.answersTo);
        }
        await own.pass(180 * SECOND);
        for (const channel of ['10', '20']) {
          const facts = own.channels.in(channel).filter(isFact);
          const ids = facts.map(({ body }) => /Fact ([\w-]+)/.exec(body.content)?.[1] ?? '');
          expect(new Set(ids).size).toBe(ids.length);
          const answered = facts.flatMap(({ replyTo }) => replyTo ?? []);
          expect(new Set(answered).size).toBe(answered.length);
          if (channel === '10') expect(ids.filter((id) => told.includes(id))).toEqual([]);
          else expect(ids.filter((id) => !id.startsWith('before'))).toEqual([]);
        }
      } finally {
        await own.close();
      }
    });
    await fc.assert(played, cases(1));
  });
});

function isFact({ body }: Message): boolean {
  return body.content.includes('Fact ');
}
