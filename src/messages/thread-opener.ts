import type { Match } from '../match/match.ts';
import { compose } from './compose.ts';
import { clean } from './escape.ts';
import type { MessageBody } from './message.ts';
import { fixtureLine } from './score-line.ts';
import { stamp } from './stamp.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** Discord takes no longer name of a thread. */
const LONGEST_NAME = 100;

/** The post that opens a match's thread, and what the thread is called: `Milan v Inter · Serie A 12`. */
export function threadOpener(match: Match, { locale }: View): { readonly message: MessageBody; readonly name: string } {
  const say = texts(locale);
  const { home, away, competition, round } = match;
  const which = [clean(competition.name), round].filter((word) => word !== undefined).join(' ');
  return {
    message: compose({ content: say.thread.opener(fixtureLine(match, say), stamp(match.kickOff, 'f')) }),
    name: clean(say.thread.name(clean(home.name), clean(away.name), which), LONGEST_NAME),
  };
}
