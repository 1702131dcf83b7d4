import { html, nothing, type TemplateResult } from 'lit';
import { channelList } from './channel-list.ts';
import { composerView } from './composer-view.ts';
import * as icons from './icons.ts';
import { messageList } from './message-list.ts';
import { modalView } from './modal-view.ts';
import { panelView } from './panel-view.ts';
import { pinsButton, pinsView } from './pins-view.ts';
import { restartView } from './restart-view.ts';
import { channelName, type View } from './view.ts';

/** The whole page: channels, the conversation with its composer, and the match panel. */
export function pageView(view: View, isLight: boolean): TemplateResult {
  const { state, say, act } = view;
  const { drawer } = state;
  const name = channelName(state, state.open);
  const toggle = (which: 'channels' | 'panel') => act.show(drawer === which ? 'none' : which);
  const topic = state.channels.get(state.open ?? '')?.topic;
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById('log')?.focus();
  };
  const onKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    if (state.pins !== undefined) act.showPins(false);
    else if (drawer !== 'none') act.show('none');
  };
  return html`<a class="skip" href="#log" @click=${skip}>${say.skip}</a>
    <div class="frame" data-drawer=${drawer} @keydown=${onKey}>
      ${channelList(view)}
      <main class="talk">
        <header class="top">
          <button
            type="button"
            class="bare narrow"
            aria-label=${say.nav.openChannels}
            aria-expanded=${drawer === 'channels'}
            aria-controls="channels"
            @click=${() => toggle('channels')}
          >
            ${icons.menu}
          </button>
          <h1><span aria-hidden="true">${name.slice(0, 1)}</span>${name.slice(1)}<span class="unseen"> – ${say.title}</span></h1>
          ${topic ? html`<p>${topic}</p>` : nothing} ${pinsButton(view)}
          <button
            type="button"
            class="bare medium"
            aria-label=${say.nav.openPanel}
            aria-expanded=${drawer === 'panel'}
            aria-controls="panel"
            @click=${() => toggle('panel')}
          >
            ${icons.ball}
          </button>
        </header>
        <p class="line-state" role="status">${lineState(view)}</p>
        ${pinsView(view)} ${messageList(view, isLight)}
        ${
          state.trouble
            ? html`<p class="problem" role="alert">
                ${state.trouble}
                <button type="button" class="bare" aria-label=${say.nav.close} @click=${() => act.forgetTrouble()}>${icons.cross}</button>
              </p>`
            : nothing
        }
        ${state.open ? composerView(view) : nothing}
      </main>
      ${panelView(view)}
    </div>
    ${modalView(view)} ${restartView(view)}
    <p class="unseen" aria-live="polite" id="said">${state.said}</p>`;
}

function lineState({ state: { connection }, say }: View): string {
  if (connection === 'live') return '';
  return connection === 'lost' ? say.reconnecting : say.connecting;
}
