import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Channel } from '../connection/events.ts';
import { isUnread } from '../state/unread.ts';
import { eventList } from './event-list.ts';
import * as icons from './icons.ts';
import { avatarOf, channelName, type View } from './view.ts';

/** Text channels and announcements; what people talk in. */
const SHOWN = [0, 5];

/** More channels than this are listed only when all are asked for. */
const AT_FIRST = 100;

/** Servers with their channels and threads, direct messages, and who one is. */
export function channelList(view: View): TemplateResult {
  const { state, say } = view;
  const all = [...state.channels.values()];
  const direct = all.filter(({ type }) => type === 1);
  const threads = threadsByChannel(all);
  return html`<nav class="channels" id="channels" aria-label=${say.nav.servers}>
    <div class="places">
      ${state.guilds.map(
        ({ id, name }) => html`<h2 id="server-${id}">${name}</h2>
          ${eventList(id, view)} ${placesOf(id, all, threads, view)}`,
      )}
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

type Threads = ReadonlyMap<string, readonly Channel[]>;

function threadsByChannel(all: readonly Channel[]): Threads {
  const threads = new Map<string, Channel[]>();
  for (const channel of all) {
    if (!channel.thread_metadata || !channel.parent_id) continue;
    const known = threads.get(channel.parent_id);
    if (known) known.push(channel);
    else threads.set(channel.parent_id, [channel]);
  }
  return threads;
}

/** The channels of a server: of very many the first, and those that wait for the reader. */
function placesOf(guildId: string, all: readonly Channel[], threads: Threads, view: View): TemplateResult {
  const { state, say, act } = view;
  const places = all
    .filter(({ guild_id, type }) => guild_id === guildId && SHOWN.includes(type))
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const around = parentOf(state.open, state.channels);
  const shown = state.showsAll
    ? places
    : places.filter(({ id }, index) => index < AT_FIRST || id === around || (state.calls[id] ?? 0) > 0);
  const more = places.length - shown.length;
  return html`<ul aria-labelledby="server-${guildId}">
      ${shown.map((channel) => html`<li>${entry(channel, view)}${threadsOf(channel, threads, view)}</li>`)}
    </ul>
    ${
      more > 0
        ? html`<button type="button" class="word more" @click=${() => act.showAll()}>${say.nav.more(more)}</button>`
        : nothing
    }`;
}

const parentOf = (id: string | undefined, channels: View['state']['channels']): string | undefined =>
  channels.get(id ?? '')?.thread_metadata ? (channels.get(id ?? '')?.parent_id ?? undefined) : id;

/** The threads of a channel; those that are archived while one is there. */
function threadsOf({ id }: Channel, threads: Threads, view: View): TemplateResult | typeof nothing {
  const isHere = parentOf(view.state.open, view.state.channels) === id;
  const shown = (threads.get(id) ?? [])
    .filter(({ thread_metadata: known }) => isHere || known?.archived === false)
    .toSorted((one, other) => Number(one.thread_metadata?.archived) - Number(other.thread_metadata?.archived));
  return shown.length === 0 ? nothing : html`<ul>${shown.map((each) => html`<li>${entry(each, view)}</li>`)}</ul>`;
}

const PRIVATE_THREAD = 12;

function entry(channel: Channel, { state, say, act }: View): TemplateResult {
  const calls = state.calls[channel.id] ?? 0;
  const isOpen = channel.id === state.open;
  const isArchived = channel.thread_metadata?.archived === true;
  const isNew = !isArchived && isUnread(state, channel);
  return html`<a
    href="#${channel.id}"
    class="channel ${isNew ? 'unread' : ''}"
    aria-current=${isOpen ? 'page' : nothing}
    @click=${() => isOpen && act.show('none')}
    >${signOf(channel)}<span>${channelName(state, channel.id).slice(1)}</span>${
      channel.type === PRIVATE_THREAD ? html`<span class="unseen">(${say.nav.privateThread})</span>` : nothing
    }${isArchived ? html`<small>${say.nav.archived}</small>` : nothing}${
      calls > 0
        ? html`<span class="badge" aria-label=${say.nav.calls(calls)} role="img">${calls}</span>`
        : isNew
          ? html`<span class="unseen">(${say.nav.unread})</span>`
          : nothing
    }</a
  >`;
}

function signOf({ type, thread_metadata: thread }: Channel): SVGTemplateResult {
  if (type === 1) return icons.at;
  if (type === PRIVATE_THREAD) return icons.lock;
  return thread ? icons.thread : icons.hash;
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
