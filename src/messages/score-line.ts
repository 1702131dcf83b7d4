import type { Match, Side } from '../match/match.ts';
import type { Score } from '../match/score.ts';
import { type Plain, plain } from './escape.ts';
import type { Texts } from './texts.ts';

export function clubName(match: Match, side: Side): Plain {
  return plain(match[side].name);
}

/** `1–1`, with an en dash. */
export function formatScore({ home, away }: Score): string {
  return `${home}–${away}`;
}

/** `Milan 1–1 Inter`. */
export function scoreLine(match: Match, score: Score): string {
  return `${clubName(match, 'home')} ${formatScore(score)} ${clubName(match, 'away')}`;
}

/** `Milan v Inter`, in the language's own way. */
export function fixtureLine(match: Pick<Match, 'home' | 'away'>, texts: Texts): string {
  return texts.match.versus(plain(match.home.name), plain(match.away.name));
}

/** `Serie A 2021–22, round 12`, as text without markup. */
export function competitionLine({ competition, season, round }: Match, texts: Texts): string {
  const name = `${competition.name} ${season.replace('-', '–')}`;
  return round === undefined ? name : `${name}, ${texts.match.round(round)}`;
}
