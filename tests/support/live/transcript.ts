import type { Instant } from '../../../src/match/instant.ts';
import { readable } from '../discord/readable.ts';
import type { Message } from './channels.ts';
import type { Newsroom } from './newsroom.ts';

/** A moment of which the transcript keeps the live card. */
export interface CardMoment {
  readonly title: string;
  readonly at: Instant;
}

/** Watches a channel while a match is played, and writes down what a reader sees there. */
export class Transcript {
  readonly #room: Newsroom;
  readonly #channelId: string;
  readonly #moments: CardMoment[];
  readonly #cards: string[] = [];
  readonly #seenAt = new Map<string, Instant>();
  readonly #edits = new Map<string, { count: number; at: Instant }>();

  constructor(room: Newsroom, channelId: string, moments: readonly CardMoment[]) {
    this.#room = room;
    this.#channelId = channelId;
    this.#moments = [...moments];
  }

  /** After each look. */
  watch(): void {
    const { now, channels } = this.#room;
    for (const { id, edits } of channels.in(this.#channelId)) {
      if (!this.#seenAt.has(id)) this.#seenAt.set(id, now);
      if (edits > (this.#edits.get(id)?.count ?? 0)) this.#edits.set(id, { count: edits, at: now });
    }
    while (this.#moments[0] && now >= this.#moments[0].at) {
      const { title } = this.#moments.shift()!;
      const card = channels.cards(this.#channelId).at(-1);
      this.#cards.push([`-- ${title} (${clockTime(now)})`, ...(card ? body(card) : ['(no card)'])].join('\n'));
    }
  }

  /** The posts as they read at the end, with when each came and was last edited; then the cards as they stood. */
  text(title: string): string {
    const posts = this.#room.channels.in(this.#channelId).filter(({ isCard }) => !isCard);
    const told = posts.map((post) => {
      const edited = this.#edits.get(post.id);
      const when = `[${clockTime(this.#seenAt.get(post.id)!)}${edited ? `, edited ${clockTime(edited.at)}` : ''}]`;
      const answered = posts.find(({ id }) => id === post.replyTo);
      const answer = post.replyTo ? [`↳ to ${answered ? firstLine(answered) : 'a post that is gone'}`] : [];
      return [when, ...answer, ...body(post)].join('\n');
    });
    return `${[title, '', '== Posts', told.join('\n\n'), '', '== Live card', this.#cards.join('\n\n')].join('\n')}\n`;
  }
}

function body({ body: message }: Message): readonly string[] {
  return [plainTimes(readable(message))];
}

function firstLine({ body: { content } }: Message): string {
  return `"${content.split('\n')[0]}"`;
}

/** Discord shows times in the reader's own zone; here it is UTC. */
function plainTimes(text: string): string {
  return text.replaceAll(/<t:(\d+)(?::(\w))?>/g, (_, seconds: string, style?: string) => {
    const iso = new Date(Number(seconds) * 1_000).toISOString();
    const time = iso.slice(11, 19);
    return style === 't' || style === 'R' ? `{${time}}` : `{${iso.slice(0, 10)} ${time.slice(0, 5)}}`;
  });
}

function clockTime(at: Instant): string {
  return new Date(at).toISOString().slice(11, 19);
}
