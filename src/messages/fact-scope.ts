import type { Scope } from '../facts/engine/scope.ts';
import { plain } from './escape.ts';
import { writtenDay, writtenSeason } from './stamp.ts';
import type { ScopeWords } from './texts/fact-texts.ts';
import type { Texts } from './texts.ts';
import type { View } from './view.ts';

/** What a computed fact covers, in words. */
export function scopeInWords(scope: Scope, { locale }: View, { grounds }: Texts): string {
  const { competition, since, season, clubs, venue, firstGames, withOpening, match, upTo } = scope;
  const words: ScopeWords = {
    competition: plain(competition.name),
    since: writtenSeason(since),
    isOneSeason: season === since,
    clubs: clubs.map(({ name }) => plain(name)),
    ...(venue && { venue }),
    ...(firstGames !== undefined && { firstGames }),
    ...(withOpening && { openingBefore: writtenSeason(since) }),
    ...(match && {
      match: {
        home: plain(match.home.name),
        away: plain(match.away.name),
        day: writtenDay(upTo, locale),
        counts: match.counts,
      },
    }),
  };
  return grounds.scope(words);
}
