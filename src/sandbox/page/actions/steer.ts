import type { PanelAction, PanelStatus } from '../../switchboard/panel.ts';
import { gather } from '../panel/evidence.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { faultOf, type WhatIf } from '../panel/what-if.ts';
import { without } from '../state/state.ts';
import { attempt, type Context } from './context.ts';

export interface Steering {
  /** Looks at the bot, and at what became of the faults that were set off. */
  look(): Promise<void>;
  steer(action: PanelAction): Promise<void>;
  tryOut(what: WhatIf): Promise<void>;
}

/** The match panel's side: what the bot is told, and what is seen of it. */
export function steering(context: Context, now: () => number): Steering {
  const { store, ask } = context;
  const setPanel = (step: (panel: PanelState) => PanelState) =>
    store.update((state) => ({ ...state, panel: step(state.panel) }));

  async function look(): Promise<void> {
    const status = await ask<PanelStatus>('GET', '/sandbox/panel').catch(() => undefined);
    setPanel((panel) => ({ ...without(panel, 'status'), ...(status && { status }) }));
    if (Object.keys(store.get().panel.trials).length === 0) return;
    const evidence = await gather(ask).catch(() => undefined);
    if (evidence) setPanel((panel) => ({ ...panel, evidence }));
  }

  async function busily(act: () => Promise<void>): Promise<void> {
    setPanel((panel) => ({ ...panel, isBusy: true }));
    await attempt(context, act);
    setPanel((panel) => ({ ...panel, isBusy: false }));
    await look();
  }

  return {
    look,
    steer: (action) => busily(() => ask('POST', '/sandbox/panel', action)),
    tryOut: (what) =>
      busily(async () => {
        const since = now();
        const { open } = store.get();
        const { sessions } = await gather(ask);
        const armed = await ask<{ readonly id?: number }>('POST', '/sandbox/faults', faultOf(what, open));
        const trial = {
          since,
          sessions,
          losesAnswer: what === 'lost-answer',
          ...(armed.id !== undefined && { fault: armed.id }),
          ...(what === 'forbidden' && open !== undefined && { channelId: open }),
        };
        setPanel((panel) => ({ ...panel, trials: { ...panel.trials, [what]: trial } }));
      }),
  };
}
