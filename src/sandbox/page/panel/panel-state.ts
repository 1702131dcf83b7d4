import type { PanelStatus } from '../../switchboard/panel.ts';
import type { Trials } from './evidence.ts';

export interface PanelState {
  /** What the sandbox said of the bot last. */
  readonly status?: PanelStatus;
  readonly trials: Trials;
  /** Whether the reader is asked if the match is to start over. */
  readonly asksToRestart?: true;
  /** Whether the panel waits for something it asked for. */
  readonly isBusy: boolean;
}

export const NO_PANEL: PanelState = { trials: {}, isBusy: false };
