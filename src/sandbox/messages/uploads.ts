import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UploadedFile } from '../http/call.ts';
import { SandboxError } from '../problem.ts';
import type { Attachment } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** What was uploaded: bytes beside the journal, or in memory where there is none. */
export interface Uploads {
  keep(file: UploadedFile, description: string | undefined): Attachment;
  /** The bytes behind a path such as `/attachments/CHANNEL/ID/name.png`. */
  at(path: string): { readonly data: Buffer; readonly type: string } | undefined;
}

export const attachmentPath = (channelId: string, { id, filename }: Attachment): string =>
  `/attachments/${channelId}/${id}/${filename}`;

export function openUploads(world: World, folder: string | undefined): Uploads {
  const memory = new Map<string, Buffer>();
  if (folder !== undefined) sweep(world, folder);
  const write = (id: string, data: Buffer) => {
    if (folder === undefined) return void memory.set(id, data);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, id), data);
    } catch (cause) {
      throw new SandboxError('disk', `The sandbox cannot write into ${folder}: ${String(cause)}`, { cause });
    }
  };
  const read = (id: string): Buffer | undefined => {
    if (folder === undefined) return memory.get(id);
    try {
      return readFileSync(join(folder, id));
    } catch {
      return undefined;
    }
  };
  return {
    keep(file, description) {
      const id = world.nextId();
      write(id, file.data);
      return {
        id,
        filename: tame(file.filename),
        size: file.data.length,
        content_type: file.content_type,
        ...(description === undefined ? {} : { description }),
        ...pictureSize(file.data),
      };
    },
    at(path) {
      const [, channelId, id] = /^\/attachments\/(\d+)\/(\d+)\/[^/]+$/.exec(path) ?? [];
      if (channelId === undefined || id === undefined) return undefined;
      for (const message of world.messages.in(channelId).values()) {
        const attachment = message.attachments.find((each) => each.id === id);
        const data = attachment && read(id);
        if (data !== undefined) return { data, type: attachment?.content_type ?? 'application/octet-stream' };
      }
      return undefined;
    },
  };
}

/** Files of messages that are gone go when the sandbox next opens. */
function sweep(world: World, folder: string): void {
  if (!existsSync(folder)) return;
  const used = new Set([...world.messages.values()].flatMap(({ attachments }) => attachments.map(({ id }) => id)));
  for (const name of readdirSync(folder))
    if (/^\d+$/.test(name) && !used.has(name)) rmSync(join(folder, name), { force: true });
}

/** Discord's way with file names: letters, digits, dots, dashes; the rest becomes an underscore. */
const tame = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'file';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Width and height of a PNG, which its header says; other pictures go without. */
function pictureSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.length < 24 || !data.subarray(0, 8).equals(PNG)) return undefined;
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
}
