import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { PanelAction } from '../../switchboard/panel.ts';
import type { Composing } from '../actions/compose.ts';
import type { Interactions } from '../actions/interact.ts';
import type { WhatIf } from '../panel/what-if.ts';
import type { Preferences } from '../state/preferences.ts';
import type { Drawer, State } from '../state/state.ts';
import type { Texts } from '../texts/texts.ts';

/** What a reader can do. */
export interface Actions extends Composing, Pick<Interactions, 'press' | 'answer' | 'closeModal'> {
  prefer(change: Partial<Preferences>): void;
  show(drawer: Drawer): void;
  earlier(): void;
  /** Brings a message into sight, wherever it is. */
  goTo(channelId: string, messageId: string): void;
  showPins(isWanted: boolean): void;
  /** Lists all channels of the servers. */
  showAll(): void;
  dismiss(message: APIMessage): void;
  dismissAsked(nonce: string): void;
  forgetTrouble(): void;
  steer(action: PanelAction): void;
  /** Asks whether the match is to start over, or no longer does. */
  askToRestart(isAsked: boolean): void;
  tryOut(what: WhatIf): void;
}

/** What every part of the page is drawn from. */
export interface View {
  readonly state: State;
  readonly say: Texts;
  readonly act: Actions;
}

/** `#derby`, or `@Tifo` for direct messages. */
export function channelName({ channels }: Pick<State, 'channels'>, id: string | undefined): string {
  const channel = channels.get(id ?? '');
  if (channel === undefined) return '';
  if (channel.type !== 1) return `#${channel.name}`;
  return `@${channel.recipients?.[0]?.global_name ?? channel.recipients?.[0]?.username ?? ''}`;
}

/** A file of the sandbox's own by its path, whichever of its names this page was opened under. */
export function localFile(url: string): string | undefined {
  const { hostname, pathname } = new URL(url, location.href);
  const isOurs = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && pathname.startsWith('/attachments/');
  return isOurs ? pathname : undefined;
}

/** What a person or the bot is called. */
export const nameOf = ({ global_name, username }: Pick<APIUser, 'global_name' | 'username'>): string =>
  global_name ?? username;

/** The picture of a person, or of the bot. */
export const avatarOf = (username: string): string =>
  ['ada', 'milo'].includes(username) ? `/avatars/${username}.svg` : '/avatars/tifo.svg';
