import type { Instant } from '../match/instant.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { plain } from './escape.ts';
import type { MessageBody } from './message.ts';
import { stamp, writtenDay } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A match to come, clubs by name. Some are known by their moment, some by their day alone (`2021-11-20`). */
export interface FixtureRow {
  readonly home: string;
  readonly away: string;
  readonly when: { readonly kickOff: Instant } | { readonly day: string };
  readonly competition?: string;
  readonly round?: number;
}

export interface FixtureList {
  /** The moment that the rows came after, where none of them is ahead any more. */
  readonly asOf?: Instant;
  /** The club asked for, by name. */
  readonly club?: string;
  readonly rows: readonly FixtureRow[];
}

/** What is next, earliest first; or what came next at another time. */
export function fixturesMessage({ asOf, club, rows }: FixtureList, view: View): MessageBody {
  const say = texts(view.locale);
  const whose = club === undefined ? undefined : plain(club);
  if (rows.length === 0) return compose({ content: say.fixtures.none(whose) });
  const lines = rows.map((row) => fixtureRowLine(row, view, say));
  return compose({
    content: asOf === undefined ? say.fixtures.title(whose) : say.fixtures.cameNext(whose, stamp(asOf, 'f')),
    embed: { description: lines.join('\n'), color: SETTLED },
  });
}

/** `**Fiorentina v Milan** · 20 November 2021 · Serie A, round 13`. */
export function fixtureRowLine(
  { home, away, when, competition, round }: FixtureRow,
  { locale }: View,
  say: Texts,
): string {
  const fixture = `**${say.match.versus(plain(home), plain(away))}**`;
  const date = 'kickOff' in when ? stamp(when.kickOff, 'f') : writtenDay(when.day, locale);
  const where = [competition && plain(competition), round !== undefined && say.match.round(round)];
  return [fixture, date, where.filter(Boolean).join(', ')].filter(Boolean).join(' · ');
}
