import type { Finding, StatementKind } from './finding.ts';

/** Which topics people find a finding under, by its kind. */
const TOPICS: Readonly<Record<StatementKind, readonly string[]>> = {
  'best-start': ['starts', 'records'],
  'best-start-since': ['starts'],
  'worst-start': ['starts', 'records'],
  'unbeaten-start': ['starts', 'runs'],
  'winless-start': ['starts', 'runs'],
  'goals-start': ['starts', 'goals'],
  'points-by-season': ['starts'],
  'many-on-points': ['starts', 'table'],
  'many-unbeaten': ['starts', 'runs'],
  'table-place': ['table'],
  'what-if': ['what-if', 'table'],
  champion: ['table'],
  'title-turned': ['what-if', 'table'],
  run: ['runs'],
  'run-ended': ['runs'],
  'longest-run': ['runs', 'records'],
  'biggest-win': ['records', 'goals'],
  'most-goals': ['records', 'goals'],
  balance: [],
  'meeting-number': [],
  'common-score': [],
  'last-meetings': [],
  'meetings-in-a-row': ['runs'],
  'meetings-row-ended': ['runs'],
  'first-since': ['runs'],
  doubles: ['records'],
  'season-meetings': [],
  'half-time-leads': [],
  'goal-milestone': ['goals'],
  'top-scorer': ['goals'],
  'scoring-run': ['goals', 'runs'],
};

export function topicsOf({ statement }: Finding): readonly string[] {
  return TOPICS[statement.kind];
}
