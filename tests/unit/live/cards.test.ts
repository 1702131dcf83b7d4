import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { Newsroom } from '../../support/live/newsroom.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';

const MINUTE = 60_000;

let room: Newsroom;

beforeEach(async () => {
  room = await Newsroom.open();
});

afterEach(() => room.close());

const at = (minutes: number, phase: Phase, events: readonly MatchEvent[] = [], more: Partial<Snapshot> = {}) =>
  look(phase, events, { at: MATCH.kickOff + minutes * MINUTE, minute: { base: minutes + 1 }, ...more });
const edits = () => room.channels.cards('10').map((card) => card.edits);
const side = { starters: [{ name: 'Somebody' }], bench: [] };

it('a live card stands from kick-off, pinned, once a channel', async () => {
  await room.follow('10');
  await room.look(at(-1, 'scheduled'));
  expect(room.channels.cards('10')).toEqual([]);
  await room.look(at(0, 'first-half'));
  await room.look(at(0.25, 'first-half'));
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: true }]);
});

it('a live card comes with the line-ups in the hour before kick-off, not days before', async () => {
  await room.follow('10');
  await room.look(at(-120, 'scheduled'));
  await room.look(at(-90, 'scheduled', [], { lineups: { home: side, away: side } }));
  expect(room.channels.cards('10')).toEqual([]);
  await room.look(at(-55, 'scheduled', [], { lineups: { home: side, away: side } }));
  expect(room.channels.cards('10')).toHaveLength(1);
});

it('a live card is edited at once when something happened, and for the clock once a minute', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  await room.look(at(0.25, 'first-half'));
  await room.look(at(0.5, 'first-half'));
  expect(edits()).toEqual([0]);
  await room.look(at(0.75, 'first-half', [goal(1, 'home', 'Leão')]));
  expect(edits()).toEqual([1]);
  expect(room.channels.cards('10')[0]?.body.content).toContain('Milan 1–0 Inter');
  await room.look(at(1.5, 'first-half', [goal(1, 'home', 'Leão')]));
  expect(edits()).toEqual([1]);
  await room.look(at(1.75, 'first-half', [goal(1, 'home', 'Leão')]));
  expect(edits()).toEqual([2]);
});

it('a live card has its clock brought up to date less often where thousands share it, and goals as soon as ever', async () => {
  for (let channel = 10; channel < 910; channel += 1) await room.follow(String(channel));
  await room.look(at(0, 'first-half'));
  await room.look(at(1.25, 'first-half'));
  expect(edits()).toEqual([0]);
  await room.look(at(1.4, 'first-half', [goal(1, 'home', 'Leão')]));
  expect(edits()).toEqual([1]);
  await room.look(at(3.5, 'first-half', [goal(1, 'home', 'Leão')]));
  expect(edits()).toEqual([2]);
});

it('a live card is replaced by a fresh one before Discord refuses to edit it', async () => {
  await room.follow('10');
  for (let minute = 0; minute <= 45; minute += 1) await room.look(at(minute, 'first-half'));
  const [first] = room.channels.cards('10');
  for (let minute = 46; minute <= 62; minute += 1) await room.look(at(minute, 'half-time'));
  const [second, ...more] = room.channels.cards('10');
  expect(more).toEqual([]);
  expect(second?.id).not.toBe(first?.id);
  expect(second?.isPinned).toBe(true);
  const firstPosted = room.channels.requests.indexOf(`remove ${first?.id}`);
  expect(firstPosted).toBeGreaterThan(0);
});

it('a live card reaches a channel that begins to follow in the middle of a match', async () => {
  await room.follow('20');
  await room.look(at(0, 'first-half'));
  await room.follow('10');
  await room.look(at(5, 'first-half'));
  expect(room.channels.cards('10')).toHaveLength(1);
  expect(room.channels.cards('20')).toHaveLength(1);
});

it('a live card is brought up to date a last time when the match ends, and pinned no longer', async () => {
  await room.follow('10');
  await room.look(at(0, 'first-half'));
  for (const minute of [94, 94.5, 95, 99]) await room.look(at(minute, 'full-time'));
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: false }]);
  expect(room.channels.cards('10')[0]?.body.content).toContain('full-time');
  const before = edits();
  for (const minute of [101, 103, 105]) await room.look(at(minute, 'full-time'));
  expect(edits()).toEqual(before);
});

it('a live card keeps pace in a channel that holds posts back, and comes to the end there too', async () => {
  await room.follow('10', { delayMs: 5 * MINUTE });
  const content = () => room.channels.cards('10')[0]?.body.content;
  for (let minute = 0; minute <= 40; minute += 1) await room.look(at(minute, 'first-half'));
  expect(content()).toMatch(/· 3[56]'$/);
  const scored = [goal(41, 'home', 'Leão')];
  for (const minute of [94, 94.5, 95, 99]) await room.look(at(minute, 'full-time', scored));
  await room.pass(5 * MINUTE);
  expect(content()).toMatch(/1–0 .* full-time$/);
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: false }]);
});

it('a live card stays away from a channel that does not want one', async () => {
  await room.follow('10', { hears: ['goals'] });
  await room.look(at(0, 'first-half'));
  expect(room.channels.in('10')).toEqual([]);
});
