import { html, nothing, type TemplateResult } from 'lit';
import type { PanelStatus } from '../../switchboard/panel.ts';
import { barredBy, FEED_FAULTS } from '../panel/feed-faults.ts';
import type { View } from './view.ts';

/** What can go wrong with the feed of the match that is on. */
export function feedFaultsView(status: PanelStatus | undefined, view: View): TemplateResult {
  const { feed } = view.say.panel;
  const active = status?.replay?.faults ?? [];
  return html`<section>
    <h3>${feed.heading}</h3>
    <p>${feed.note}</p>
    <ul class="faults">
      ${FEED_FAULTS.map((fault) => {
        const { label, does } = feed.faults[fault];
        const reason = barredBy(fault, status?.replay);
        return html`<li>
          <button
            type="button"
            class="plain"
            aria-describedby="feed-${fault}"
            ?disabled=${reason !== undefined}
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
