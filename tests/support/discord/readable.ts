import type { MessageBody } from '../../../src/messages/message.ts';

/** A message as a reader sees it from top to bottom, buttons in brackets. */
export function readable(message: MessageBody): string {
  const embeds = (message.embeds ?? []).flatMap((embed) => [
    embed.title && `## ${embed.title}`,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [`# ${field.name}`, field.value]),
    embed.footer && `(${embed.footer.text})`,
  ]);
  const rows = (message.components ?? []).map((row) =>
    row.components.map((part) => ('label' in part ? `[${part.label}${part.disabled ? ' –' : ''}]` : '')).join(' '),
  );
  return [message.content, ...embeds, ...rows].filter(Boolean).join('\n');
}

/** Where the buttons of a message lead. */
export function buttonIds(message: MessageBody): readonly string[] {
  const parts = (message.components ?? []).flatMap((row) => row.components);
  return parts.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
}
