import type { GoalNews, News, PhaseNewsKind } from '../../../src/match/news.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { MatchState } from '../../../src/match/state.ts';

export const PHASE_NEWS: readonly PhaseNewsKind[] = [
  'kick-off',
  'half-time',
  'second-half',
  'extra-time',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
  'full-time',
  'result',
  'postponed',
  'cancelled',
  'suspended',
  'resumed',
  'abandoned',
  'awarded',
];

export const PHASES: readonly Phase[] = [
  'scheduled',
  'first-half',
  'half-time',
  'second-half',
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
  'full-time',
  'postponed',
  'cancelled',
  'suspended',
  'abandoned',
  'awarded',
];

/** Every piece of news that can be told of a match, each with its own id. */
export function everyNews(state: MatchState): readonly News[] {
  const matchId = state.snapshot.match.id;
  const told = (id: string) => ({ id: `${matchId}/${id}`, matchId, at: 0, since: 0, score: state.score });
  const substitutions = state.events.flatMap(({ event }) => (event.kind === 'substitution' ? [event] : []));
  return [
    ...PHASE_NEWS.map((kind) => ({ ...told(kind), kind })),
    { ...told('line-ups'), kind: 'line-ups' },
    ...(substitutions.length > 0 ? [{ ...told('substitutions'), kind: 'substitutions' as const, substitutions }] : []),
    ...state.events.flatMap(({ id, event }): readonly News[] => {
      const base = { ...told(`${event.kind}/${id}`), eventId: id };
      switch (event.kind) {
        case 'goal': {
          const kinds: readonly GoalNews['kind'][] = ['goal', 'goal-disallowed', 'goal-reinstated'];
          return kinds.map((kind) => ({ ...base, id: `${matchId}/${kind}/${id}`, kind, goal: event }));
        }
        case 'missed-penalty':
          return [{ ...base, kind: event.kind, event }];
        case 'card':
          return [{ ...base, kind: event.kind, event }];
        case 'chance':
          return [{ ...base, kind: event.kind, event }];
        case 'shoot-out-kick':
          return [{ ...base, kind: event.kind, event }];
        default:
          return [];
      }
    }),
  ];
}
