import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshUntil } from '../../../src/live/freshness.ts';
import { recordLooks } from '../../../src/live/record-looks.ts';
import type { Card, MatchEvent } from '../../../src/match/event.ts';
import type { Match } from '../../../src/match/match.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { Newsroom } from '../../support/live/newsroom.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const KICK_OFF = MATCH.kickOff;

let room: Newsroom;

beforeEach(async () => {
  room = await Newsroom.open();
});

afterEach(() => room.close());

/** A look so many minutes after kick-off. */
const at = (minutes: number, phase: Phase, events: readonly MatchEvent[] = [], more: Partial<Snapshot> = {}) =>
  look(phase, events, { at: KICK_OFF + minutes * MINUTE, ...more });

const FIRST = goal(11, 'away', 'Çalhanoğlu', { manner: 'penalty' });
const var12: MatchEvent = { kind: 'var-decision', decision: 'goal-cancelled', side: 'away', minute: { base: 12 } };

it('a look becomes one post in each channel of the audience, even one that follows both clubs', async () => {
  await room.follow('10', {}, { kind: 'club', id: 'milan' });
  await room.follow('10', {}, { kind: 'club', id: 'inter' });
  await room.follow('20', {}, { kind: 'competition', id: 'serie-a' });
  await room.follow('30', {}, { kind: 'club', id: 'roma' });
  await room.look(at(-1, 'scheduled'));
  await room.look(at(0, 'first-half'));
  expect(room.channels.posts('10')).toEqual(['Kick-off: Milan v Inter']);
  expect(room.channels.posts('20')).toEqual(['Kick-off: Milan v Inter']);
  expect(room.channels.posts('30')).toEqual([]);
});

it('a look taken in twice is told once', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  for (let times = 0; times < 3; times += 1) await room.look(at(11, 'first-half', [FIRST]));
  expect(room.channels.posts('10')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
});

it('a look that is older than what is known takes nothing back', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.look(at(10, 'first-half'));
  expect((await room.store.matches.state(MATCH.id))?.score).toEqual({ home: 0, away: 1 });
});

it('a look of which the deliveries cannot be written changes nothing, so that the next look tells it', async () => {
  await room.follow('10');
  await room.look(at(-1, 'scheduled'));
  const broken = {
    matches: room.store.matches,
    transaction: <T>(work: Parameters<typeof room.store.transaction<T>>[0]) =>
      room.store.transaction((tx) =>
        work({ ...tx, outbox: { ...tx.outbox, enqueue: () => Promise.reject(new Error('killed')) } }),
      ),
  };
  const kickOff = at(0, 'first-half');
  await expect(recordLooks(broken, [kickOff], kickOff.at, 1_000)).rejects.toThrow('killed');
  expect((await room.store.matches.state(MATCH.id))?.snapshot.phase).toBe('scheduled');
  await room.look(kickOff);
  expect(room.channels.posts('10')).toEqual(['Kick-off: Milan v Inter']);
});

it('a look brings a channel the news that it wishes to hear, and how the match ends in any case', async () => {
  await room.follow('10', { hears: ['red-cards'] });
  const red: MatchEvent = {
    kind: 'card',
    colour: 'red',
    side: 'home',
    minute: { base: 30 },
    player: { name: 'Tonali' },
  };
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.look(at(29, 'first-half', [FIRST]));
  await room.look(at(30, 'first-half', [FIRST, red]));
  for (const minute of [110, 111, 112, 116]) await room.look(at(minute, 'full-time', [FIRST, red]));
  expect(room.channels.posts('10')).toEqual([
    "30' Red card: Tonali (Milan) · Milan 0–1 Inter",
    'Final result: Milan 0–1 Inter',
  ]);
  expect(room.channels.cards('10')).toEqual([]);
});

