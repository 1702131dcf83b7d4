import './local-avatars.ts';
import type { APIMessage } from 'discord-api-types/v10';
import { render } from 'lit';
import { composing } from './actions/compose.ts';
import { attempt, type Context } from './actions/context.ts';
import { dismiss, fetchCommands, fetchEarlier, findChannel, openChannel, seek } from './actions/converse.ts';
import { interactions } from './actions/interact.ts';
import { hidePins, showPins } from './actions/pins.ts';
import { steering } from './actions/steer.ts';
import type { GatewayEvent } from './connection/events.ts';
import { Gateway } from './connection/gateway.ts';
import { restClient } from './connection/rest.ts';
import { hear } from './state/hear.ts';
import { keepPreferences, keepRead, keptPreferences, keptRead, type Preferences, TOKENS } from './state/preferences.ts';
import { beginning, type Drawer, without } from './state/state.ts';
import { openStore } from './state/store.ts';
import { textsIn } from './texts/texts.ts';
import { fieldId } from './views/composer-view.ts';
import { mendComponents } from './views/mend-components.ts';
import { pageView } from './views/page-view.ts';
import { gist } from './views/reply-view.ts';
import { stickToNewest } from './views/stick-to-newest.ts';
import { isSystem } from './views/system-view.ts';
import type { Actions } from './views/view.ts';

/** How often the panel looks at the bot, and how often "3 minutes ago" is renewed, in ms. */
const [LOOK_EVERY, TICK_EVERY] = [1_000, 15_000];
/** How long a message that was looked for stands out, in ms. */
const FOUND_FOR = 2_000;

mendComponents();
open(document.querySelector('#page') ?? document.body);

