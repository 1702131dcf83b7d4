import { html, nothing, type TemplateResult } from 'lit';
import type { PanelAction, PanelStatus } from '../../switchboard/panel.ts';
import { WHAT_IFS, type WhatIf } from '../panel/what-if.ts';
import { feedFaultsView } from './feed-faults-view.ts';
import * as icons from './icons.ts';
import type { View } from './view.ts';

const SPEEDS = [1, 10, 60, 600] as const;
const COUNTS = ['waiting', 'sent', 'retried', 'paused'] as const;

/** The sandbox's own corner: the match that is replayed, how the bot fares, and what can go wrong. */
export function panelView(view: View): TemplateResult {
  const { say, state, act } = view;
  const { status, isBusy } = state.panel;
  return html`<aside class="panel" id="panel" aria-label=${say.panel.heading} aria-busy=${isBusy}>
    <header>
      <h2>${icons.ball} ${say.panel.heading}</h2>
      <button type="button" class="bare medium" aria-label=${say.nav.close} @click=${() => act.show('none')}>${icons.cross}</button>
      <p>${say.panel.note}</p>
    </header>
    ${status ? steered(status, view) : nothing}
    <section>
      <h3>${say.panel.whatIf}</h3>
      <p>${say.panel.whatIfNote}</p>
      <ul class="faults">${WHAT_IFS.map((what) => fault(what, view))}</ul>
    </section>
  </aside>`;
}

/** What is the bot's own: none of it is known, or to be steered, of a bot that runs elsewhere. */
function steered(status: PanelStatus, view: View): TemplateResult {
  if (status.bot === 'elsewhere') return botCard(status, view);
  const isFrozen = status.bot !== 'running' && (status.replay ?? status.outbox) !== undefined;
  return html`${isFrozen ? html`<p class="frozen">${view.say.panel.frozen}</p>` : nothing}${replay(status, view)}${botCard(
    status,
    view,
  )}${feedFaultsView(status, view)}`;
}

function replay({ bot, replay: shown }: PanelStatus, view: View): TemplateResult | typeof nothing {
  const { say, state } = view;
  if (!shown) return nothing;
  const { match, at, startsAt, endsAt, minute, phase, score, speed, paused } = shown;
  const when = new Intl.DateTimeFormat(state.preferences.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  );
  const isOff = bot !== 'running';
  const part = endsAt > startsAt ? (at - startsAt) / (endsAt - startsAt) : 1;
  return html`<section class="match">
    ${isOff ? nothing : html`<h3>${say.panel.match}</h3>`}
    <p class="teams">${match.replace(' v ', ' – ')}</p>
    <p class="score">${score ?? '–'}</p>
    <p class="clock">
      ${[phase === 'full-time' ? undefined : minute, say.panel.phases[phase] ?? phase, paused && say.panel.paused].filter(Boolean).join(' · ')}
    </p>
    <p class="when">${when}</p>
    <progress max="1" .value=${part} aria-label=${say.panel.progress}></progress>
    <div class="row" role="group" aria-label=${say.panel.speed}>
      ${SPEEDS.map((each) => {
        const isOn = !paused && speed === each;
        return act(`${each}×`, { kind: 'play', speed: each }, view, { isOn, isOff });
      })}
    </div>
    <div class="row">
      ${paused ? nothing : act(say.panel.kinds.pause, { kind: 'pause' }, view, { isOff })}
      ${paused ? act(say.panel.kinds.play, { kind: 'play', speed: SPEEDS.find((each) => each === speed) ?? 1 }, view, { isOff }) : nothing}
      ${act(say.panel.kinds['next-event'], { kind: 'next-event' }, view, { isOff })}
      <button
        type="button"
        class="plain restart"
        aria-haspopup="dialog"
        aria-disabled=${isOff}
        @click=${() => isOff || view.act.askToRestart(true)}
      >
        ${say.panel.kinds.restart}
      </button>
    </div>
  </section>`;
}

/** `isOn` makes a button a switch; one that `isOff` does nothing, but keeps the keys where they are. */
interface Turned {
  readonly isOn?: boolean;
  readonly isOff?: boolean;
}

/** A button of the panel. */
const act = (words: string, action: PanelAction, view: View, { isOn, isOff = false }: Turned = {}): TemplateResult =>
  html`<button
    type="button"
    class="plain"
    aria-disabled=${isOff}
    aria-pressed=${isOn === undefined ? nothing : isOn}
    @click=${() => isOff || view.act.steer(action)}
  >
    ${words}
  </button>`;

function botCard({ bot, outbox }: PanelStatus, view: View): TemplateResult {
  const { panel } = view.say;
  const kind = bot === 'running' ? 'kill-bot' : 'start-bot';
  return html`<section>
    <h3><span class="light ${bot}"></span> ${panel.bot[bot]}</h3>
    ${
      bot === 'elsewhere'
        ? html`<p>${panel.elsewhereHelp}</p>`
        : html`<div class="row">${act(panel.kinds[kind], { kind }, view, { isOff: bot === 'starting' })}</div>
            ${bot === 'running' ? html`<p>${panel.botHelp}</p>` : nothing}`
    }
    ${
      outbox
        ? html`<h3>${panel.outbox}</h3>
            <dl class="counts">
              ${COUNTS.map((name) => html`<div><dt>${panel.counts[name]}</dt><dd>${outbox[name]}</dd></div>`)}
            </dl>`
        : nothing
    }
  </section>`;
}

function fault(what: WhatIf, view: View): TemplateResult {
  const { panel } = view.say;
  const { label, does } = panel.faults[what];
  return html`<li>
    <button type="button" class="plain" aria-describedby="does-${what}" @click=${() => view.act.tryOut(what)}>${label}</button>
    <p id="does-${what}">${does}</p>
    <p class="outcome" role="status">${outcome(what, view)}</p>
  </li>`;
}

function outcome(what: WhatIf, { state, say: { panel: words } }: View): string {
  const became = state.panel.trials[what]?.outcome;
  if (!became) return '';
  if (!('posts' in became)) return words.outcome[became.kind];
  return words.outcome[became.kind](
    became.posts.map((heard) => (heard === 'lost' ? words.outcome.lost : heard)).join(' → '),
  );
}