describe('the post of a second yellow', () => {
  const card = (colour: Card['colour'], minute: number): MatchEvent => ({
    kind: 'card',
    colour,
    side: 'home',
    minute: { base: minute },
    player: { name: 'Corvato' },
  });
  const first = card('yellow', 30);

  it('the post of a second yellow is edited into the sending-off, which only those hear of anew who were not told of the card', async () => {
    await room.follow('all');
    await room.follow('red', { hears: ['red-cards'] });
    await room.follow('late', { delayMs: 2 * MINUTE });
    for (const minute of [0, 29]) await room.look(at(minute, 'first-half'));
    for (const minute of [30, 33]) await room.look(at(minute, 'first-half', [first]));
    for (const minute of [46, 69]) await room.look(at(minute, 'second-half', [first]));
    await room.look(at(70, 'second-half', [first, card('yellow', 70)]));
    for (const late of [0.25, 0.5, 1, 2, 3]) {
      await room.look(at(70 + late, 'second-half', [first, card('second-yellow', 70)]));
    }
    const cards = (channel: string) => room.channels.posts(channel).filter((post) => post.includes('Corvato'));
    const sentOff = "70' Second yellow, sent off: Corvato (Milan) · Milan 0–0 Inter";
    const booked = "30' Yellow card: Corvato (Milan) · Milan 0–0 Inter";
    expect([cards('all'), cards('red'), cards('late')]).toEqual([[booked, sentOff], [sentOff], [booked, sentOff]]);
  });
});

it('a goal’s post is edited when the scorer comes', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  const score = { home: 0, away: 1 };
  for (const late of [0, 0.25, 0.5]) await room.look(at(11 + late, 'first-half', [], { score }));
  expect(room.channels.posts('10')).toHaveLength(1);
  expect(room.channels.posts('10')[0]).toMatch(/^GOAL for Inter: Milan 0–1 Inter|' GOAL for Inter: Milan 0–1 Inter/);
  await room.look(at(12, 'first-half', [FIRST]));
  expect(room.channels.posts('10')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
});

it('a goal’s post is struck through and answered once when VAR takes the goal away, and the card is corrected', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  for (const minute of [12, 12.25, 12.5, 13]) await room.look(at(minute, 'first-half', [var12]));
  const [post, reply, ...more] = room.channels.in('10').filter(({ isCard }) => !isCard);
  expect(post?.body.content).toMatch(/^~~11' GOAL .*~~$/);
  expect(post?.body.embeds?.[0]?.title).toBe('Goal disallowed (VAR)');
  expect(reply?.body.content).toMatch(/^Goal disallowed \(VAR\): Milan 0–0 Inter/);
  expect(reply?.replyTo).toBe(post?.id);
  expect(more).toEqual([]);
  expect(room.channels.cards('10').map(({ body }) => body.content)).toEqual([expect.stringContaining('0–0')]);
});

it('a goal’s post has its score corrected when an earlier goal is taken away', async () => {
  await room.follow('10');
  const second = goal(17, 'home', 'de Vrij', { manner: 'own-goal' });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.look(at(17, 'first-half', [FIRST, second]));
  expect(room.channels.posts('10')[1]).toContain('Milan 1–1 Inter');
  for (let late = 0; late < 8; late += 1) await room.look(at(18 + late / 2, 'first-half', [second]));
  expect(room.channels.posts('10')[1]).toContain('Milan 1–0 Inter');
});

it('a goal’s post is left alone by a feed that flickers', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.look(at(11.25, 'first-half'));
  await room.look(at(11.5, 'first-half', [FIRST]));
  expect(room.channels.posts('10')).toHaveLength(1);
  expect(room.channels.in('10').find(({ isCard }) => !isCard)?.edits).toBe(0);
});

it('a channel that holds posts back hears everything as much later', async () => {
  await room.follow('10', { delayMs: 60 * SECOND });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.pass(59 * SECOND);
  expect(room.channels.posts('10')).toEqual([]);
  await room.pass(SECOND);
  expect(room.channels.posts('10')).toHaveLength(1);
});

