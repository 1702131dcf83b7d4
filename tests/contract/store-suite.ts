import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { News, Roundup } from '../../src/match/news.ts';
import type { Result } from '../../src/match/result.ts';
import type { MatchState } from '../../src/match/state.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Store } from '../../src/store/store.ts';
import type { FollowTarget, Hearing } from '../../src/subscriptions/subscription.ts';
import { delivery, HEARING, outboxSuite } from '../support/store/outbox-suite.ts';
import { quizGame, quizSuite } from '../support/store/quiz-suite.ts';

/** A database of a test's own, which may be opened again to see what a restart finds. */
export interface Database {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

const MILAN: FollowTarget = { kind: 'club', id: 'milan' };
const DERBY: FollowTarget = { kind: 'match', id: '2021-11-07-milan-inter' };

/** What every store promises, whatever it is made of. */
export function storeSuite(name: string, makeDatabase: () => Promise<Database>): void {
  describe(`the store on ${name}`, () => {
    let database: Database;
    let store: Store;

    beforeEach(async () => {
      database = await makeDatabase();
      store = await database.open();
    });

    afterEach(async () => {
      await store.close();
      await database.remove();
    });

    it(`the store on ${name} finds everything again after a restart`, async () => {
      await store.settings.set('seeded', 'yes');
      await store.settings.set('seeded', 'twice');
      await store.matches.save(state('a', 1));
      await store.outbox.enqueue([delivery('one')], 0);
      await store.close();
      store = await database.open();
      expect(await store.settings.get('seeded')).toBe('twice');
      expect(await store.settings.get('other')).toBeUndefined();
      expect(await store.matches.state('a')).toEqual(state('a', 1));
      expect((await store.outbox.counts()).due).toBe(1);
    });

    it(`the store on ${name} forgets everything when it is told to begin anew`, async () => {
      await store.settings.set('seeded', 'yes');
      await store.matches.save(state('a', 1));
      await store.matches.addNews([news('n', 1)]);
      await store.subscriptions.follow({ channelId: '1', target: MILAN, ...HEARING, createdAt: 0 });
      await store.outbox.enqueue([delivery('one')], 0);
      await store.schedules.set(schedule('1'));
      await store.schedules.winRun('daily:09:00', 0);
      await store.deck.deal('1', 1, 'b', 5);
      await store.quiz.add(quizGame('a'));
      await store.forget();
      expect(await store.quiz.game('a')).toBeUndefined();
      expect(await store.settings.get('seeded')).toBeUndefined();
      expect((await store.matches.phases()).size).toBe(0);
      expect(await store.matches.news('n')).toBeUndefined();
      expect(await store.subscriptions.inChannel('1')).toEqual([]);
      expect(await store.outbox.enqueue([delivery('one')], 0)).toBe(1);
      expect(await store.schedules.all()).toEqual([]);
      expect(await store.schedules.winRun('daily:09:00', 0)).toBe(true);
      expect(await store.deck.dealt('1')).toEqual({ round: 1, factIds: [] });
    });

    it(`the store on ${name} keeps all of a transaction or none of it`, async () => {
      const failing = store.transaction(async (tx) => {
        await tx.matches.save(state('a', 1));
        await tx.outbox.enqueue([delivery('one')], 0);
        throw new Error('struck by lightning');
      });
      await expect(failing).rejects.toThrow('lightning');
      expect((await store.matches.phases()).size).toBe(0);
      expect((await store.outbox.counts()).due).toBe(0);
      const answer = await store.transaction(async (tx) => {
        await tx.matches.save(state('a', 1));
        return tx.matches.state('a');
      });
      expect(answer).toEqual(state('a', 1));
      expect((await store.matches.phases()).size).toBe(1);
    });

    it(`the store on ${name} keeps which club a provider’s id was first found to mean, until it begins anew`, async () => {
      const koln = { provider: 'api-football', code: '192', club: { id: 'koln', name: 'Köln' }, country: 'Germany' };
      const nation = { provider: 'opta', code: '192', club: { id: 'italy', name: 'Italy' } };
      await store.clubCodes.add(nation);
      await store.clubCodes.add(koln);
      await store.clubCodes.add({ ...koln, club: nation.club });
      await store.close();
      store = await database.open();
      expect(await store.clubCodes.all()).toEqual([koln, nation]);
      await store.forget();
      expect(await store.clubCodes.all()).toEqual([]);
    });

    it('matches keep their last state', async () => {
      await store.matches.save(state('b', 1));
      await store.matches.save(state('a', 1));
      await store.matches.save(state('b', 2));
      expect(await store.matches.state('b')).toEqual(state('b', 2));
      expect([...(await store.matches.phases()).keys()].sort()).toEqual(['a', 'b']);
      expect(await store.matches.state('c')).toBeUndefined();
    });

    it('matches keep news as it was first told', async () => {
      await store.matches.addNews([]);
      await store.matches.addNews([news('n', 1)]);
      await store.matches.addNews([news('n', 2), news('m', 2)]);
      expect(await store.matches.news('n')).toEqual(news('n', 1));
      expect(await store.matches.news('m')).toEqual(news('m', 2));
      expect(await store.matches.news('o')).toBeUndefined();
    });

    it('the store keeps how a match stood for as long as a channel may hold posts back', async () => {
      await store.matches.keepMoment(state('a', 1), 1_000);
      await store.matches.keepMoment(state('a', 2), 2_000);
      await store.matches.keepMoment(state('a', 3), 2_000);
      expect(await store.matches.stateAt('a', 999)).toBeUndefined();
      expect(await store.matches.stateAt('a', 1_999)).toEqual(state('a', 1));
      expect(await store.matches.stateAt('a', 9_000)).toEqual(state('a', 3));
      expect(await store.matches.stateAt('b', 9_000)).toBeUndefined();
      await store.matches.keepMoment(state('a', 4), 3_600_000);
      expect(await store.matches.stateAt('a', 9_000)).toBeUndefined();
    });

    it('the store tells the news of a match, and roundups apart from them', async () => {
      const roundup: Roundup = {
        kind: 'roundup',
        id: 'roundup/x',
        why: 'away',
        at: 50,
        since: 0,
        newsIds: ['n', 'm'],
      };
      await store.matches.addNews([news('n', 1), news('m', 2), roundup]);
      expect((await store.matches.newsOf('a')).map(({ id }) => id).sort()).toEqual(['m', 'n']);
      expect(await store.matches.newsOf('b')).toEqual([]);
      expect(await store.matches.news('roundup/x')).toEqual(roundup);
      expect(await store.matches.roundupsSince(50)).toEqual([roundup]);
      expect(await store.matches.roundupsSince(51)).toEqual([]);
      await store.matches.prune(2);
      expect((await store.matches.newsOf('a')).map(({ id }) => id)).toEqual(['m']);
      expect(await store.matches.news('roundup/x')).toEqual(roundup);
    });

    it('the store keeps one generation of cards a match', async () => {
      expect(await store.cards.of('a')).toBeUndefined();
      await store.cards.save('a', { generation: 1, since: 5, refreshedAt: 5, audience: '2 7' });
      await store.cards.save('a', { generation: 2, since: 9, refreshedAt: 9, audience: '3 8' });
      expect(await store.cards.of('a')).toEqual({ generation: 2, since: 9, refreshedAt: 9, audience: '3 8' });
    });

    it('the store leaves work to one process at a time', async () => {
      const { leases } = store;
      expect(await leases.take('feed', 'one', 0, 100)).toBe(true);
      expect(await leases.take('feed', 'two', 50, 100)).toBe(false);
      expect(await leases.take('feed', 'one', 50, 100)).toBe(true);
      expect(await leases.take('calendar', 'two', 50, 100)).toBe(true);
      expect(await leases.take('feed', 'two', 149, 100)).toBe(false);
      expect(await leases.take('feed', 'two', 150, 100)).toBe(true);
      await leases.release('feed', 'one');
      expect(await leases.take('feed', 'one', 160, 100)).toBe(false);
      await leases.release('feed', 'two');
      expect(await leases.take('feed', 'one', 160, 100)).toBe(true);
    });

    it('the store remembers which replays run', async () => {
      const replay = { guildId: 'g', userId: 'u', matchId: 'a', speed: 60, startedAt: 1 };
      await store.replays.add({ ...replay, id: 'a~1', threadId: 't1' });
      await store.replays.add({ ...replay, id: 'a~2', threadId: 't2', startedAt: 2 });
      await store.replays.remove('a~1');
      expect(await store.replays.all()).toEqual([{ ...replay, id: 'a~2', threadId: 't2', startedAt: 2 }]);
    });

    it('the store keeps the results of matches that were followed, each as it was told last', async () => {
      const match = { competition: 'serie-a', season: '2026-27', day: '2026-11-22', home: 'milan', away: 'inter' };
      const halfTime = { home: 1, away: 0 };
      const first: Result = { ...match, round: 12, score: { home: 1, away: 1 }, halfTime, status: 'played' };
      const other: Result = { ...match, home: 'inter', away: 'milan', score: { home: 0, away: 0 }, status: 'played' };
      const corrected: Result = { ...match, score: { home: 0, away: 3 }, status: 'awarded' };
      for (const result of [first, other, corrected]) await store.results.add(result);
      expect(await store.results.all()).toEqual(expect.arrayContaining([other, corrected]));
      expect(await store.results.all()).toHaveLength(2);
    });

    it('the store keeps what stands in which calendar', async () => {
      const entry = {
        name: 'Milan – Inter',
        description: 'Serie A',
        location: 'San Siro',
        startsAt: 1,
        endsAt: 2,
        status: 'scheduled' as const,
      };
      const kept = { guildId: 'g', matchId: 'a', entry, isSettled: false };
      await store.calendar.save(kept);
      expect(await store.calendar.of('a')).toEqual([kept]);
      await store.calendar.save({ ...kept, eventId: 'e' });
      await store.calendar.save({ ...kept, guildId: 'h', eventId: 'f', isSettled: true });
      expect(await store.calendar.of('a')).toHaveLength(2);
      expect(await store.calendar.openMatches()).toEqual(['a']);
      await store.calendar.save({ ...kept, eventId: 'e', isSettled: true });
      expect(await store.calendar.openMatches()).toEqual([]);
    });

    describe('subscriptions', () => {
      const follow = (channelId: string, target = MILAN, locale: 'en' | 'it' = 'en') =>
        store.subscriptions.follow({
          guildId: `guild of ${channelId}`,
          channelId,
          target,
          ...HEARING,
          locale,
          createdAt: 7,
        });

      it('subscriptions hold one wish for a channel and a target', async () => {
        const { subscription, outcome } = await follow('1');
        expect(outcome).toBe('added');
        expect(subscription).toMatchObject({ guildId: 'guild of 1', channelId: '1', target: MILAN, createdAt: 7 });
        const again = await follow('1', MILAN, 'it');
        expect(again).toEqual({ subscription: { ...subscription, locale: 'it' }, outcome: 'unchanged' });
        expect(await store.subscriptions.inChannel('1')).toEqual([again.subscription]);
      });

      it('subscriptions are found by server, channel and target', async () => {
        await follow('1');
        await follow('1', DERBY);
        await follow('2', DERBY);
        await store.subscriptions.follow({ channelId: 'dm', target: DERBY, ...HEARING, createdAt: 0 });
        const channels = async (targets: readonly FollowTarget[]) =>
          (await store.subscriptions.to(targets)).map((subscription) => subscription.channelId);
        expect(await channels([DERBY])).toEqual(['1', '2', 'dm']);
        expect(await channels([MILAN, DERBY])).toEqual(['1', '1', '2', 'dm']);
        expect(await channels([])).toEqual([]);
        expect(await store.subscriptions.inGuild('guild of 2')).toHaveLength(1);
        expect((await store.subscriptions.inChannel('dm'))[0]).not.toHaveProperty('guildId');
        expect(await store.subscriptions.followedTargets()).toEqual([
          { ...MILAN, channels: 1 },
          { ...DERBY, channels: 3 },
        ]);
      });

      it('subscriptions remember how a channel wishes to hear, and change with the wish', async () => {
        const wish = { guildId: 'g', channelId: '1', target: MILAN, createdAt: 7 };
        const hearing: Hearing = {
          locale: 'it',
          hears: ['goals', 'red-cards'],
          delayMs: 30_000,
          spoilers: 'hide',
          thread: true,
          pingRole: '42',
        };
        const { subscription } = await store.subscriptions.follow({ ...wish, ...hearing });
        expect(subscription).toMatchObject(hearing);
        expect(await store.subscriptions.hear('1', MILAN, ['phases'])).toBe(true);
        expect(await store.subscriptions.hear('1', DERBY, ['phases'])).toBe(false);
        expect(await store.subscriptions.inChannel('1')).toEqual([
          { ...subscription, hears: ['phases'], createdAt: 8 },
        ]);
        const again = await store.subscriptions.follow({ ...wish, ...HEARING, createdAt: 9 });
        expect(again.subscription.createdAt).toBe(9);
        expect(again.subscription).toMatchObject(HEARING);
        expect(again.subscription).not.toHaveProperty('pingRole');
      });

      it('subscriptions end when the channel unfollows', async () => {
        await follow('1');
        expect(await store.subscriptions.unfollow('1', DERBY)).toBe(false);
        expect(await store.subscriptions.unfollow('1', MILAN)).toBe(true);
        expect(await store.subscriptions.inChannel('1')).toEqual([]);
      });

      it('subscriptions resume with all that is posted to their channel, whatever is asked for there', async () => {
        await follow('1', DERBY);
        await store.schedules.set(schedule('1'));
        await follow('2', DERBY);
        for (const channel of ['1', '2']) await store.subscriptions.pauseChannel(channel, 'no-permission', 50);
        await follow('1', MILAN);
        expect(await store.subscriptions.pausedCount()).toBe(1);
        expect(await store.subscriptions.inChannel('2')).toMatchObject([{ paused: { reason: 'no-permission' } }]);
        expect((await store.schedules.inChannel('1', 'fact'))?.paused).toBeUndefined();
        await store.schedules.set(schedule('2'));
        expect(await store.subscriptions.pausedCount()).toBe(0);
      });

      it('subscriptions pause with the schedule of their channel, say why, and resume when asked again', async () => {
        await follow('1');
        await follow('2');
        await store.schedules.set(schedule('1'));
        await store.subscriptions.pauseChannel('1', 'no-access', 50);
        await store.subscriptions.pauseChannel('1', 'channel-gone', 60);
        expect(await store.subscriptions.pausedCount()).toBe(1);
        const paused = { reason: 'no-access', at: 50 };
        expect((await store.subscriptions.inChannel('1'))[0]?.paused).toEqual(paused);
        expect((await store.schedules.inChannel('1', 'fact'))?.paused).toEqual(paused);
        expect((await store.subscriptions.to([MILAN])).map(({ channelId }) => channelId)).toEqual(['2']);
        expect(await store.schedules.all()).toEqual([]);
        const { subscription, outcome } = await follow('1');
        expect(outcome).toBe('resumed');
        expect(subscription).not.toHaveProperty('paused');
        expect((await store.schedules.set(schedule('1'))).paused).toBeUndefined();
      });
    });

    outboxSuite(() => store);
    quizSuite(() => store);

    it('schedules are one a channel; a new one takes the place of the old', async () => {
      const first = await store.schedules.set(schedule('1'));
      expect(first).toEqual({ id: expect.any(String), ...schedule('1') });
      await store.schedules.claimRun(first.id, 10);
      const second = await store.schedules.set({ ...schedule('1'), cron: '0 10 * * *', createdAt: 20 });
      expect(second).toEqual({ ...schedule('1'), id: first.id, cron: '0 10 * * *', createdAt: 20, lastRun: 10 });
      expect(await store.schedules.inChannel('1', 'fact')).toEqual(second);
      expect(await store.schedules.inGuild('guild')).toEqual([second]);
      expect(await store.schedules.all()).toEqual([second]);
    });

    it('schedules are one a channel of each kind', async () => {
      const facts = await store.schedules.set(schedule('1'));
      const quiz = await store.schedules.set({ ...schedule('1'), kind: 'quiz', cron: '0 18 * * *' });
      expect(quiz.id).not.toBe(facts.id);
      expect(await store.schedules.inChannel('1', 'fact')).toEqual(facts);
      expect(await store.schedules.inChannel('1', 'quiz')).toEqual(quiz);
      expect(await store.schedules.all()).toEqual([facts, quiz]);
      expect(await store.schedules.remove('1', 'fact')).toBe(true);
      expect(await store.schedules.all()).toEqual([quiz]);
    });

    it('schedules end when they are removed', async () => {
      await store.schedules.set(schedule('1'));
      expect(await store.schedules.remove('1', 'quiz')).toBe(false);
      expect(await store.schedules.remove('2', 'fact')).toBe(false);
      expect(await store.schedules.remove('1', 'fact')).toBe(true);
      expect(await store.schedules.inChannel('1', 'fact')).toBeUndefined();
    });

    it('schedules run once for a fire time, and never backwards', async () => {
      const { id } = await store.schedules.set(schedule('1'));
      expect(await store.schedules.claimRun(id, 100)).toBe(true);
      expect(await store.schedules.claimRun(id, 100)).toBe(false);
      expect(await store.schedules.claimRun(id, 99)).toBe(false);
      expect(await store.schedules.claimRun(id, 101)).toBe(true);
      expect((await store.schedules.inChannel('1', 'fact'))?.lastRun).toBe(101);
      expect(await store.schedules.claimRun('404', 100)).toBe(false);
    });

    it('schedules let one process win a run', async () => {
      const wins = await Promise.all([1, 2, 3].map(() => store.schedules.winRun('daily:09:00', 0)));
      expect(wins.filter(Boolean)).toHaveLength(1);
      expect(await store.schedules.winRun('daily:10:00', 0)).toBe(true);
    });

    it(`the store on ${name} gives what happens once to the first who claims it, until that is long ago`, async () => {
      const claims = await Promise.all([1, 2, 3].map(() => store.claims.take('interaction:1', 100)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.claims.take('interaction:2', 200)).toBe(true);
      await store.claims.prune(200);
      expect(await store.claims.take('interaction:2', 300)).toBe(false);
      expect(await store.claims.take('interaction:1', 300)).toBe(true);
    });

    it('the deck remembers what was dealt to a channel in its running round, earliest first', async () => {
      expect(await store.deck.dealt('1')).toEqual({ round: 1, factIds: [] });
      expect(await store.deck.deal('1', 1, 'b', 5)).toBe(true);
      expect(await store.deck.deal('1', 1, 'a', 5)).toBe(true);
      expect(await store.deck.deal('1', 1, 'b', 6)).toBe(false);
      expect(await store.deck.deal('2', 1, 'b', 6)).toBe(true);
      expect(await store.deck.dealt('1')).toEqual({ round: 1, factIds: ['b', 'a'] });
      expect(await store.deck.deal('1', 2, 'b', 7)).toBe(true);
      expect(await store.deck.dealt('1')).toEqual({ round: 2, factIds: ['b'] });
    });

    it('the deck knows of many channels when each was dealt what, in whatever round, and deals to each in its own', async () => {
      await store.deck.deal('1', 1, 'a', 5);
      await store.deck.deal('1', 2, 'a', 7);
      await store.deck.deal('1', 2, 'b', 8);
      await store.deck.deal('2', 1, 'b', 9);
      const deals = [
        { channelId: '1', factId: 'c' },
        { channelId: '1', factId: 'b' },
        { channelId: '3', factId: 'c' },
      ];
      await store.deck.dealEach(deals, 10);
      await store.deck.dealEach(deals, 11);
      await store.deck.dealEach([], 12);
      expect(await store.deck.lastDealt(['1', '2', '3', '4'], ['a', 'c', 'x'])).toEqual(
        new Map([
          [
            '1',
            new Map([
              ['a', 7],
              ['c', 10],
            ]),
          ],
          ['3', new Map([['c', 10]])],
        ]),
      );
      expect(await store.deck.lastDealt(['1'], [])).toEqual(new Map());
      expect(await store.deck.dealt('1')).toEqual({ round: 2, factIds: ['a', 'b', 'c'] });
      expect(await store.deck.dealt('3')).toEqual({ round: 1, factIds: ['c'] });
    });

    it('the deck knows what other channels of a server were dealt lately, and what schedules dealt in which server', async () => {
      const { id } = await store.schedules.set(schedule('1'));
      await store.schedules.set({ ...schedule('2'), guildId: 'elsewhere' });
      await store.subscriptions.follow({ guildId: 'guild', channelId: '3', target: MILAN, ...HEARING, createdAt: 0 });
      await store.schedules.claimRun(id, 100);
      for (const [channelId, factId, at] of [
        ['1', 'old', 50],
        ['1', 'a', 100],
        ['2', 'b', 100],
        ['3', 'c', 101],
        ['4', 'd', 102],
      ] as const)
        await store.deck.deal(channelId, 1, factId, at);
      expect(await store.deck.dealtInServer('guild', '1', 90)).toEqual(new Set(['c']));
      expect(await store.deck.dealtInServer('guild', '3', 90)).toEqual(new Set(['a']));
      expect(await store.deck.dealtInServer('guild', '3', 40)).toEqual(new Set(['old', 'a']));
      expect(await store.deck.scheduledSince(90)).toEqual(new Map([['guild', new Set(['a'])]]));
      expect(await store.deck.scheduledSince(100)).toEqual(new Map());
    });

    it('the deck takes more channels at once than a statement can carry', async () => {
      const channels = Array.from({ length: 2_500 }, (_, n) => `${n}`);
      await store.deck.dealEach(
        channels.map((channelId) => ({ channelId, factId: 'a' })),
        5,
      );
      expect((await store.deck.lastDealt(channels, ['a', 'b'])).size).toBe(2_500);
    });
  });
}

function schedule(channelId: string): Omit<Schedule, 'id' | 'lastRun' | 'paused'> {
  return {
    guildId: 'guild',
    channelId,
    kind: 'fact',
    cron: '0 9 * * *',
    timeZone: 'Europe/Rome',
    locale: 'it',
    createdAt: 5,
  };
}

function state(id: string, seenAt: number): MatchState {
  const club = (name: string) => ({ id: name.toLowerCase(), name });
  const match = {
    id,
    competition: { id: 'serie-a', name: 'Serie A' },
    season: '2021-22',
    home: club('Milan'),
    away: club('Inter'),
    kickOff: 1_636_314_300_000,
  };
  const snapshot = { match, at: seenAt, phase: 'first-half', events: [] } as const;
  return { snapshot, score: { home: 0, away: 1 }, events: [], seenAt, fullTimeLooks: 0, falseWhistles: 0, minted: 0 };
}

function news(id: string, at: number): News {
  return { id, matchId: 'a', at, since: 0, score: { home: 0, away: 0 }, kind: 'kick-off' };
}
