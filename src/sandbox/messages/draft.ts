import type { AttachmentForm, MessageForm } from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { fault, form, isRecord, notAChoice, readFirst, tooLong } from '../form.ts';
import type { UploadedFile } from '../http/call.ts';
import { demand, type FormFault, refusal } from '../problem.ts';
import type { Attachment } from '../state/model.ts';
import { COMPONENTS_V2, componentFaults } from './component.ts';
import { embedFaults, picturesOf } from './embed.ts';
import { mentionFaults } from './mention.ts';

const LONGEST = 2_000;
const MOST_FILES = 10;
const LONGEST_NONCE = 25;

/** The body of a message, read and found good: what is undefined was not said. */
export interface Draft extends Omit<MessageForm, 'attachments'> {
  readonly attachments: readonly AttachmentForm[] | undefined;
  readonly files: readonly NumberedFile[];
}

export interface NumberedFile extends UploadedFile {
  /** n of `files[n]`, which `attachments` calls its id. */
  readonly number: string;
}

/** Discord reads numbers where it wants ids. */
const idsAsText = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) =>
        isRecord(each) && typeof each['id'] === 'number' ? { ...each, id: String(each['id']) } : each,
      )
    : value;

/** Reads a message's body. `kept` are the attachments that an edited message has. */
export function readDraft(
  schema: ZodMiniType<MessageForm>,
  body: unknown,
  uploads: readonly UploadedFile[],
  kept: readonly Attachment[] = [],
  at: readonly string[] = [],
): Draft {
  const read = form(schema, readFirst(body, { attachments: idsAsText, embeds: datesAsUtc }), at);
  const files = uploads.map(numberFile);
  const flags = read.flags ?? 0;
  const faults = [
    ...([...(read.content ?? '')].length > LONGEST ? [tooLong(['content'], LONGEST)] : []),
    ...(String(read.nonce ?? '').length > LONGEST_NONCE ? [tooLong(['nonce'], LONGEST_NONCE)] : []),
    ...mentionFaults(read.allowed_mentions),
    ...embedFaults(read.embeds ?? []),
    ...componentFaults(read.components ?? [], flags),
    ...v2Faults(read, flags),
    ...fileFaults(read, files, kept),
  ];
  demand(faults.map((each) => ({ ...each, path: [...at, ...each.path] })));
  return { ...read, attachments: read.attachments ?? undefined, files };
}

/** ISO 8601 with an offset is good enough for Discord; the description wants a Z. */
const datesAsUtc = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => {
        const time =
          isRecord(each) && typeof each['timestamp'] === 'string' ? Date.parse(each['timestamp']) : Number.NaN;
        return isRecord(each) && !Number.isNaN(time) ? { ...each, timestamp: new Date(time).toISOString() } : each;
      })
    : value;

function numberFile(file: UploadedFile): NumberedFile {
  const number = /^files\[(\d+)\]$/.exec(file.field)?.[1] ?? (file.field === 'file' ? '0' : undefined);
  if (number === undefined) throw refusal('invalidJson');
  return { ...file, number };
}

function v2Faults(read: MessageForm, flags: number): FormFault[] {
  if ((flags & COMPONENTS_V2) === 0) return [];
  const said = (['content', 'embeds', 'poll', 'sticker_ids'] as const).filter((key) => {
    const value = read[key];
    return value !== undefined && value !== null && (Array.isArray(value) ? value.length > 0 : value !== '');
  });
  return said.map((key) =>
    fault(
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

function fileFaults(read: MessageForm, files: readonly NumberedFile[], kept: readonly Attachment[]): FormFault[] {
  const faults: FormFault[] = [];
  const numbers = files.map(({ number }) => number);
  const total = files.length + (read.attachments?.filter(({ id }) => !numbers.includes(id)).length ?? kept.length);
  if (total > MOST_FILES)
    faults.push(fault(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${MOST_FILES} or fewer in length.`));
  for (const [index, { id }] of (read.attachments ?? []).entries())
    if (!numbers.includes(id) && !kept.some((each) => each.id === id))
      faults.push(
        fault(
          ['attachments', index, 'id'],
          'ATTACHMENT_NOT_FOUND',
          `No file of this request and no attachment of the message has the id ${id}.`,
        ),
      );
  const names = [...files.map(({ filename }) => filename), ...kept.map(({ filename }) => filename)];
  const renamed = (read.attachments ?? []).flatMap(({ filename }) => filename ?? []);
  for (const [index, embed] of (read.embeds ?? []).entries())
    if (picturesOf(embed).some((name) => ![...names, ...renamed].includes(name)))
      faults.push(notAChoice(['embeds', index, 'image', 'url'], names));
  return faults;
}
