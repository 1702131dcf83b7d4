import type { Log } from '../log.ts';
import { type Clock, DAY, SECOND } from '../match/instant.ts';
import { Rounds } from '../rounds.ts';
import type { Store } from './store.ts';

export interface ShareStoreOptions {
  readonly store: Pick<Store, 'isShared' | 'claims' | 'leases'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among those that share the store. */
  readonly name: string;
}

/** How often a process says that it is alive, and how long that is believed. */
const BEAT = 5 * SECOND;
const BELIEVED = 15 * SECOND;
/** By then nobody asks any more who took what. */
const KEEP_CLAIMS = DAY;
const AT_WORK = 'at-work';

/**
 * What a process owes the others on its store: that an interaction, which Discord brings to all that have its token, is
 * answered by one of them, and that whoever comes second knows. A store that serves one process alone is asked for nothing.
 */
export function shareStore({ store, clock, log, name }: ShareStoreOptions) {
  const { isShared, claims, leases } = store;
  /** False while another process is at work: it holds the lease. */
  const beat = () => leases.take(AT_WORK, name, clock.now(), BELIEVED);
  const beating = new Rounds({
    async round() {
      await beat();
      await claims.prune(clock.now() - KEEP_CLAIMS);
      return BEAT;
    },
    onFailure: (error) => {
      log.warn({ err: error }, 'the store could not be told that this process is alive; trying again');
      return BEAT;
    },
  });

  return {
    /** Whether an interaction is this process's to answer: the first that claims it has it. */
    claim: async (interactionId: string): Promise<boolean> =>
      !isShared || claims.take(`interaction:${interactionId}`, clock.now()),

    /** Begins to say that this process is alive, and warns where another is. */
    async start(): Promise<void> {
      if (!isShared) return;
      if (!(await beat())) log.warn({}, ANOTHER);
      beating.start();
    },

    async stop(): Promise<void> {
      await beating.stop();
      if (isShared) await leases.release(AT_WORK, name);
    },
  };
}

const ANOTHER =
  "another Tifo works on this database, or did until a moment ago. Each command is answered by one of them, once; but each believes that Discord's 50 requests a second are its own, so that posts may be held up (429). Unless one is about to stop, run one";
