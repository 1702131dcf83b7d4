import '@skyra/discord-components-core/discord-code.js';
import '@skyra/discord-components-core/discord-header.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-subscript.js';
import '@skyra/discord-components-core/discord-time.js';
import { parse } from 'discord-markdown-parser';
import { html, type TemplateResult } from 'lit';
import type { State } from '../state/state.ts';
import type { Texts } from '../texts/texts.ts';
import { listsIn, type Node, plainText } from './nodes.ts';
import { spoiler } from './spoiler.ts';
import { formatStamp } from './stamp.ts';

/** Whose names stand behind ids, and how this reader writes dates. */
export interface Reading {
  readonly state: State;
  readonly say: Texts;
  /** Whether this is an embed's text, where links may have words of their own. */
  readonly isEmbed?: boolean;
}

/** Discord's markdown, drawn. Text stays text: nothing a bot says becomes markup of the page. */
export function markdown(text: string, reading: Reading): unknown {
  return draw(listsIn(parse(text, reading.isEmbed ? 'extended' : 'normal')), reading);
}

/** The same, as a screen reader would say it in one breath. */
export const spoken = (text: string, reading: Reading): string =>
  plainText(parse(text, 'normal'), (node) => nameOf(node, reading));

/** The same, to be seen in a line of its own: nothing in it can be pressed, but what is struck through is. */
export const inOneBreath = (text: string, reading: Reading): unknown => breath(parse(text, 'normal'), reading);

function breath(nodes: unknown, reading: Reading): unknown {
  if (!Array.isArray(nodes)) return nodes;
  return nodes.map((node: Node) => {
    if (node.type === 'strikethrough') return html`<s>${breath(node.content, reading)}</s>`;
    const isPlain = !Array.isArray(node.content) || node.type === 'spoiler';
    return isPlain ? plainText([node], (each) => nameOf(each, reading)) : breath(node.content, reading);
  });
}

const draw = (nodes: unknown, reading: Reading): unknown =>
  Array.isArray(nodes) ? nodes.map((node: Node) => drawNode(node, reading)) : nodes;

function drawNode(node: Node, reading: Reading): unknown {
  const inner = () => draw(node.content, reading);
  switch (node.type) {
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<discord-code ?embed=${reading.isEmbed}>${node.content}</discord-code>`;
    case 'codeBlock':
      return html`<discord-code multiline ?embed=${reading.isEmbed}>${node.content}</discord-code>`;
    case 'blockQuote':
      return html`<discord-quote>${inner()}</discord-quote>`;
    case 'heading':
      return html`<discord-header level=${Math.min(Number(node['level']), 3)}>${inner()}</discord-header>`;
    case 'subtext':
      return html`<discord-subscript>${inner()}</discord-subscript>`;
    case 'list':
      return html`<ul class="list">${node.items?.map((item) => html`<li>${draw(item, reading)}</li>`)}</ul>`;
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'spoiler':
      return spoiler(
        inner(),
        plainText(node.content, (each) => nameOf(each, reading)),
        reading.say.log.spoiler,
      );
    case 'url':
    case 'autolink':
    case 'link':
      return link(String(node['target']), inner(), reading);
    case 'timestamp':
      return time(Number(node['timestamp']), String(node['format'] ?? 'f'), reading);
    case 'user':
    case 'role':
    case 'channel':
    case 'everyone':
    case 'here':
    case 'slashCommand':
      return mention(node, reading);
    case 'twemoji':
      return node['name'];
    case 'emoji':
      return `:${node['name']}:`;
    default:
      return inner();
  }
}

/** Where a link into Discord leads: a channel, or a message in it. */
const PLACE = /^https?:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)/i;

/** Only what the page itself could have been asked to open; a new window knows nothing of this one. */
function link(target: string, words: unknown, reading: Reading): unknown {
  const id = PLACE.exec(target)?.[1];
  if (id !== undefined && reading.state.channels.has(id)) return place(id, reading);
  if (!/^https?:\/\//i.test(target)) return words;
  return html`<a class="link" href=${target} target="_blank" rel="noopener noreferrer">${words}<span class="unseen"> (${reading.say.log.newWindow})</span></a>`;
}

/** A channel by its name, which leads there. */
const place = (id: string, { state: { channels } }: Reading): TemplateResult =>
  html`<a class="place" href="#${id}"><discord-mention type="channel">${channels.get(id)?.name ?? id}</discord-mention></a>`;

function time(seconds: number, style: string, { state: { preferences, now } }: Reading): TemplateResult {
  const date = new Date(seconds * 1_000);
  const full = formatStamp(seconds, 'F', preferences.locale, now);
  return html`<discord-time title=${full}
    ><time datetime=${date.toISOString()}>${formatStamp(seconds, style, preferences.locale, now)}</time></discord-time
  >`;
}

const MENTIONS: Readonly<Record<string, string>> = {
  user: 'user',
  role: 'role',
  channel: 'channel',
  slashCommand: 'slash',
};

function mention(node: Node, reading: Reading): TemplateResult {
  const kind = MENTIONS[node.type];
  const { me, myRoles } = reading.state;
  const id = String(node['id'] ?? '');
  if (node.type === 'channel' && reading.state.channels.has(id)) return place(id, reading);
  const isMine = kind === undefined || id === me?.id || myRoles.has(id);
  return html`<discord-mention type=${kind ?? 'role'} ?highlight=${isMine}
    >${nameOf(node, reading).replace(/^[@#/]/, '')}</discord-mention
  >`;
}

/** What stands for an id, with the sign that comes before it. */
function nameOf(node: Node, { state: { users, roles, channels, preferences, now } }: Reading): string {
  const id = String(node['id'] ?? '');
  switch (node.type) {
    case 'user':
      return `@${users.get(id)?.global_name ?? users.get(id)?.username ?? id}`;
    case 'role':
      return `@${roles.get(id)?.name ?? id}`;
    case 'channel':
      return `#${channels.get(id)?.name ?? id}`;
    case 'slashCommand':
      return `/${node['fullName']}`;
    case 'timestamp':
      return formatStamp(Number(node['timestamp']), String(node['format'] ?? 'f'), preferences.locale, now);
    case 'twemoji':
      return String(node['name']);
    default:
      return `@${node.type}`;
  }
}
