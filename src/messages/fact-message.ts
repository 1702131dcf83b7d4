import { shortId } from '../facts/engine/fact-id.ts';
import type { Working, WorkingRow } from '../facts/engine/finding.ts';
import { type Fact, inLocale, isComputed } from '../facts/fact.ts';
import { SETTLED } from './colour.ts';
import { type Button, compose } from './compose.ts';
import { cutMarkup } from './cut.ts';
import { plain } from './escape.ts';
import { scopeInWords } from './fact-scope.ts';
import { findingSentence } from './finding-sentence.ts';
import type { MessageBody } from './message.ts';
import { writtenDay } from './stamp.ts';
import type { Counted } from './texts/fact-texts.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A sentence, not a name. */
const LONGEST_SENTENCE = 700;
const LONGEST_SCOPE = 300;

/** A fact: the sentence, then what it covers, who says so, how it was checked and as of when. */
export function factMessage(fact: Fact, view: View): MessageBody {
  const say = texts(view.locale);
  return compose({
    content: factSentence(fact, view),
    embed: { description: groundsOf(fact, view, say).join('\n'), color: SETTLED },
    buttons: [...workingButton(fact, say), ...moreButton(fact, say)],
  });
}

export function factSentence(fact: Fact, { locale }: View): string {
  if (isComputed(fact)) return cutMarkup(findingSentence(fact.finding, texts(locale)), LONGEST_SENTENCE);
  return plain(inLocale(fact.text, locale), LONGEST_SENTENCE);
}

/** What a fact rests on, in two lines. */
export function groundsOf(fact: Fact, view: View, say: Texts): readonly string[] {
  const asOf = say.facts.asOf(writtenDay(fact.asOf, view.locale));
  if (isComputed(fact)) {
    const { scope, working } = fact.finding;
    return [`${say.facts.scope(scopeInWords(scope, view, say))}`, `${checkedAgainst(working, say)} · ${asOf}`];
  }
  const { scope, source, check, dispute } = fact;
  const disputed = dispute && plain(inLocale(dispute, view.locale), LONGEST_SCOPE);
  return [
    say.facts.scope(plain(inLocale(scope, view.locale), LONGEST_SCOPE)),
    `${say.facts.check(source, check, disputed)} · ${asOf}`,
  ];
}

export function checkedAgainst({ rows, lookedAt }: Working, { grounds }: Texts): string {
  return grounds.checked(lookedAt, COUNTED[rows[0]?.kind ?? 'result']);
}

const COUNTED: Readonly<Record<WorkingRow['kind'], Counted>> = {
  result: 'results',
  start: 'starts',
  place: 'places',
  count: 'results',
};

/** Whether a fact's figures can be followed. */
export function hasWorking(fact: Fact): boolean {
  return isComputed(fact) || fact.computation !== undefined;
}

function workingButton(fact: Fact, { working }: Texts): readonly Button[] {
  return hasWorking(fact) ? [{ id: `facts:working:${shortId(fact.id)}`, label: working.button }] : [];
}

/** To the story of its match, else to its club. */
function moreButton(fact: Fact, { buttons }: Texts): readonly Button[] {
  const [club] = isComputed(fact) ? fact.about.clubs : [];
  const about = fact.matchId ?? (club === undefined ? undefined : `club:${club}`);
  return about === undefined ? [] : [{ id: `facts:match:${about}`, label: buttons.moreFacts }];
}
