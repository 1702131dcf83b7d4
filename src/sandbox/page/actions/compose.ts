import {
  type Composer,
  currentOption,
  left,
  picked,
  readOptions,
  troubled,
  typed,
  typedOptions,
} from '../composer/composer.ts';
import { calledBy } from '../composer/invocation.ts';
import { activeOffer, type Offer, offersFor } from '../composer/offer.ts';
import { Refusal } from '../connection/rest.ts';
import { type Context, inWords, say } from './context.ts';
import { fetchCommands, speak } from './converse.ts';
import { AUTOCOMPLETE, COMMAND, type Interactions } from './interact.ts';

/** Typing goes on for a moment before the bot is asked, in ms. */
const PAUSE = 180;
const CHAT_INPUT = 1;

export interface Composing {
  /** What stands in the composer's current field changes. */
  type(text: string): void;
  /** Changes the composer as `step` says. */
  edit(step: (composer: Composer) => Composer): void;
  pick(offer: Offer): void;
  /** Moves through the list by one, round and round. Says whether there is one. */
  walk(step: 1 | -1): boolean;
  /** Takes what the keys stand on. Says whether they stand on anything. */
  take(): boolean;
  /** Escape: shuts the list, or leaves the command. */
  retreat(): void;
  /** Enter: takes from the list, or sends the words or the command, or says why not. */
  submit(): Promise<void>;
}

/** Writing: words for the channel, or a command for the bot with all that helps to fill it in. */
export function composing(context: Context, { nextNonce, start, wait }: Interactions): Composing {
  const { store } = context;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const setComposer = (step: (composer: Composer) => Composer) =>
    store.update((state) => ({ ...state, composer: step(state.composer) }));

  /** Asks the bot what fits, once the typing rests. */
  function complete(): void {
    clearTimeout(pause);
    if (currentOption(store.get().composer)?.option.autocomplete !== true) return;
    const nonce = nextNonce();
    setComposer((composer) => ({ ...composer, completing: { nonce, choices: 'waiting' } }));
    pause = setTimeout(() => {
      const { composer } = store.get();
      if (composer.completing?.nonce !== nonce || !composer.use) return;
      const { commandId: id, commandName: name } = composer.use;
      const data = { id, name, type: CHAT_INPUT, options: typedOptions(composer) };
      start(AUTOCOMPLETE, data, nonce).catch(() =>
        setComposer((later) =>
          later.completing?.nonce === nonce ? { ...later, completing: { nonce, choices: 'failed' } } : later,
        ),
      );
    }, PAUSE);
  }

  function edit(step: (composer: Composer) => Composer): void {
    const before = store.get().composer;
    setComposer(step);
    const { use, at, filled } = store.get().composer;
    if (use !== before.use || at !== before.at || filled.length !== before.filled.length) complete();
  }

  const pick = (offer: Offer) => edit((composer) => picked(composer, offer));

  /** The list as it is by now: keys may come faster than the page is drawn. */
  function listed() {
    const offers = offersFor(store.get(), say(context).composer);
    return { offers, active: activeOffer(store.get().composer, offers) };
  }

  function take(): boolean {
    const { offers, active } = listed();
    const offer = offers[active];
    if (offer) pick(offer);
    return offer !== undefined;
  }

  async function use(composer: Composer, invocation: NonNullable<Composer['use']>): Promise<void> {
    const read = readOptions(composer);
    if (!read.ok) return setComposer((known) => troubled(known, read.problem, read.at));
    const { open: channelId = '' } = store.get();
    const { commandId: id, commandName: name, title } = invocation;
    setComposer(left);
    try {
      await wait({ command: title, channelId }, COMMAND, { id, name, type: CHAT_INPUT, options: read.options });
    } catch (error) {
      const words = inWords(error, say(context));
      setComposer(({ focus }) =>
        troubled(
          { ...composer, focus },
          isForbidden(error) ? { kind: 'forbidden-command', name: title } : { kind: 'refused', words },
        ),
      );
    }
  }

  /** A command that is not in the list: Discord itself says whether it is unknown or not for this reader. */
  async function useUnlisted(text: string): Promise<void> {
    const [name = ''] = text.slice(1).trim().split(/\s+/);
    try {
      await start(COMMAND, { name, type: CHAT_INPUT, options: [] }, nextNonce());
      setComposer(left);
    } catch (error) {
      const kind = isForbidden(error) ? 'forbidden-command' : 'unknown-command';
      setComposer((known) => troubled(known, { kind, name }));
    }
  }

  return {
    edit,
    pick,
    take,
    type(text) {
      const { composer, invocations } = store.get();
      const isSlash = !composer.use && text.startsWith('/') && !composer.text.startsWith('/');
      const use = composer.use ? undefined : calledBy(invocations, text);
      setComposer((known) => (use ? picked(known, { kind: 'use', use }) : typed(known, text)));
      // The bot may have learnt something new since the channel was opened.
      if (isSlash) fetchCommands(context).catch(() => undefined);
      complete();
    },
    walk(step) {
      const { offers, active } = listed();
      const next = active < 0 && step < 0 ? offers.length - 1 : (active + step + offers.length) % offers.length;
      if (offers.length > 0) setComposer((composer) => ({ ...composer, active: next }));
      return offers.length > 0;
    },
    retreat() {
      const isOpen = listed().offers.length > 0;
      edit((composer) => (isOpen ? { ...composer, isShut: true } : left(composer)));
    },
    async submit() {
      if (take()) return;
      const { composer } = store.get();
      if (composer.use) await use(composer, composer.use);
      else if (/^\/\S/.test(composer.text)) await useUnlisted(composer.text);
      else await speak(context, composer.text);
    },
  };
}

const isForbidden = (error: unknown): boolean => error instanceof Refusal && error.status === 403;
