import type { FactEngine } from '../facts/engine/fact-engine.ts';
import type { Focus } from '../facts/engine/family.ts';
import type { Ledger } from '../facts/engine/ledger.ts';
import type { ComputedFact } from '../facts/fact.ts';
import type { Match } from '../match/match.ts';
import { shuffled } from './draw-lots.ts';
import { makeQuestions } from './make-questions.ts';
import type { Question } from './question.ts';

export interface QuestionSources {
  readonly engine: Pick<FactEngine, 'everything' | 'ledgers'>;
  /** The ids of the competitions whose results are carried, the one that is asked about first first. */
  readonly competitions: readonly string[];
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface QuestionWish {
  /** A club's id; without one, the clubs of the match and some big ones. */
  readonly about?: string;
  readonly match?: Pick<Match, 'competition' | 'home' | 'away'>;
  /** As of when, `2021-11-07`. */
  readonly day: string;
  readonly count: number;
  /** What was asked lately, and is asked again only where there is nothing else. */
  readonly asked?: readonly Question[];
}

/** The clubs at the top of the last table count as big ones; so many of them are asked about besides. */
const BIG = 6;
const BIG_ASKED = 3;
/** So many seasons of the past are asked about: who won them, and who came where. */
const PAST_SEASONS = 8;
/** So many questions more are made than are wanted, to have fresh ones among them. */
const TO_CHOOSE_FROM = 25;

/** Makes questions about a club, or about the match that matters; fewer than wished, or none, where little is known. */
export function findQuestions(sources: QuestionSources, wish: QuestionWish): readonly Question[] {
  const ledger = ledgerFor(sources, wish);
  if (!ledger) return [];
  const { random } = sources;
  const facts = [...factsNow(sources, ledger, wish), ...factsOfThePast(sources, ledger, wish)].filter(
    // Who was ahead of a club, and who took its title, is about the other.
    ({ about: { clubs } }) => wish.about === undefined || clubs.includes(wish.about),
  );
  const made = makeQuestions({ facts, ledger, count: wish.count + TO_CHOOSE_FROM, random });
  const asked = new Set(wish.asked?.map(askedAs));
  const isStale = (question: Question) => asked.has(askedAs(question));
  return [...made.filter((each) => !isStale(each)), ...made.filter(isStale)].slice(0, wish.count);
}

function askedAs({ ask }: Question): string {
  return JSON.stringify(ask);
}

/** The competition that the club plays in now, or did last; the match's own without one. */
function ledgerFor({ engine, competitions }: QuestionSources, { about, match, day }: QuestionWish): Ledger | undefined {
  const own = match ? [match.competition.id] : [];
  const known = [...new Set([...own, ...competitions])].flatMap((id) => engine.ledgers(id, { day }) ?? []);
  if (about === undefined) return known[0];
  const lastPlayed = (ledger: Ledger) => ledger.resultsOf(about).at(-1)?.day ?? '';
  return known
    .filter((ledger) => lastPlayed(ledger) !== '')
    .sort((a, b) => (lastPlayed(a) < lastPlayed(b) ? 1 : -1))[0];
}

function factsNow({ engine, random }: QuestionSources, ledger: Ledger, wish: QuestionWish): readonly ComputedFact[] {
  const { competition, moment } = ledger;
  const big = shuffled(bigClubs(ledger), random);
  const own = ownClubs(ledger, wish);
  const others = big.filter((club) => !own.includes(club)).slice(0, BIG_ASKED);
  const clubs = wish.about === undefined ? [...own, ...others] : own;
  const rivals = own.flatMap((club) => others.map((other): Focus => [club, other]));
  const [first, second] = own;
  const match: readonly Focus[] = first !== undefined && second !== undefined ? [[first, second]] : [];
  const focuses: readonly Focus[] = [...clubs.map((club): Focus => [club]), ...match, ...rivals];
  return focuses.flatMap((focus) => engine.everything(competition.id, moment, focus));
}

/** Who won a season, and who came where, is told as of its last day and stays true. */
function factsOfThePast(
  { engine, random }: QuestionSources,
  ledger: Ledger,
  wish: QuestionWish,
): readonly ComputedFact[] {
  const over = ledger.seasons.filter(({ isOver }) => isOver);
  return shuffled(over, random)
    .slice(0, PAST_SEASONS)
    .flatMap((season) => {
      const day = season.results.at(-1)?.day;
      const [champion] = season.table();
      if (day === undefined || !champion) return [];
      const [other = champion] = shuffled(season.table().slice(0, BIG), random);
      const clubs = new Set([champion.club, other.club, ...ownClubs(ledger, wish)]);
      return [...clubs]
        .filter((club) => season.clubs.includes(club))
        .flatMap((club) => engine.everything(ledger.competition.id, { day }, [club]));
    })
    .filter(({ finding: { statement } }) =>
      statement.kind === 'table-place' ? statement.isOver : statement.kind === 'champion',
    );
}

function ownClubs(ledger: Ledger, { about, match }: QuestionWish): readonly string[] {
  if (about !== undefined) return [about];
  const playing = match ? [match.home.id, match.away.id] : [];
  return playing.filter((club) => ledger.resultsOf(club).length > 0);
}

function bigClubs({ seasons }: Ledger): readonly string[] {
  const last = seasons.findLast(({ isOver }) => isOver) ?? seasons.at(-1);
  return (last?.table() ?? []).slice(0, BIG).map(({ club }) => club);
}
