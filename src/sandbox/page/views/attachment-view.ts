import '@skyra/discord-components-core/discord-attachments.js';
import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import * as icons from './icons.ts';
import { localFile } from './view.ts';

/** Files under a message: pictures are shown, others offered. */
export function attachmentsView(
  attachments: readonly APIAttachment[],
  locale: string,
): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<discord-attachments slot="attachments">${attachments.map((file) => attachment(file, locale))}</discord-attachments>`;
}

function attachment(file: APIAttachment, locale: string): TemplateResult {
  const path = localFile(file.url);
  if (file.content_type?.startsWith('image/'))
    return html`<img
      class="picture"
      src=${ifDefined(path)}
      alt=${file.description ?? file.filename}
      width=${ifDefined(file.width ?? undefined)}
      height=${ifDefined(file.height ?? undefined)}
    />`;
  return html`<a class="file" href=${ifDefined(path)} download=${file.filename}
    >${icons.file}<span><strong>${file.filename}</strong><small>${sizeOf(file.size, locale)}</small></span></a
  >`;
}

function sizeOf(bytes: number, locale: string): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}
