import type { PanelStatus } from '../../switchboard/panel.ts';
import type { Evidence, Trial } from './evidence.ts';
import type { WhatIf } from './what-if.ts';

export interface PanelState {
  /** What the bot says of itself; none where nobody attached its controls, or it does not answer. */
  readonly status?: PanelStatus;
  readonly trials: Readonly<Partial<Record<WhatIf, Trial>>>;
  /** What was seen last, while there is a trial to follow. */
  readonly evidence?: Evidence;
  /** Whether the reader is asked if the match is to start over. */
  readonly asksToRestart?: true;
  /** Whether the panel waits for something it asked for. */
  readonly isBusy: boolean;
}

export const NO_PANEL: PanelState = { trials: {}, isBusy: false };
