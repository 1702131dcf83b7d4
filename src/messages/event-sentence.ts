import type { MatchEvent, Player, Substitution } from '../match/event.ts';
import { type Match, SIDES } from '../match/match.ts';
import { formatMinute, type Minute } from '../match/minute.ts';
import { type Plain, plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import { clubName } from './score-line.ts';
import { scorerOf } from './scorers.ts';
import type { Texts } from './texts.ts';

/** What happened, in a sentence without its minute. `line` is the score once it had happened: "Milan 1–1 Inter". */
export function eventSentence(event: MatchEvent, match: Match, line: string, texts: Texts): string {
  const say = texts.event;
  const club = clubName(match, event.side);
  switch (event.kind) {
    case 'goal':
      return say.goal(line, club, scorerOf(event, texts));
    case 'missed-penalty':
      return say.missedPenalty({ club, player: named(event.player) }, event.outcome, named(event.keeper));
    case 'penalty-awarded':
      return say.penaltyAwarded(club, named(event.fouled), named(event.by));
    case 'card':
      return say.card({ club, player: named(event.player) }, event.colour);
    case 'substitution':
      return `${say.substitutions(club, 1)}: ${say.swap(named(event.on), named(event.off))}`;
    case 'var-decision':
      return say.varDecision({ club, player: named(event.player) }, event.decision);
    case 'chance': {
      const sentence = say.chance({ club, player: named(event.player) }, event.outcome, named(event.by));
      return event.rebound
        ? `${sentence}, ${say.rebound(plain(event.rebound.player.name), event.rebound.outcome)}`
        : sentence;
    }
    case 'shoot-out-kick':
      return say.shootOutKick({ club, player: named(event.player) }, event.scored);
  }
}

function named(player: Player | undefined): Plain | undefined {
  return player && plain(player.name);
}

/** `27' ` before a sentence; nothing where the minute is not known. */
export function atMinute(minute: Minute | undefined, sentence: string): string {
  return minute ? `${formatMinute(minute)} ${sentence}` : sentence;
}

/**
 * A line for each club, home first: `59' Milan substitutions: Saelemaekers for Brahim Díaz, Rebić for Leão`, or with the
 * minutes inside where there are several.
 */
export function substitutionLines(
  substitutions: readonly Substitution[],
  match: Match,
  texts: Texts,
): readonly string[] {
  return SIDES.flatMap((side) => {
    const made = substitutions.filter((substitution) => substitution.side === side);
    if (made.length === 0) return [];
    const lead = texts.event.substitutions(clubName(match, side), made.length);
    const byMinute = groupBy(made, ({ minute }) => (minute ? formatMinute(minute) : ''));
    const swaps = byMinute.map((group) => ({
      minute: group[0]?.minute,
      names: group.map(({ on, off }) => texts.event.swap(named(on), named(off))).join(', '),
    }));
    const [only, ...more] = swaps;
    return only && more.length === 0
      ? [atMinute(only.minute, `${lead}: ${only.names}`)]
      : [`${lead}: ${swaps.map(({ minute, names }) => atMinute(minute, names)).join(', ')}`];
  });
}
