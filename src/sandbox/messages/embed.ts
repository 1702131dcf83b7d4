import type { APIEmbed } from 'discord-api-types/v10';
import { fault, required } from '../form.ts';
import type { FormFault } from '../problem.ts';

/** Over all embeds of a message; the official description does not say so. */
const MOST_CHARACTERS = 6_000;

type Path = readonly (string | number)[];

/** What Discord refuses in embeds beyond their official description. */
export function embedFaults(embeds: readonly APIEmbed[]): FormFault[] {
  const faults = embeds.flatMap((embed, index) => faultsOf(embed, ['embeds', index]));
  const characters = embeds.reduce((sum, embed) => sum + lengthOf(embed), 0);
  if (characters > MOST_CHARACTERS)
    faults.push(fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MOST_CHARACTERS}`));
  return faults;
}

function faultsOf(embed: APIEmbed, at: Path): FormFault[] {
  const faults: FormFault[] = [];
  if (isEmpty(embed)) faults.push(required([...at, 'description']));
  for (const [index, field] of (embed.fields ?? []).entries())
    for (const key of ['name', 'value'] as const)
      if (isBlank(field[key])) faults.push(required([...at, 'fields', index, key]));
  if (embed.footer && isBlank(embed.footer.text)) faults.push(required([...at, 'footer', 'text']));
  if (embed.author && isBlank(embed.author.name)) faults.push(required([...at, 'author', 'name']));
  const links: readonly [Path, string | undefined | null, readonly string[]][] = [
    [['url'], embed.url, ['http:', 'https:']],
    [['author', 'url'], embed.author?.url, ['http:', 'https:']],
    [['image', 'url'], embed.image?.url, ['http:', 'https:', 'attachment:']],
    [['thumbnail', 'url'], embed.thumbnail?.url, ['http:', 'https:', 'attachment:']],
    [['author', 'icon_url'], embed.author?.icon_url, ['http:', 'https:', 'attachment:']],
    [['footer', 'icon_url'], embed.footer?.icon_url, ['http:', 'https:', 'attachment:']],
  ];
  for (const [path, url, schemes] of links)
    if (url && !schemes.some((scheme) => url.toLowerCase().startsWith(scheme)))
      faults.push(
        fault(
          [...at, ...path],
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "${url.split(':')[0]}" is not supported. Scheme must be one of (${schemes.map((scheme) => `'${scheme.slice(0, -1)}'`).join(', ')}).`,
        ),
      );
  return faults;
}

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const isEmpty = (embed: APIEmbed): boolean =>
  [embed.title, embed.description, embed.author?.name, embed.footer?.text].every(isBlank) &&
  !embed.fields?.length &&
  !embed.image?.url &&
  !embed.thumbnail?.url;

const lengthOf = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + [...(text ?? '').trim()].length, 0);

/** An embed as it is kept: empty words and nulls left out, and its kind said. */
export function settled(embed: APIEmbed): APIEmbed {
  const kept = Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null && value !== ''));
  return { ...kept, type: 'rich' } as APIEmbed;
}

/** The pictures an embed shows from what was uploaded with it, by file name. */
export const picturesOf = (embed: APIEmbed): string[] =>
  [embed.image?.url, embed.thumbnail?.url, embed.author?.icon_url, embed.footer?.icon_url].flatMap((url) =>
    url?.startsWith('attachment://') ? [url.slice('attachment://'.length)] : [],
  );

/** An embed with its `attachment://` pictures where they can be fetched. */
export function withPictures(embed: APIEmbed, urlOf: (filename: string) => string | undefined): APIEmbed {
  if (picturesOf(embed).length === 0) return embed;
  const shown = (url: string | undefined) =>
    url?.startsWith('attachment://') ? (urlOf(url.slice('attachment://'.length)) ?? url) : (url ?? '');
  return {
    ...embed,
    ...(embed.image ? { image: { ...embed.image, url: shown(embed.image.url) } } : {}),
    ...(embed.thumbnail ? { thumbnail: { ...embed.thumbnail, url: shown(embed.thumbnail.url) } } : {}),
    ...(embed.author?.icon_url ? { author: { ...embed.author, icon_url: shown(embed.author.icon_url) } } : {}),
    ...(embed.footer?.icon_url ? { footer: { ...embed.footer, icon_url: shown(embed.footer.icon_url) } } : {}),
  };
}
