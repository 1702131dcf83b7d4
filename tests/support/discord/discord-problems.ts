import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import type { MessageBody } from '../../../src/messages/message.ts';

/** Why Discord would refuse a message: by its own API description, and by the limits that the description leaves out. */
export function discordProblems(message: MessageBody): readonly string[] {
  const checked = MessageCreateRequestSchema.safeParse(message);
  const described = checked.success
    ? []
    : checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const embeds = message.embeds ?? [];
  const texts = embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    embed.author?.name,
    embed.footer?.text,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  const buttons = (message.components ?? []).flatMap((row) => row.components);
  const ids = buttons.flatMap((button) => ('custom_id' in button ? [button.custom_id] : []));
  const problems: readonly (readonly [problem: string, broken: boolean])[] = [
    ['content is over 2,000', message.content.length > 2000],
    ['content is empty', message.content.trim() === ''],
    ['embeds are over 6,000 together', texts.reduce((sum, text) => sum + (text?.length ?? 0), 0) > 6000],
    [
      'a field is empty',
      embeds.some(({ fields = [] }) => fields.some(({ name, value }) => !name.trim() || !value.trim())),
    ],
    [
      'an embed says nothing',
      embeds.some(({ color, ...said }) => !/[^\s]/.test(JSON.stringify(said).replace(/"(\w+)":|[{}[\]",]/g, ''))),
    ],
    ['two buttons share an id', new Set(ids).size < ids.length],
    ['a lone surrogate', /\p{Cs}/u.test(JSON.stringify(message).replace(/\\u[dD][89a-fA-F]/g, '\ud800'))],
    ['mentions are not explicit', JSON.stringify(message.allowed_mentions) !== '{"parse":[]}'],
  ];
  return [...described, ...problems.flatMap(([problem, broken]) => (broken ? [problem] : []))];
}
