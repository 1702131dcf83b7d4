import type { FeedFault } from '../../switchboard/feed-fault.ts';
import type { PanelAction, PanelStatus } from '../../switchboard/panel.ts';
import type { Option } from '../composer/invocation.ts';
import type { Fault } from '../composer/value.ts';
import type { Barred } from '../panel/feed-faults.ts';
import type { WhatIf } from '../panel/what-if.ts';
import type { Locale } from '../state/preferences.ts';
import { en } from './en.ts';
import { it } from './it.ts';

/** Every word of the page. What the bot says is the bot's own. */
export interface Texts {
  readonly title: string;
  readonly skip: string;
  readonly reconnecting: string;
  readonly connecting: string;
  readonly nav: {
    readonly channels: string;
    readonly servers: string;
    readonly direct: string;
    readonly unread: string;
    readonly calls: (count: number) => string;
    readonly openChannels: string;
    readonly openPanel: string;
    readonly close: string;
    readonly thread: string;
    readonly privateThread: string;
    readonly archived: string;
    readonly more: (count: number) => string;
  };
  readonly events: {
    readonly heading: string;
    /** By Discord's numbers: scheduled, active, completed, cancelled. */
    readonly states: Readonly<Record<number, string>>;
  };
  readonly pins: { readonly heading: string; readonly none: string; readonly jump: string };
  readonly reader: {
    readonly heading: string;
    readonly admin: string;
    readonly member: string;
    readonly language: string;
    readonly theme: string;
    readonly themes: Readonly<Record<'system' | 'dark' | 'light', string>>;
  };
  readonly log: {
    readonly heading: (channel: string) => string;
    readonly welcome: (channel: string) => string;
    readonly nothing: string;
    readonly earlier: string;
    readonly newest: string;
    readonly today: (time: string) => string;
    readonly yesterday: (time: string) => string;
    readonly edited: string;
    readonly pinned: string;
    readonly used: string;
    readonly onlyYou: string;
    readonly dismiss: string;
    readonly thinking: (bot: string) => string;
    readonly sending: string;
    readonly silent: string;
    readonly interactionFailed: string;
    readonly typing: (names: string) => string;
    readonly spoiler: string;
    readonly remoteImage: string;
    readonly originalGone: string;
    readonly goToOriginal: string;
    readonly wordless: string;
    readonly openThread: string;
    readonly openArchived: string;
    readonly startedThread: string;
    readonly threadBegan: string;
    readonly added: (people: string) => string;
    readonly hasPinned: string;
    readonly seeMessage: string;
    readonly choose: string;
    readonly chooseMany: string;
    readonly chooseBetween: (min: number, max: number) => string;
    readonly unsupported: string;
    readonly newWindow: string;
  };
  readonly composer: {
    readonly message: (channel: string) => string;
    readonly hint: string;
    readonly commands: string;
    readonly options: string;
    readonly values: string;
    readonly required: string;
    readonly optional: string;
    readonly more: string;
    readonly send: string;
    readonly sendHint: string;
    readonly loading: string;
    readonly nothing: string;
    readonly failed: string;
    readonly count: (count: number) => string;
    readonly yes: string;
    readonly no: string;
    readonly faults: Readonly<Record<Fault, (option: Option) => string>>;
    readonly unknownCommand: (name: string) => string;
    readonly forbidden: (name: string) => string;
    readonly cancel: string;
  };
  readonly modal: { readonly submit: string; readonly cancel: string };
  readonly panel: {
    readonly heading: string;
    readonly note: string;
    readonly match: string;
    readonly kinds: Readonly<Record<Exclude<PanelAction['kind'], 'feed-fault'>, string>>;
    readonly restart: { readonly heading: string; readonly means: string };
    readonly speed: string;
    readonly progress: string;
    readonly paused: string;
    readonly phases: Readonly<Record<string, string>>;
    readonly bot: Readonly<Record<PanelStatus['bot'], string>>;
    readonly botHelp: string;
    /** Instead, where the sandbox cannot start and stop a bot. */
    readonly elsewhereHelp: string;
    /** Above what is shown as it was when the bot ran last. */
    readonly frozen: string;
    readonly outbox: string;
    readonly counts: Readonly<Record<'waiting' | 'sent' | 'retried' | 'paused', string>>;
    readonly feed: {
      readonly heading: string;
      readonly note: string;
      readonly noReplay: string;
      readonly faults: Readonly<Record<FeedFault, { readonly label: string; readonly does: string }>>;
      readonly active: string;
      readonly reasons: Readonly<Record<Barred, string>>;
    };
    readonly whatIf: string;
    readonly whatIfNote: string;
    readonly faults: Readonly<Record<WhatIf, { readonly label: string; readonly does: string }>>;
    readonly outcome: Readonly<{
      waiting: string;
      struck: (posts: string) => string;
      recovered: (posts: string) => string;
      away: string;
      back: string;
      refused: (posts: string) => string;
      lost: string;
    }>;
  };
  readonly trouble: {
    readonly offline: string;
    readonly notAllowed: string;
    readonly slow: string;
    readonly other: (words: string) => string;
  };
}

const CATALOGUES: Readonly<Record<Locale, Texts>> = { 'en-US': en, it };

export const textsIn = (locale: Locale): Texts => CATALOGUES[locale];
