import { html, nothing, type TemplateResult } from 'lit';
import { modalDialog } from './modal-view.ts';
import type { View } from './view.ts';

/** Asks before the match starts over, and says what that means for what is there. */
export function restartView({ state, say, act }: View): TemplateResult | typeof nothing {
  if (!state.panel.asksToRestart) return nothing;
  const { restart } = say.panel;
  const close = () => act.askToRestart(false);
  const begin = (event: SubmitEvent) => {
    event.preventDefault();
    close();
    act.steer({ kind: 'restart' });
  };
  return html`<dialog
    class="modal"
    aria-labelledby="restart-title"
    aria-describedby="restart-means"
    ${modalDialog}
    @close=${close}
    ><form @submit=${begin}>
      <h2 id="restart-title">${restart.heading}</h2>
      <p id="restart-means">${restart.means}</p>
      <div class="row">
        <button type="button" class="plain" @click=${close}>${say.modal.cancel}</button>
        <button class="send">${say.panel.kinds.restart}</button>
      </div>
    </form></dialog
  >`;
}
