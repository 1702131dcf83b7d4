import type { AlterTableBuilder, Migration } from 'kysely';

/** What a channel wishes to hear, posts that are edited, live cards, replays, calendars and results. */
export const followLiveMigration: Migration = {
  async up(db) {
    const create = db.schema;
    const alter = (table: string, add: (t: AlterTableBuilder) => { execute(): Promise<void> }) =>
      add(create.alterTable(table)).execute();
    await alter('subscriptions', (t) => t.addColumn('hears', 'text', (c) => c.notNull().defaultTo(EVERYTHING)));
    await alter('subscriptions', (t) => t.addColumn('delay_ms', 'integer', (c) => c.notNull().defaultTo(0)));
    await alter('subscriptions', (t) => t.addColumn('spoilers', 'text', (c) => c.notNull().defaultTo('show')));
    await alter('subscriptions', (t) => t.addColumn('thread', 'integer', (c) => c.notNull().defaultTo(0)));
    await alter('subscriptions', (t) => t.addColumn('ping_role', 'text'));
    await alter('deliveries', (t) => t.addColumn('spoilers', 'text', (c) => c.notNull().defaultTo('show')));
    // A number of eight bytes, as what it is added to is.
    await alter('deliveries', (t) => t.addColumn('delay_ms', 'bigint', (c) => c.notNull().defaultTo(0)));
    for (const counter of ['turn', 'revision'])
      await alter('deliveries', (t) => t.addColumn(counter, 'integer', (c) => c.notNull().defaultTo(0)));
    for (const text of ['in_thread', 'reply_to', 'replaces', 'ping_role', 'digest', 'posted_in'])
      await alter('deliveries', (t) => t.addColumn(text, 'text'));
    for (const instant of ['posted_at', 'again_at']) await alter('deliveries', (t) => t.addColumn(instant, 'bigint'));
    await create.dropIndex('deliveries_waiting').execute();
    const order: string[] = ['turn', 'not_before', 'seq'];
    await create
      .createIndex('deliveries_waiting_by_turn')
      .on('deliveries')
      .columns(order)
      .where('settled_at', 'is', null)
      .execute();
    await create
      .createIndex('deliveries_by_subject')
      .on('deliveries')
      .columns(['subject_kind', 'subject_id'])
      .execute();
    await alter('news', (t) => t.addColumn('match_id', 'text'));
    await alter('news', (t) => t.addColumn('at', 'bigint'));
    await create.createIndex('news_by_match').on('news').columns(['match_id', 'at']).execute();
    await create.createIndex('news_by_age').on('news').column('at').execute();
    await create
      .createTable('moments')
      .addColumn('match_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('one_moment', ['match_id', 'at'])
      .execute();
    await create
      .createTable('cards')
      .addColumn('match_id', 'text', (c) => c.primaryKey())
      .addColumn('generation', 'integer', (c) => c.notNull())
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('refreshed_at', 'bigint', (c) => c.notNull())
      .addColumn('audience', 'text', (c) => c.notNull())
      .execute();
    await create
      .createTable('leases')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .execute();
    await create
      .createTable('replays')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('match_id', 'text', (c) => c.notNull())
      .addColumn('guild_id', 'text', (c) => c.notNull())
      .addColumn('thread_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('speed', 'integer', (c) => c.notNull())
      .addColumn('started_at', 'bigint', (c) => c.notNull())
      .execute();
    await create
      .createTable('calendar')
      .addColumn('guild_id', 'text', (c) => c.notNull())
      .addColumn('match_id', 'text', (c) => c.notNull())
      .addColumn('event_id', 'text')
      .addColumn('entry', 'text', (c) => c.notNull())
      .addColumn('settled', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('one_entry', ['match_id', 'guild_id'])
      .execute();
    await create
      .createTable('results')
      .addColumn('competition', 'text', (c) => c.notNull())
      .addColumn('season', 'text', (c) => c.notNull())
      .addColumn('home', 'text', (c) => c.notNull())
      .addColumn('away', 'text', (c) => c.notNull())
      .addColumn('result', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('one_result', ['competition', 'season', 'home', 'away'])
      .execute();
    const open: string[] = ['match_id'];
    await create.createIndex('calendar_open').on('calendar').columns(open).where('settled', '=', 0).execute();
  },
};

/** What channels heard that followed before there was a choice. */
const EVERYTHING = JSON.stringify([
  'goals',
  'penalties',
  'red-cards',
  'yellow-cards',
  'substitutions',
  'chances',
  'phases',
  'line-ups',
  'card',
]);