it('a channel that holds posts back never sees a goal that was taken away meanwhile, nor that it was', async () => {
  await room.follow('10', { delayMs: 120 * SECOND });
  await room.look(at(0, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  for (const minute of [11.5, 11.75, 12]) await room.look(at(minute, 'first-half', [var12]));
  await room.pass(10 * MINUTE);
  expect(room.channels.posts('10')).toEqual([]);
  const shown = JSON.stringify(room.channels.in('10'));
  expect(shown).toContain('0–0');
  expect(shown).not.toMatch(/0–1|Çalhanoğlu/);
});

it('a channel that holds posts back has a card that is as late as its posts', async () => {
  await room.follow('10', { delayMs: 120 * SECOND });
  const card = () => room.channels.cards('10')[0]?.body.content;
  await room.look(at(0, 'first-half'));
  await room.look(at(2.5, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  await room.pass(119 * SECOND);
  expect(card()).toContain('0–0');
  await room.pass(2 * SECOND);
  expect(card()).toContain('0–1');
});

it('after downtime, a channel gets one roundup of what it missed, and the result by itself', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  const goals = [FIRST, goal(50, 'home', 'Leão')];
  for (const minute of [112, 113, 114, 118]) await room.look(at(minute, 'full-time', goals));
  const posts = room.channels.posts('10');
  expect(posts).toHaveLength(3);
  expect(posts[0]).toMatch(/^While I was away/);
  expect(posts.slice(1)).toEqual(['Full-time whistle: Milan 1–1 Inter', 'Final result: Milan 1–1 Inter']);
});

it('after downtime, the roundup is mended when one of its goals is taken away, and answered', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(11.5, 'first-half', [FIRST, goal(5, 'home', 'Leão')]));
  const [roundup] = room.channels.in('10').filter(({ isCard }) => !isCard);
  expect(roundup?.body.content).toMatch(/^While I was away/);
  for (const minute of [12, 12.5, 13]) await room.look(at(minute, 'first-half', [goal(5, 'home', 'Leão'), var12]));
  const [mended, reply] = room.channels.in('10').filter(({ isCard }) => !isCard);
  expect(JSON.stringify(mended?.body)).toContain('~~');
  expect(reply?.replyTo).toBe(mended?.id);
});

it('after downtime, one thing that was missed is told as it is', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(12, 'first-half', [FIRST]));
  expect(room.channels.posts('10')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
});

describe('matches that are played at once', () => {
  const other: Match = {
    ...MATCH,
    id: 'roma-lazio',
    home: { id: 'roma', name: 'Roma' },
    away: { id: 'lazio', name: 'Lazio' },
  };
  const both = (minutes: number, ours: readonly MatchEvent[], theirs: readonly MatchEvent[]) =>
    room.look(at(minutes, 'first-half', ours), at(minutes, 'first-half', theirs, { match: other }));

  it('matches that are played at once have goals of one look told together where a channel follows both, and apart where it follows one', async () => {
    await room.follow('10', {}, { kind: 'competition', id: 'serie-a' });
    await room.follow('20');
    await both(0, [], []);
    await both(10.9, [], []);
    await both(11, [FIRST], [goal(11, 'home', 'Pellegrini')]);
    expect(room.channels.posts('10')).toEqual([expect.stringMatching(/^Goals in 2 matches/)]);
    expect(room.channels.posts('20')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
  });

  it('matches that are played at once have a goal of one told as always', async () => {
    await room.follow('10', {}, { kind: 'competition', id: 'serie-a' });
    await both(0, [], []);
    await both(11, [FIRST], []);
    expect(room.channels.posts('10')).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
  });
});

it('a thread for each match is opened with the first news, holds all of it and the card, and is closed an hour after the end', async () => {
  await room.follow('10', { thread: true });
  await room.look(at(0, 'first-half'));
  await room.look(at(1, 'first-half'));
  await room.look(at(11, 'first-half', [FIRST]));
  const [opener, ...more] = room.channels.in('10');
  expect(opener?.thread).toContain('Milan v Inter');
  expect(more).toEqual([]);
  const thread = opener?.id ?? '';
  expect(room.channels.posts(thread)).toEqual(["11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)"]);
  expect(room.channels.cards(thread)).toHaveLength(1);
  for (const minute of [110, 111, 112, 150]) await room.look(at(minute, 'full-time', [FIRST]));
  expect(room.channels.closed).toEqual([]);
  const settled = await room.look(at(172, 'full-time', [FIRST]));
  expect(settled.settled).toEqual([MATCH.id]);
  expect(room.channels.closed).toEqual([thread]);
});

it('freshness lasts a day for a result and minutes for a goal', () => {
  const told = { id: 'x', matchId: 'm', at: 0, since: 0, score: { home: 0, away: 0 } };
  expect(freshUntil({ ...told, kind: 'result' })).toBe(24 * HOUR);
  expect(freshUntil({ ...told, kind: 'goal', eventId: 'g', goal: goal(1, 'home') })).toBe(30 * MINUTE);
});
