import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { refusal } from '../problem.ts';
import type { UploadedFile } from './call.ts';

/** One more than a message may have, so that the form can say so; each of ten mebibytes at most. */
const MOST_FILES = 11;
const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_JSON = 8 * 1024 * 1024;

export interface Body {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads a request's body: JSON, or a multipart form of `payload_json` and files. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_JSON) throw refusal('tooLarge');
    chunks.push(chunk);
  }
  return { body: size === 0 ? undefined : json(Buffer.concat(chunks).toString('utf8')), files: [] };
}

function readMultipart(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve, reject) => {
    let payload: string | undefined;
    const files: UploadedFile[] = [];
    const form = readerOf(request);
    if (form === undefined) return reject(refusal('invalidJson'));
    form.on('field', (name, value) => {
      if (name === 'payload_json') payload = value;
    });
    form.on('file', (field, stream, { filename = 'file', mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(refusal('tooLarge')));
      stream.on('end', () => files.push({ field, filename, content_type: mimeType, data: Buffer.concat(chunks) }));
    });
    form.on('filesLimit', () => reject(refusal('tooLarge')));
    form.on('error', () => reject(refusal('invalidJson')));
    request.once('error', reject);
    form.on('close', () => {
      try {
        resolve({ body: payload === undefined ? undefined : json(payload), files });
      } catch (error) {
        reject(error);
      }
    });
    request.pipe(form);
  });
}

function readerOf(request: IncomingMessage): busboy.Busboy | undefined {
  try {
    const limits = { files: MOST_FILES, fileSize: LARGEST_FILE, fieldSize: LARGEST_JSON };
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    return undefined;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}
