import type { KnownNames } from './known-names.ts';
import { seasonOfText } from './result-day.ts';
import { shown } from './told-row.ts';

/** What a whole file is about. */
export interface Heading {
  readonly competition: string;
  readonly season: string;
}

/** Reads what openfootball calls a season: `Italian Serie A 2016/17`, `Italy | Serie A 2025/26`. */
export function readHeading(
  text: string,
  names: KnownNames,
): ({ readonly ok: true } & Heading) | { readonly ok: false; readonly why: string } {
  const [, name = '', years = ''] =
    /^(.*\D)\s*\b(\d{4}(?:[/-]\d{2,4})?)$/.exec(text.replaceAll(/\s+/g, ' ').trim()) ?? [];
  const season = seasonOfText(years);
  if (season === undefined) return { ok: false, why: `"${shown(text)}" names no season, like Serie A 2026/27` };
  const competition = names.competitionOf(name);
  if (competition === undefined) return { ok: false, why: `no competition is called "${shown(name)}"` };
  return { ok: true, competition, season };
}

/**
 * The number of a league's matchday: `Matchday 12`, `12^ Giornata`, `Regular Season - 12`. Undefined for what is none,
 * like a play-off.
 */
export function readRound(text: string): number | undefined {
  const [, after, before] = ROUND.exec(text) ?? [];
  const round = after ?? before;
  return round === undefined ? undefined : Number(round);
}

const WORD = '(?:matchday|giornata|spieltag|round|week|regular season)';
const ROUND = new RegExp(`\\b${WORD}\\s*-?\\s*(\\d{1,2})(?!\\d)|(?<!\\d)(\\d{1,2})[.^ªa°]?\\s*${WORD}\\b`, 'i');
