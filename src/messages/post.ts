import type { APIEmbed } from 'discord-api-types/v10';
import { TROUBLE } from './colour.ts';
import type { Parts } from './compose.ts';

/** What a piece of news says, before it is made a message or covered. */
export interface Post extends Parts {
  /** Struck through: it turned out not to be so. */
  readonly isStruck?: boolean;
}

/** A post of what turned out not to be so, with a title that says why. */
export function struck(content: string, why: string, embed: APIEmbed = {}): Post {
  return { content: `~~${content}~~`, embed: { ...embed, title: why, color: TROUBLE }, isStruck: true };
}
