import type { MessageBody } from '../../../src/messages/message.ts';
import type { DoneResult, Transport } from '../../../src/outbox/transport.ts';

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly body: MessageBody;
  readonly replyTo?: string;
  readonly edits: number;
  readonly isPinned: boolean;
  /** Nothing but live cards is ever pinned. */
  readonly isCard: boolean;
  readonly thread?: string;
}

/** Discord's channels as far as the outbox goes: what stands in them, and every request that was made. */
export class Channels {
  readonly #messages: Message[] = [];
  readonly #nonces = new Map<string, string>();
  readonly closed: string[] = [];
  readonly requests: string[] = [];

  readonly transport: Transport = {
    send: async (channelId, body, nonce, replyTo) => {
      this.requests.push(`send ${channelId}`);
      const known = this.#nonces.get(nonce);
      if (known) return { ok: true, messageId: known };
      const id = `m${this.requests.length}`;
      this.#nonces.set(nonce, id);
      this.#messages.push({
        id,
        channelId,
        body,
        edits: 0,
        isPinned: false,
        isCard: false,
        ...(replyTo && { replyTo }),
      });
      return { ok: true, messageId: id };
    },
    edit: (_, id, body) =>
      this.#change(`edit ${id}`, id, (message) => ({ ...message, body, edits: message.edits + 1 })),
    remove: async (_, id) => {
      this.requests.push(`remove ${id}`);
      const at = this.#messages.findIndex((message) => message.id === id);
      if (at >= 0) this.#messages.splice(at, 1);
      return { ok: true };
    },
    pin: (_, id, isPinned) => this.#change(`pin ${id}`, id, (message) => ({ ...message, isPinned, isCard: true })),
    openThread: (_, id, thread) => this.#change(`open ${id}`, id, (message) => ({ ...message, thread })),
    closeThread: async (id) => {
      this.closed.push(id);
      return { ok: true };
    },
  };

  async #change(request: string, id: string, change: (message: Message) => Message): Promise<DoneResult> {
    this.requests.push(request);
    const at = this.#messages.findIndex((message) => message.id === id);
    const message = this.#messages[at];
    if (!message) return { ok: false, reason: 'rejected', status: 404, code: 10_008, problem: 'Unknown Message' };
    this.#messages[at] = change(message);
    return { ok: true };
  }

  /** What stands in a channel, oldest first. */
  in(channelId: string): readonly Message[] {
    return this.#messages.filter((message) => message.channelId === channelId);
  }

  /** The posts of a channel as their notification says them, without its live card. */
  posts(channelId: string): readonly string[] {
    return this.in(channelId)
      .filter(({ isCard }) => !isCard)
      .map(({ body }) => body.content);
  }

  cards(channelId: string): readonly Message[] {
    return this.in(channelId).filter(({ isCard }) => isCard);
  }
}
