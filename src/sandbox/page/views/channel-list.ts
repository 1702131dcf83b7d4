import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../connection/events.ts';
import { isUnread } from '../state/unread.ts';
import * as icons from './icons.ts';
import { avatarOf, channelName, type View } from './view.ts';

/** Text channels and announcements; what people talk in. */
const SHOWN = [0, 5];

/** Servers with their channels and threads, direct messages, and who one is. */
export function channelList(view: View): TemplateResult {
  const { state, say } = view;
  const all = [...state.channels.values()];
  const direct = all.filter(({ type }) => type === 1);
  return html`<nav class="channels" id="channels" aria-label=${say.nav.servers}>
    <div class="places">
      ${state.guilds.map(({ id, name }) => {
        const places = all
          .filter(({ guild_id, type }) => guild_id === id && SHOWN.includes(type))
          .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
        return html`<h2 id="server-${id}">${name}</h2>
          <ul aria-labelledby="server-${id}">
            ${places.map((channel) => html`<li>${entry(channel, view)}${threadsOf(channel, all, view)}</li>`)}
          </ul>`;
      })}
      ${
        direct.length > 0
          ? html`<h2 id="direct">${say.nav.direct}</h2>
              <ul aria-labelledby="direct">${direct.map((channel) => html`<li>${entry(channel, view)}</li>`)}</ul>`
          : nothing
      }
    </div>
    ${reader(view)}
  </nav>`;
}

function threadsOf({ id }: Channel, all: readonly Channel[], view: View): TemplateResult | typeof nothing {
  const threads = all.filter(
    ({ parent_id, thread_metadata }) => parent_id === id && thread_metadata?.archived === false,
  );
  return threads.length === 0 ? nothing : html`<ul>${threads.map((each) => html`<li>${entry(each, view)}</li>`)}</ul>`;
}

function entry(channel: Channel, { state, say, act }: View): TemplateResult {
  const isNew = isUnread(state, channel);
  const calls = state.calls[channel.id] ?? 0;
  const isOpen = channel.id === state.open;
  const sign = channel.type === 1 ? icons.at : channel.thread_metadata ? icons.thread : icons.hash;
  return html`<a
    href="#${channel.id}"
    class="channel ${isNew ? 'unread' : ''}"
    aria-current=${isOpen ? 'page' : nothing}
    @click=${() => isOpen && act.show('none')}
    >${sign}<span>${channelName(state, channel.id).slice(1)}</span>${
      calls > 0
        ? html`<span class="badge" aria-label=${say.nav.calls(calls)} role="img">${calls}</span>`
        : isNew
          ? html`<span class="unseen">(${say.nav.unread})</span>`
          : nothing
    }</a
  >`;
}

/** Who reads, in which language, and by which light. */
function reader({ state: { preferences }, say, act }: View): TemplateResult {
  const { reader: who, locale, theme } = preferences;
  const username = who === 'admin' ? 'ada' : 'milo';
  return html`<section class="reader" aria-label=${say.reader.heading}>
    <img src=${avatarOf(username)} alt="" />
    ${chooser(say.reader.heading, who, { admin: say.reader.admin, member: say.reader.member }, (value) =>
      act.prefer({ reader: value }),
    )}
    ${chooser(say.reader.language, locale, { 'en-US': 'English', it: 'Italiano' }, (value) =>
      act.prefer({ locale: value }),
    )}
    ${chooser(say.reader.theme, theme, say.reader.themes, (value) => act.prefer({ theme: value }))}
  </section>`;
}

function chooser<T extends string>(
  label: string,
  value: T,
  words: Readonly<Record<T, string>>,
  choose: (value: T) => void,
): TemplateResult {
  const known = Object.keys(words) as T[];
  const onChange = ({ currentTarget }: Event) => {
    const chosen = currentTarget instanceof HTMLSelectElement && known.find((each) => each === currentTarget.value);
    if (chosen) choose(chosen);
  };
  return html`<label
    ><span>${label}</span
    ><select @change=${onChange}>
      ${known.map((each) => html`<option value=${each} ?selected=${each === value}>${words[each]}</option>`)}
    </select></label
  >`;
}
