import { type Fact, inLocale } from '../facts/fact.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { plain } from './escape.ts';
import type { MessageBody } from './message.ts';
import { writtenDay } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A sentence, not a name. */
const LONGEST_SENTENCE = 700;
const LONGEST_SCOPE = 300;

/** A fact: the sentence, then what it covers, who says so, how it was checked and as of when. */
export function factMessage(fact: Fact, view: View): MessageBody {
  const say = texts(view.locale);
  const { matchId } = fact;
  return compose({
    content: factSentence(fact, view),
    embed: { description: groundsOf(fact, view, say).join('\n'), color: SETTLED },
    ...(matchId !== undefined && { buttons: [{ id: `facts:match:${matchId}`, label: say.buttons.moreFacts }] }),
  });
}

export function factSentence(fact: Fact, { locale }: View): string {
  return plain(inLocale(fact.text, locale), LONGEST_SENTENCE);
}

/** What a fact rests on, in two lines. */
export function groundsOf(
  { scope, source, check, dispute, asOf }: Fact,
  { locale }: View,
  say: Texts,
): readonly string[] {
  const disputed = dispute && plain(inLocale(dispute, locale), LONGEST_SCOPE);
  return [
    say.facts.scope(plain(inLocale(scope, locale), LONGEST_SCOPE)),
    `${say.facts.check(source, check, disputed)} · ${say.facts.asOf(writtenDay(asOf, locale))}`,
  ];
}
