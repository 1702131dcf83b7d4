import { html, nothing, type TemplateResult } from 'lit';
import type { PanelStatus } from '../../switchboard/panel.ts';
import { barredBy, FEED_FAULTS } from '../panel/feed-faults.ts';
import type { View } from './view.ts';

/** What can go wrong with the feed of the match that is on. */
export function feedFaultsView({ bot, replay }: PanelStatus, view: View): TemplateResult {
  const { feed } = view.say.panel;
  const isOn = bot === 'running';
  const active = isOn ? (replay?.faults ?? []) : [];
  return html`<section>
    <h3>${feed.heading}</h3>
    <p>${isOn && !replay ? feed.noReplay : feed.note}</p>
    <ul class="faults">
      ${FEED_FAULTS.map((fault) => {
        const { label, does } = feed.faults[fault];
        const reason = isOn && replay ? barredBy(fault, replay) : undefined;
        return html`<li>
          <button
            type="button"
            class="plain"
            aria-describedby="feed-${fault}"
            ?disabled=${!isOn || !replay || reason !== undefined}
            @click=${() => view.act.steer({ kind: 'feed-fault', fault })}
          >
            ${label}
          </button>
          <p id="feed-${fault}">${does}${reason === undefined ? nothing : html` <em>${feed.reasons[reason]}</em>`}</p>
          <p class="outcome" role="status">${active.includes(fault) ? feed.active : ''}</p>
        </li>`;
      })}
    </ul>
  </section>`;
}
