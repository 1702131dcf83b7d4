import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';
import type { Recording } from './recording.ts';
import { recordingSchema } from './recording-schema.ts';

/** A recording that cannot be read; the message names the file and every problem in it. */
export class RecordingError extends OperatorError {
  override readonly name = 'RecordingError';
}

/** Reads every recorded match of a folder, earliest first. Throws a RecordingError that lists all problems of all files. */
export async function loadRecordings(folder: string): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  const problems: string[] = [];
  for (const name of await listJson(folder)) {
    const file = join(folder, name);
    try {
      const parsed = recordingSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
      if (parsed.success) recordings.push(parsed.data);
      else problems.push(`${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new RecordingError(`Recorded matches cannot be read:\n${problems.join('\n')}`);
  return recordings.sort((a, b) => a.match.kickOff - b.match.kickOff);
}

async function listJson(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    throw new RecordingError(
      `Recorded matches cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
