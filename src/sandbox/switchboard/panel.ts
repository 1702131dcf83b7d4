import * as z from 'zod/mini';
import { form } from '../form.ts';
import { FEED_FAULTS } from './feed-fault.ts';

/**
 * What a bot of the sandbox is doing, as it tells it itself; while it does not run, what it was doing last. Instants are ms
 * since the epoch, of the match replayed.
 */
export interface PanelStatus {
  /** `elsewhere`: whatever bot there is, it is not the sandbox's to start and stop. */
  readonly bot: 'running' | 'starting' | 'stopped' | 'elsewhere';
  readonly replay?: {
    readonly match: string;
    readonly at: number;
    readonly startsAt: number;
    readonly endsAt: number;
    readonly minute?: string;
    readonly phase: string;
    readonly score?: string;
    readonly speed: number;
    readonly paused: boolean;
    /** The faults its feed has now, by their names in `feed-fault.ts`. */
    readonly faults: readonly string[];
  };
  readonly outbox?: {
    readonly waiting: number;
    readonly sent: number;
    readonly retried: number;
    readonly paused: number;
  };
}

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pause') }),
  z.object({ kind: z.literal('play'), speed: z.union([z.literal(1), z.literal(10), z.literal(60), z.literal(600)]) }),
  z.object({ kind: z.literal('next-event') }),
  z.object({ kind: z.literal('restart') }),
  z.object({ kind: z.literal('kill-bot') }),
  z.object({ kind: z.literal('start-bot') }),
  z.object({ kind: z.literal('feed-fault'), fault: z.enum(FEED_FAULTS) }),
]);

export type PanelAction = z.infer<typeof action>;

export const readPanelAction = (body: unknown): PanelAction => form<PanelAction>(action, body);

/** The bot's own controls, which whoever runs bot and sandbox together may attach to the sandbox. */
export interface Panel {
  status(): Promise<PanelStatus>;
  act(action: PanelAction): Promise<void>;
}
