import type { WorkingRow } from '../facts/engine/finding.ts';
import type { ComputedFact, Fact } from '../facts/fact.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { checkedAgainst, factSentence } from './fact-message.ts';
import { scopeInWords } from './fact-scope.ts';
import type { MessageBody } from './message.ts';
import { noticeMessage } from './notice-message.ts';
import { writtenDay } from './stamp.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';
import { isDecisive, MARK, workingTable } from './working-table.ts';

/** A fact with what it was computed from. */
export interface WorkingView {
  /** As it was told. */
  readonly fact: Fact;
  readonly computation: ComputedFact;
  /** A club's name for its id, as narrow tables have it. */
  readonly shortNameOf: (club: string) => string;
}

/** As many rows as a person checks. */
const MOST_ROWS = 20;

/** The rows that a fact rests on, for a person to check it: what was looked at, as of when, and what decided it. */
export function workingMessage({ fact, computation, shortNameOf }: WorkingView, view: View): MessageBody {
  const say = texts(view.locale);
  const { finding } = computation;
  const { rows, lookedAt } = finding.working;
  const shown = rows.slice(0, MOST_ROWS);
  const left = lookedAt - shown.length;
  const marks = shown.some((row) => isDecisive(row, finding));
  return compose({
    content: factSentence(fact, view),
    embed: {
      title: say.working.title,
      description: [
        say.facts.scope(scopeInWords(finding.scope, view, say)),
        `${checkedAgainst(finding.working, say)} · ${say.facts.asOf(writtenDay(computation.asOf, view.locale))}`,
        ...(shown.length > 0 ? [workingTable(shown, finding, shortNameOf, view)] : []),
        ...(marks ? [`-# ${say.working.decides(MARK)}`] : []),
        ...(left > 0 && isSameKind(shown) ? [`-# ${say.working.more(left)}`] : []),
      ].join('\n'),
      color: SETTLED,
    },
  });
}

/** For a fact that the results do not bear out any more. */
export function withdrawnMessage(view: View): MessageBody {
  return noticeMessage(texts(view.locale).working.withdrawn);
}

/** Only rows of one kind are counted as those looked at are; a count stands for several of them. */
function isSameKind(rows: readonly WorkingRow[]): boolean {
  return rows.every(({ kind }) => kind !== 'count' && kind === rows[0]?.kind);
}
