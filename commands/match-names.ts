import { LOCALES, type Locale } from '../src/locale.ts';
import type { Match } from '../src/match/match.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { writtenDay } from '../src/messages/stamp.ts';

/** A match by its name and day, `Milan – Inter · 7 November 2021`, the latest first. */
export function matchNames(matches: readonly Match[], locale: Locale): readonly NameCandidate[] {
  return matches.toSorted((a, b) => b.kickOff - a.kickOff).map((match) => matchName(match, locale));
}

export function matchName(match: Match, locale: Locale): NameCandidate {
  const { home, away } = match;
  return {
    value: match.id,
    label: matchLabel(match, locale),
    aliases: [...LOCALES.map((other) => matchLabel(match, other)), `${home.name} v ${away.name}`],
  };
}

function matchLabel({ home, away, kickOff }: Match, locale: Locale): string {
  const day = new Date(kickOff).toISOString().slice(0, 10);
  return `${home.name} – ${away.name} · ${writtenDay(day, locale)}`;
}
