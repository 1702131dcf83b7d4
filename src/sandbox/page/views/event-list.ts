import { html, nothing, type TemplateResult } from 'lit';
import type { ScheduledEvent } from '../connection/events.ts';
import * as icons from './icons.ts';
import type { View } from './view.ts';

const [SCHEDULED, ACTIVE] = [1, 2] as const;
/** How many of those that are over stay on show, and how many there are at most. */
const [OVER, MOST] = [3, 12] as const;

/** What a server has announced: what is on, what is to come, and what was just over. */
export function eventList(guildId: string, { state, say }: View): TemplateResult | typeof nothing {
  const events = inOrder([...state.events.values()].filter(({ guild_id }) => guild_id === guildId));
  if (events.length === 0) return nothing;
  const format = new Intl.DateTimeFormat(state.preferences.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return html`<details class="events" open>
    <summary>${icons.calendar} ${say.events.heading} <span class="amount">${events.length}</span></summary>
    <ul>
      ${events.slice(0, MOST).map(
        ({ name, scheduled_start_time: starts, status, entity_metadata: place }) => html`<li>
          <strong>${name}</strong>
          <span><time datetime=${starts}>${format.format(Date.parse(starts))}</time>${place?.location ? ` · ${place.location}` : ''}</span>
          <span class="state ${status === ACTIVE ? 'on' : ''}">${say.events.states[status] ?? ''}</span>
        </li>`,
      )}
    </ul>
  </details>`;
}

function inOrder(events: readonly ScheduledEvent[]): readonly ScheduledEvent[] {
  const byStart = events.toSorted(
    (one, other) => Date.parse(one.scheduled_start_time) - Date.parse(other.scheduled_start_time),
  );
  const over = byStart.filter(({ status }) => status > ACTIVE).slice(-OVER);
  return [ACTIVE, SCHEDULED].flatMap((wanted) => byStart.filter(({ status }) => status === wanted)).concat(over);
}
