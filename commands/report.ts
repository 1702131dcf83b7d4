import { isOver } from '../src/match/phase.ts';
import { reportMessage } from '../src/messages/report-message.ts';
import { fixtureLine } from '../src/messages/score-line.ts';
import { texts } from '../src/messages/texts.ts';
import { refuse, reply } from './answer.ts';
import { matchCommand } from './match-command.ts';

export const report = matchCommand({
  name: 'report',
  description: 'What a result meant: the table before and after, the storylines',
  description_localizations: { it: 'Che cosa ha significato un risultato: la classifica prima e dopo, le storie' },
  async show(state, { reader, matches }, wish) {
    const { match, phase } = state.snapshot;
    const say = texts(reader.locale);
    if (!isOver(phase)) return refuse(say.errors.noReport(fixtureLine(match, say)));
    const meaning = await matches.report(state);
    return meaning ? reply(reportMessage(meaning, reader), wish) : refuse(say.errors.noTable(fixtureLine(match, say)));
  },
});