/** Wires the page together: what is known, what can be done, and how it is drawn. */
function open(root: HTMLElement): void {
  const lights = matchMedia('(prefers-color-scheme: light)');
  let isDue = false;
  let focus = 0;
  const store = openStore(beginning(keptPreferences(localStorage, navigator.language), Date.now()), () => {
    // Whoever types fast must find the caret in its new field with the very next key.
    if (store.get().composer.focus !== focus) return draw();
    if (!isDue) requestAnimationFrame(draw);
    isDue = true;
  });
  const ask = restClient(() => TOKENS[store.get().preferences.reader]);
  const context: Context = { store, ask };
  const panel = steering(context, Date.now);
  const bot = () => [...store.get().users.values()].find((user) => user.bot)?.id ?? '';
  const acts = interactions(context, bot, Date.now);
  const newest = stickToNewest(root);
  let gateway: Gateway | undefined;

  const actions: Actions = {
    ...acts,
    ...composing(context, acts),
    prefer,
    show,
    earlier: () => void fetchEarlier(context, store.get().open ?? ''),
    goTo: (channelId, messageId) => void goTo(channelId, messageId),
    showPins: pins,
    showAll: () => store.set({ showsAll: true }),
    dismiss: (message) => void dismiss(context, message),
    dismissAsked: (nonce) =>
      store.update((state) => ({ ...state, asked: state.asked.filter((each) => each.nonce !== nonce) })),
    forgetTrouble: () => store.update((state) => without(state, 'trouble')),
    steer: (action) => void panel.steer(action),
    askToRestart,
    tryOut: (what) => void panel.tryOut(what),
  };

  function draw(): void {
    isDue = false;
    const state = store.get();
    const { theme, locale } = state.preferences;
    const isLight = theme === 'light' || (theme === 'system' && lights.matches);
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = isLight ? 'light' : 'dark';
    const say = textsIn(locale);
    document.title = [state.open && state.channels.get(state.open)?.name, say.title].filter(Boolean).join(' · ');
    render(pageView({ state, say, act: actions }, isLight), root);
    newest.drawn(state.open);
    const isMoved = state.composer.focus !== focus;
    focus = state.composer.focus;
    if (isMoved) document.getElementById(fieldId(state.composer.at))?.focus();
    root.querySelector('#offers [aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    keepRead(localStorage, state.preferences.reader, state.read);
  }

  /** Opens or shuts what lies over the conversation on a narrow screen; the keys go there, and back to where they were. */
  function show(drawer: Drawer): void {
    const before = store.get().drawer;
    store.set({ drawer });
    const target = drawer === 'none' ? `[aria-controls=${before}]` : `#${drawer} :is(a, button)`;
    requestAnimationFrame(() => root.querySelector<HTMLElement>(target)?.focus());
  }

  function askToRestart(isAsked: boolean): void {
    store.update((state) => ({
      ...state,
      panel: { ...without(state.panel, 'asksToRestart'), ...(isAsked && { asksToRestart: true }) },
    }));
    // The dialog takes the keys by itself; what is gone gives them back to nobody.
    if (!isAsked) requestAnimationFrame(() => root.querySelector<HTMLElement>('.restart')?.focus());
  }

  function pins(isWanted: boolean): void {
    if (isWanted) void showPins(context);
    else hidePins(context);
    const target = isWanted ? '#pins button' : '.pins-button';
    requestAnimationFrame(() => root.querySelector<HTMLElement>(target)?.focus());
  }

  async function goTo(channelId: string, messageId: string): Promise<void> {
    const channel = await findChannel(context, channelId);
    if (!channel) return;
    if (store.get().open !== channelId) history.pushState(null, '', `#${channelId}`);
    await openChannel(context, channel);
    if (!(await seek(context, channelId, messageId))) return;
    hidePins(context);
    requestAnimationFrame(() => {
      newest.leave();
      const message = document.getElementById(`message-${messageId}`);
      message?.scrollIntoView({ block: 'center' });
      message?.focus({ preventScroll: true });
      message?.classList.add('found');
      setTimeout(() => message?.classList.remove('found'), FOUND_FOR);
    });
  }

  function prefer(change: Partial<Preferences>): void {
    store.update((state) => ({ ...state, preferences: { ...state.preferences, ...change } }));
    keepPreferences(localStorage, store.get().preferences);
    if (change.reader) signIn();
    if (change.locale) void attempt(context, () => speakLanguage(change.locale ?? ''));
  }

  /** Discord keeps a person's language for him, and tells it to the bot with whatever he does. */
  async function speakLanguage(locale: string): Promise<void> {
    await ask('PATCH', '/users/@me/settings', { locale });
    await fetchCommands(context);
  }

  function signIn(): void {
    gateway?.close();
    const { preferences, panel: known } = store.get();
    const read = keptRead(localStorage, preferences.reader);
    store.set({ ...without(beginning(preferences, Date.now()), 'panel'), panel: known, read });
    gateway = new Gateway({
      url: `ws://${location.host}/gateway?v=10&encoding=json`,
      token: TOKENS[preferences.reader],
      onEvent: told,
      onConnection: (connection) => store.set({ connection }),
    });
    gateway.open();
  }

  function told(event: GatewayEvent): void {
    const now = Date.now();
    store.update((state) => hear({ ...state, now }, event, now));
    if (event.t === 'READY') {
      const { locale } = store.get().preferences;
      if (event.d.user_settings.locale !== locale) void attempt(context, () => speakLanguage(locale));
      void openAddressed();
    }
    if (event.t === 'MESSAGE_CREATE') announce(event.d);
    const { pins: shown } = store.get();
    if (shown && event.t === 'CHANNEL_PINS_UPDATE' && event.d.channel_id === shown.channelId) void showPins(context);
  }

  /** The channel the address names, so that a reload keeps it; else the first there is. */
  async function openAddressed(): Promise<void> {
    const named = await findChannel(context, location.hash.slice(1));
    const channel = named ?? [...store.get().channels.values()].find(({ type }) => type === 0);
    if (!channel) return;
    history.replaceState(null, '', `#${channel.id}`);
    void openChannel(context, channel);
  }

  function announce(message: APIMessage): void {
    const state = store.get();
    if (message.channel_id !== state.open || message.author.id === state.me?.id || isSystem(message)) return;
    const say = textsIn(state.preferences.locale);
    store.set({ said: `${message.author.username}: ${gist(message, { state, say })}` });
  }

  addEventListener('hashchange', async () => {
    const channel = await findChannel(context, location.hash.slice(1));
    if (channel) void openChannel(context, channel);
  });
  lights.addEventListener('change', draw);
  setInterval(() => document.hidden || void panel.look(), LOOK_EVERY);
  setInterval(() => store.set({ now: Date.now() }), TICK_EVERY);
  draw();
  signIn();
  void panel.look();
}
