import { type Asked, without } from '../state/state.ts';
import { attempt, type Context } from './context.ts';

/** The kinds of interaction, as Discord numbers them. */
export const [COMMAND, COMPONENT, AUTOCOMPLETE, MODAL] = [2, 3, 4, 5] as const;

export interface Pressed {
  readonly customId: string;
  readonly type: number;
  readonly values?: readonly string[];
}

export interface Interactions {
  nextNonce(): string;
  /** Starts an interaction that nobody waits for; its answer carries its nonce. Throws Discord's refusal. */
  start(type: number, data: object, nonce: string): Promise<void>;
  /** Starts one that the reader waits for, and shows that he does. Throws Discord's refusal. */
  wait(asked: Pick<Asked, 'command' | 'messageId' | 'channelId'>, type: number, data: object): Promise<void>;
  /** A button, or what was chosen in a menu; nothing while the bot has yet to answer an earlier one of that message. */
  press(message: { readonly id: string; readonly channel_id: string }, control: Pressed): Promise<void>;
  /** Sends the open form in; its fields by custom id. */
  answer(fields: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
  closeModal(): void;
}

/** What a person does with the bot, as his client sends it. */
export function interactions(context: Context, applicationId: () => string, now: () => number): Interactions {
  const { store, ask } = context;
  let sent = 0;

  function nextNonce(): string {
    sent += 1;
    return `${now()}${String(sent).padStart(4, '0')}`;
  }

  async function send(type: number, data: object, nonce: string, channelId: string, messageId?: string): Promise<void> {
    const { channels, preferences } = store.get();
    const guild = channels.get(channelId)?.guild_id;
    await ask('POST', '/interactions', {
      type,
      application_id: applicationId(),
      channel_id: channelId,
      ...(guild && { guild_id: guild }),
      ...(messageId && { message_id: messageId }),
      locale: preferences.locale,
      nonce,
      data,
    });
  }

  const wait: Interactions['wait'] = async (asked, type, data) => {
    const nonce = nextNonce();
    const waiting: Asked = { ...asked, nonce, at: now(), state: 'waiting' };
    store.update((state) => ({ ...without(state, 'trouble'), asked: [...state.asked, waiting] }));
    try {
      await send(type, data, nonce, asked.channelId, asked.messageId);
    } catch (error) {
      store.update((state) => ({ ...state, asked: state.asked.filter((each) => each.nonce !== nonce) }));
      throw error;
    }
  };

  return {
    nextNonce,
    start: (type, data, nonce) => send(type, data, nonce, store.get().open ?? ''),
    wait,
    async press({ id: messageId, channel_id: channelId }, { customId, type: kind, values }) {
      const isWaiting = store.get().asked.some((asked) => asked.messageId === messageId && asked.state === 'waiting');
      if (isWaiting) return;
      await attempt(context, () =>
        wait({ messageId, channelId }, COMPONENT, {
          component_type: kind,
          custom_id: customId,
          ...(values && { values }),
        }),
      );
    },
    async answer(fields) {
      const { modal } = store.get();
      if (!modal) return;
      const { channel_id: channelId, custom_id } = modal;
      const components = Object.entries(fields).map(([id, given]) => ({ type: 1, components: [filled(id, given)] }));
      store.update((state) => without(state, 'modal'));
      await attempt(context, () => wait({ channelId }, MODAL, { custom_id, components }));
    },
    closeModal: () => store.update((state) => without(state, 'modal')),
  };
}

/** A line of a form is words, a menu what was chosen of it. */
const filled = (custom_id: string, given: string | readonly string[]): object =>
  typeof given === 'string' ? { type: 4, custom_id, value: given } : { type: 3, custom_id, values: given };
