import { mergeFeeds } from '../../../src/feed/merge-feeds.ts';
import { endOf, type Recording } from '../../../src/feed/recording.ts';
import { MatchFollower } from '../../../src/live/follow-matches.ts';
import { type Log, SILENT } from '../../../src/log.ts';
import { type Instant, MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { Hearing } from '../../../src/subscriptions/subscription.ts';
import { type Facts, Newsroom } from './newsroom.ts';
import { SOURCES, type SourceName } from './sources.ts';
import { type CardMoment, Transcript } from './transcript.ts';

export interface Played {
  readonly recording: Recording;
  readonly round?: string;
  readonly moments: readonly CardMoment[];
  /** What facts there are for channels that wish for them. */
  readonly facts?: Facts;
  /** What goes wrong with who tells it, and when. */
  readonly trouble?: { readonly fault: string; readonly isOn: (now: Instant) => boolean };
  /** Each channel that follows, with how it hears. */
  readonly channels: Readonly<Record<string, Partial<Hearing>>>;
}

export interface Told {
  /** What each channel reads. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the feeds complained about. */
  readonly complaints: readonly string[];
}

/** How far apart looks are while something happens, as it goes on, and long before and after. */
const CLOSE = 15 * SECOND;
const WIDE = MINUTE;
const SELDOM = 3 * MINUTE;

/** A look is close for so long after something happened. */
const HAPPENING = 75 * SECOND;

/** Plays a whole match as somebody tells it, looked at as the bot looks, and gives what stands in the channels. */
export async function play(
  name: SourceName,
  { recording, round, moments, facts, trouble, channels }: Played,
): Promise<Told> {
  const room = await Newsroom.open(undefined, facts);
  const clock = { now: () => room.now };
  const complaints: string[] = [];
  const complain: Log['warn'] = (context, text) => void complaints.push(`${text} ${JSON.stringify(context)}`);
  const log: Log = { ...SILENT, warn: complain, error: complain };
  room.now = recording.match.kickOff - 70 * MINUTE;
  const source = await SOURCES[name]({ recording, ...(round && { round }), clock, log });
  const feed = mergeFeeds([source.feed], { clock, log });
  const {
    store,
    facts: { answersTo },
  } = room;
  const follower = new MatchFollower({ feed, store, clock, log, answersTo, name: 'golden', onWork: () => undefined });
  const target = { kind: 'competition', id: recording.match.competition.id } as const;
  for (const [id, hearing] of Object.entries(channels)) await room.follow(id, hearing, target);
  const transcripts = new Map(Object.keys(channels).map((id) => [id, new Transcript(room, id, moments)]));
  try {
    const end = endOf(recording);
    while (room.now <= end + 75 * MINUTE) {
      source.deliver?.();
      source.beWell?.();
      if (trouble?.isOn(room.now)) source.faults?.[trouble.fault]?.();
      await follower.look();
      await room.deliver();
      for (const transcript of transcripts.values()) transcript.watch();
      const isQuiet = room.now < recording.match.kickOff - 5 * MINUTE || room.now > end + 15 * MINUTE;
      const isNear = recording.frames.some(({ at }) => room.now > at - WIDE && room.now < at + HAPPENING);
      room.now += Math.max(isQuiet ? SELDOM : isNear ? CLOSE : WIDE, feed.lookEveryMs);
    }
  } finally {
    await follower.stop();
    await source.close();
    await room.close();
  }
  const { home, away } = recording.match;
  const title = `${home.name} v ${away.name}, told by ${name}`;
  return { complaints, texts: new Map([...transcripts].map(([id, transcript]) => [id, transcript.text(title)])) };
}
