import type { PanelAction, PanelStatus } from '../../switchboard/panel.ts';
import { gather, isSettled, withVerdicts } from '../panel/evidence.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { faultOf, type WhatIf } from '../panel/what-if.ts';
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
    if (status) setPanel((panel) => ({ ...panel, status }));
    if (Object.values(store.get().panel.trials).every(isSettled)) return;
    const evidence = await gather(ask).catch(() => undefined);
    const bot = [...store.get().users.values()].find((user) => user.bot)?.username ?? '';
    if (evidence) setPanel((panel) => ({ ...panel, trials: withVerdicts(panel.trials, evidence, bot) }));
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
