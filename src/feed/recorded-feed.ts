import { type Clock, type Instant, MINUTE } from '../match/instant.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { EVERY_KIND, type Feed } from './feed.ts';
import { beginFault, type FeedFault, type FeedFaultKind, isActive, isSilent, withFaults } from './feed-faults.ts';
import { endOf, type Recording, replayedSpan, snapshotAt } from './recording.ts';
import { ReplayClock } from './replay-clock.ts';
import { type SideReplay, SideReplays } from './side-replays.ts';

/** A recorded minute a look, within these. */
const SLOWEST_LOOK_MS = 1_000;
const FASTEST_LOOK_MS = 50;
const LOOK_WHEN_NOTHING_RUNS_MS = 2_000;

const SOONEST_SILENT_MS = 3_000;
const SILENT_AFTER = 3 * MINUTE;

const SILENT = 'the recorded feed does not answer: a fault that was asked for';

export interface RecordedFeedOptions {
  readonly recordings: readonly Recording[];
  readonly clock: Clock;
  /** How many recorded minutes pass in one minute of ours; 0 stands still at the end of every recording. */
  readonly speed: number;
  /** Where a match's replay stood when it was last looked at, so that a restart goes on from there. */
  resumeAt(matchId: string): Promise<Instant | undefined>;
  /** False where another feed tells what is played: then only the replays that people asked for are served. */
  readonly listed?: boolean;
  /** The faults that a process before this one was told of. */
  readonly faults?: readonly FeedFault[];
}

/** The replay that runs, for whoever watches and steers it. */
export interface ReplayView {
  /** As the feed tells it, faults included; its `at` goes no further than `endsAt`. */
  readonly snapshot: Snapshot;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly speed: number;
  readonly paused: boolean;
  readonly faults: readonly FeedFaultKind[];
}

/** A feed of recorded matches that can be steered. */
export interface RecordedFeed extends Feed {
  /** Undefined until somebody has looked at a match. */
  replay(): ReplayView | undefined;
  pause(): void;
  play(speed: number): void;
  /** To the moment at which something next happens. */
  skipToNextFrame(): void;
  /** Breaks the replay that runs, from now on. Undefined where that cannot be: nothing runs, or there is no goal yet. */
  fault(kind: FeedFaultKind): FeedFault | undefined;
  /** Plays a match from its start under an id of its own, beside everything else. False where none such is recorded. */
  startReplay(id: string, replay: SideReplay): boolean;
  stopReplay(id: string): void;
}

/** Replays recorded matches. A match's replay starts when somebody first looks at it. */
export function recordedFeed(options: RecordedFeedOptions): RecordedFeed {
  const { clock, speed, resumeAt } = options;
  const byId = new Map(options.recordings.map((recording) => [recording.match.id, recording]));
  const listed = options.listed === false ? [] : options.recordings;
  const replays = new ReplayClock(clock, speed);
  const aside = new SideReplays({ recordingOf: (id) => byId.get(id), clock, resumeAt });
  const faults = [...(options.faults ?? [])];
  /** Looks at each match since it last began to flicker. */
  const looks = new Map<string, number>();

  async function momentOf(recording: Recording): Promise<Instant> {
    const { id } = recording.match;
    const running = replays.momentOf(id);
    if (running !== undefined) return running;
    const { from, to } = replayedSpan(recording);
    const start = speed === 0 ? endOf(recording) : ((await resumeAt(id)) ?? from);
    replays.start(id, start, to);
    return start;
  }

  const faultsOf = (recording: Recording) => faults.filter(({ matchId }) => matchId === recording.match.id);

  /** Undefined while the feed is silent. */
  async function lookAt(recording: Recording): Promise<Snapshot | undefined> {
    const at = await momentOf(recording);
    if (isSilent(faultsOf(recording), at, endOf(recording))) return undefined;
    const look = looks.get(recording.match.id) ?? 0;
    looks.set(recording.match.id, look + 1);
    return withFaults(snapshotAt(recording, at), faultsOf(recording), look);
  }

  /** The one that started last in the calendar, where several run. */
  function running(): { readonly recording: Recording; readonly at: Instant } | undefined {
    const started = listed.flatMap((recording) => {
      const at = replays.momentOf(recording.match.id);
      return at === undefined ? [] : [{ recording, at }];
    });
    return started.at(-1);
  }

  function lookEveryMs(): number {
    const goesOn = ({ match: { id } }: Recording) => replays.momentOf(id) === undefined || replays.runs(id);
    const speeds = [...(listed.some(goesOn) ? [replays.speed] : []), ...aside.speeds()];
    if (speeds.length === 0) return LOOK_WHEN_NOTHING_RUNS_MS;
    return Math.max(FASTEST_LOOK_MS, Math.min(SLOWEST_LOOK_MS, MINUTE / Math.max(...speeds)));
  }

  /** Undefined while it answers. */
  function problem(): string | undefined {
    const now = running();
    return now && isSilent(faultsOf(now.recording), now.at, endOf(now.recording)) ? SILENT : undefined;
  }

  return {
    name: 'recorded',
    capabilities: { events: EVERY_KIND, lineups: true, statistics: true, delaySeconds: 0 },
    get lookEveryMs() {
      return lookEveryMs();
    },
    get silentAfterMs() {
      const slowest = listed.length > 0 ? replays.speed : Math.min(...aside.speeds());
      return Math.max(SOONEST_SILENT_MS, SILENT_AFTER / (Number.isFinite(slowest) && slowest > 0 ? slowest : 1));
    },
    status() {
      const silent = problem();
      return { name: 'recorded', lookEveryMs: lookEveryMs(), ...(silent && { problem: silent }) };
    },
    async matches() {
      return listed.map(({ match }) => match);
    },
    async look(matchIds) {
      const asked = listed.filter(({ match }) => matchIds.includes(match.id));
      const [main, others] = await Promise.all([
        Promise.all(asked.map(lookAt)),
        Promise.all(matchIds.map((id) => aside.look(id))),
      ]);
      const snapshots = [...main, ...others].filter((snapshot) => snapshot !== undefined);
      if (snapshots.length === 0 && asked.length > 0) return { ok: false, problem: SILENT };
      return { ok: true, snapshots };
    },
    replay() {
      const now = running();
      if (!now) return undefined;
      const { recording, at } = now;
      const endsAt = endOf(recording);
      const broken = faultsOf(recording);
      return {
        snapshot: withFaults(snapshotAt(recording, Math.min(at, endsAt)), broken),
        startsAt: replayedSpan(recording).from,
        endsAt,
        speed: replays.speed,
        paused: replays.paused,
        faults: broken.filter((fault) => isActive(fault, at, endsAt)).map(({ kind }) => kind),
      };
    },
    pause: () => replays.pause(),
    play: (faster) => replays.play(faster),
    skipToNextFrame() {
      const now = running();
      const next = now?.recording.frames.find((frame) => frame.at > now.at);
      if (now && next) replays.jump(now.recording.match.id, next.at);
    },
    fault(kind) {
      const now = running();
      if (!now) return undefined;
      const { recording, at } = now;
      const begun = beginFault(kind, withFaults(snapshotAt(recording, at), faultsOf(recording)));
      if (begun) faults.push(begun);
      if (begun && kind === 'flickers') looks.set(recording.match.id, 0);
      return begun;
    },
    startReplay: (id, replay) => aside.start(id, replay),
    stopReplay: (id) => aside.stop(id),
  };
}
