import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import type { MessageBody } from './message.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** What Tifo does, and every command in a line. */
export function helpMessage(view: View): MessageBody {
  const { help } = texts(view.locale);
  return compose({
    content: help.intro,
    embed: {
      title: help.title,
      fields: help.groups.map(({ title, commands }) => ({
        name: title,
        value: commands.map(([command, what]) => `\`${command}\` ${what}`).join('\n'),
      })),
      footer: { text: help.tip },
      color: SETTLED,
    },
  });
}
