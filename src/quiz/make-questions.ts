import type { Ledger } from '../facts/engine/ledger.ts';
import type { ComputedFact } from '../facts/fact.ts';
import { asksOf, type Draft } from './asks-of.ts';
import { type Random, shuffled } from './draw-lots.ts';
import type { Question, QuizOption } from './question.ts';
import { wrongAnswers } from './wrong-answers.ts';

export interface QuestionsWanted {
  readonly facts: readonly ComputedFact[];
  /** What answers are looked up in: as of now, whatever moment a fact is of. */
  readonly ledger: Ledger;
  readonly count: number;
  readonly random: Random;
}

/**
 * A game's questions, of as many kinds and clubs as the facts give, none of which gives another away. Fewer than wanted
 * where they give no more. The same for the same lots drawn.
 */
export function makeQuestions({ facts, ledger, count, random }: QuestionsWanted): readonly Question[] {
  let drafts = shuffled(
    facts.flatMap((fact) => asksOf(fact, ledger)),
    random,
  );
  const asked: Draft[] = [];
  const questions: Question[] = [];
  while (questions.length < count) {
    const draft = freshest(drafts, asked);
    if (!draft) break;
    const question = questionOf(draft, ledger, random);
    if (question) {
      questions.push(question);
      asked.push(draft);
    }
    drafts = drafts.filter((other) => other !== draft && !(question && isAlike(other, draft)));
  }
  return questions;
}

/** Whether the one gives the other away, or asks the same. */
function isAlike(one: Draft, other: Draft): boolean {
  return one.topic === other.topic || JSON.stringify(one.ask) === JSON.stringify(other.ask);
}

/** The one least like those asked already: of another kind, else about another club. */
function freshest(drafts: readonly Draft[], asked: readonly Draft[]): Draft | undefined {
  const kinds = tally(asked.map(({ ask }) => ask.kind));
  const clubs = tally(asked.flatMap(({ clubs }) => clubs));
  let best: { readonly draft: Draft; readonly worn: readonly [kind: number, clubs: number] } | undefined;
  for (const draft of drafts) {
    const ofClubs = draft.clubs.reduce((sum, club) => sum + (clubs.get(club) ?? 0), 0);
    const worn = [kinds.get(draft.ask.kind) ?? 0, ofClubs / Math.max(1, draft.clubs.length)] as const;
    if (!best || (worn[0] - best.worn[0] || worn[1] - best.worn[1]) < 0) best = { draft, worn };
  }
  return best?.draft;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function questionOf(draft: Draft, ledger: Ledger, random: Random): Question | undefined {
  const { ask, answer, factId } = draft;
  const wrong = wrongAnswers(draft, ledger, random);
  if (!wrong) return undefined;
  const options = inOrder([answer, ...wrong], random);
  const { id, name } = ledger.competition;
  const right = options.indexOf(answer);
  return { ask, options, right, factId, competition: { id, name }, asOf: ledger.lastDay };
}

/** Numbers as one counts, anything else as chance has it. */
function inOrder(options: readonly QuizOption[], random: Random): readonly QuizOption[] {
  const numbers = options.flatMap((option) => (option.kind === 'number' ? [option] : []));
  if (numbers.length === options.length) return numbers.sort((a, b) => a.number - b.number);
  return shuffled(options, random);
}
