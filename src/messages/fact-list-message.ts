import type { Fact } from '../facts/fact.ts';
import { SETTLED } from './colour.ts';
import { type Button, compose } from './compose.ts';
import { plain } from './escape.ts';
import { factSentence, groundsOf } from './fact-message.ts';
import type { MessageBody } from './message.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A page of facts. Pages count from 1; `about` is the player, club or topic asked for, and comes back in the buttons. */
export interface FactPage {
  readonly facts: readonly Fact[];
  readonly page: number;
  readonly pages: number;
  readonly about?: string;
}

/** The facts of a page, each with what it rests on, and the ways to the pages beside it. */
export function factListMessage(list: FactPage, view: View): MessageBody {
  const say = texts(view.locale);
  const about = list.about === undefined ? undefined : plain(list.about);
  if (list.facts.length === 0) return compose({ content: say.facts.none(about) });
  const title = say.facts.title(about);
  const entries = list.facts.map((fact) =>
    [factSentence(fact, view), ...groundsOf(fact, view, say).map((line) => `-# ${line}`)].join('\n'),
  );
  return compose({
    content: list.pages > 1 ? `${title} · ${say.facts.page(list.page, list.pages)}` : title,
    embed: { description: entries.join('\n\n'), color: SETTLED },
    buttons: list.pages > 1 ? pageButtons(list, say) : [],
  });
}

function pageButtons({ page, pages, about }: FactPage, { buttons }: Texts): readonly Button[] {
  const to = (target: number) => ['facts', 'list', target, ...(about === undefined ? [] : [about])].join(':');
  return [
    { id: to(page - 1), label: buttons.previous, disabled: page <= 1 },
    { id: to(page + 1), label: buttons.next, disabled: page >= pages },
  ];
}
