import type { Match } from '../match/match.ts';
import { clean } from './escape.ts';
import { competitionLine } from './score-line.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** What a server's calendar says of a match. Discord shows it as it stands, without markup. */
export interface CalendarWords {
  readonly name: string;
  readonly description: string;
  readonly location: string;
}

/** Two of them, and what stands between, make 100 characters at most. */
const LONGEST_CLUB = 48;

/** The words of a match's entry in a server's calendar, within Discord's limits of 100, 1,000 and 100 characters. */
export function calendarWords(match: Match, { locale }: View): CalendarWords {
  const say = texts(locale);
  const competition = competitionLine(match, say);
  return {
    name: `${clean(match.home.name, LONGEST_CLUB)} – ${clean(match.away.name, LONGEST_CLUB)}`,
    description: clean(competition, 1_000),
    location: clean(match.venue?.name ?? competition, 100),
  };
}
