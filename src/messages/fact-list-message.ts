import { shortId } from '../facts/engine/fact-id.ts';
import type { Fact } from '../facts/fact.ts';
import { SETTLED } from './colour.ts';
import { type Button, compose, type Select } from './compose.ts';
import { cut } from './cut.ts';
import { clean, plain } from './escape.ts';
import { factSentence, groundsOf, hasWorking } from './fact-message.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A page of facts. Pages count from 1; `about` is what was asked for, and its value comes back in the buttons. */
export interface FactPage {
  readonly facts: readonly Fact[];
  readonly page: number;
  readonly pages: number;
  readonly about?: { readonly label: string; readonly value: string };
}

/** The facts of a page, each with what it rests on, and the ways to the pages beside it. */
export function factListMessage(list: FactPage, view: View): MessageBody {
  const say = texts(view.locale);
  const about = list.about && plain(list.about.label);
  if (list.facts.length === 0) return compose({ content: say.facts.none(about) });
  const title = say.facts.title(about);
  const entries = list.facts.map((fact) =>
    [factSentence(fact, view), ...groundsOf(fact, view, say).map((line) => `-# ${line}`)].join('\n'),
  );
  return compose({
    content: list.pages > 1 ? `${title} · ${say.facts.page(list.page, list.pages)}` : title,
    embed: { description: entries.join('\n\n'), color: SETTLED },
    selects: workingMenu(list.facts, view, say),
    buttons: list.pages > 1 ? pageButtons(list, say) : [],
  });
}

/** Those of the facts whose working can be shown, to choose one of. */
function workingMenu(facts: readonly Fact[], view: View, { working }: Texts): readonly Select[] {
  const options = facts.filter(hasWorking).map((fact) => ({
    value: shortId(fact.id),
    // Discord reads no markup here, nor any of its escapes.
    label: cut(clean(factSentence(fact, view).replace(/\\(?=[^\p{L}\p{N}\s])/gu, ''), 300), LIMITS.optionLabel),
  }));
  if (options.length === 0) return [];
  return [{ id: 'facts:working', placeholder: working.choose, options, min: 1, max: 1 }];
}

function pageButtons({ page, pages, about }: FactPage, { buttons }: Texts): readonly Button[] {
  const to = (target: number) => ['facts', 'list', target, ...(about ? [about.value] : [])].join(':');
  return [
    { id: to(page - 1), label: buttons.previous, disabled: page <= 1 },
    { id: to(page + 1), label: buttons.next, disabled: page >= pages },
  ];
}
