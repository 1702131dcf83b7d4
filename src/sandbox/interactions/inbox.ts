import { randomBytes } from 'node:crypto';
import type { Interaction } from '../state/model.ts';
import { TOKEN_LIFE, type World } from '../state/world.ts';

/** The interactions of the last quarter of an hour: those that wait in memory, those that were answered in the world. */
export interface Inbox {
  /** Starts an interaction; `onSilence` is called if no answer came in time. */
  open(start: NewInteraction, onSilence: (interaction: Interaction) => void): Interaction;
  /** By its id, or by the nonce its user gave it. */
  find(idOrNonce: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
  /** Keeps an answer. */
  settle(interaction: Interaction): Interaction;
  /** The last modal of that name that this user was shown and has not sent in. */
  modalOf(userId: string, customId: string): Interaction | undefined;
  close(): void;
}

export type NewInteraction = Omit<Interaction, 'id' | 'token' | 'created_at' | 'state' | 'nonce'> & {
  readonly nonce?: string;
};

/** `answerWithinMs` says how long the bot has for its first answer, as of now. */
export function openInbox(world: World, answerWithinMs: () => number): Inbox {
  const known = new Map<string, Interaction>();
  const byNonce = new Map<string, string>();
  const byToken = new Map<string, string>();
  const timers = new Set<NodeJS.Timeout>();
  const remember = (interaction: Interaction) => {
    known.set(interaction.id, interaction);
    byNonce.set(interaction.nonce, interaction.id);
    byToken.set(interaction.token, interaction.id);
    return interaction;
  };
  for (const interaction of world.interactions.values()) remember(interaction);
  const isLate = ({ state, created_at }: Interaction) =>
    state === 'waiting' && world.now() - created_at > answerWithinMs();
  const get = (id: string | undefined): Interaction | undefined => {
    const interaction = known.get(id ?? '');
    if (interaction === undefined || !isLate(interaction)) return interaction;
    return remember({ ...interaction, state: 'failed' });
  };
  const forgetSpent = () => {
    for (const [id, { created_at, token, nonce }] of known) {
      if (world.now() - created_at <= TOKEN_LIFE) break;
      known.delete(id);
      byToken.delete(token);
      if (byNonce.get(nonce) === id) byNonce.delete(nonce);
      world.interactions.delete(id);
    }
  };
  return {
    open(start, onSilence) {
      forgetSpent();
      const id = world.nextId();
      const token = randomBytes(48).toString('base64url');
      const nonce = start.nonce ?? id;
      const interaction = remember({ ...start, id, token, nonce, created_at: world.now(), state: 'waiting' });
      const timer = setTimeout(() => {
        timers.delete(timer);
        const late = known.get(id);
        if (late?.state === 'waiting') onSilence(remember({ ...late, state: 'failed' }));
      }, answerWithinMs()).unref();
      timers.add(timer);
      return interaction;
    },
    find: (idOrNonce) => get(idOrNonce) ?? get(byNonce.get(idOrNonce)),
    byToken: (token) => get(byToken.get(token)),
    settle(interaction) {
      // What was answered is answered, also where that cannot be kept: the bot may not answer it again.
      remember(interaction);
      return world.interactions.put(interaction);
    },
    modalOf(userId, customId) {
      const shown = [...known.values()].filter(
        ({ modal, user_id }) => user_id === userId && modal?.custom_id === customId,
      );
      return shown.at(-1);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
