import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  const read = await Promise.all((await listJson(folder)).map((name) => readRecording(join(folder, name))));
  const problems = read.flatMap((result) => (result.ok ? [] : [result.problem]));
  if (problems.length > 0) throw new RecordingError(`Recorded matches cannot be read:\n${problems.join('\n')}`);
  return read
    .flatMap((result) => (result.ok ? [result.recording] : []))
    .sort((a, b) => a.match.kickOff - b.match.kickOff);
}

type ReadRecording =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly missing: boolean; readonly problem: string };

/** Reads one recorded match; what is wrong with it is told with the file's name. */
export async function readRecording(file: string): Promise<ReadRecording> {
  try {
    const parsed = recordingSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return { ok: true, recording: parsed.data };
    const problem = `${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`;
    return { ok: false, missing: false, problem };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { ok: false, missing, problem: `${file}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Writes a recorded match so that a reader finds the old file or the new one, whole, whatever happens meanwhile. */
export async function writeRecording(file: string, recording: Recording): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.part`;
  const handle = await open(half, 'w');
  try {
    await handle.writeFile(recordingText(recording));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}

/** A recording as it stands on disk: JSON, a line for each frame, instants as ISO 8601. */
export function recordingText({ match, frames }: Recording): string {
  const iso = (instant: number) => new Date(instant).toISOString();
  const lines = frames.map((frame) => `    ${JSON.stringify({ ...frame, at: iso(frame.at) })}`);
  const about = JSON.stringify({ ...match, kickOff: iso(match.kickOff) });
  return `{\n  "match": ${about},\n  "frames": [\n${lines.join(',\n')}\n  ]\n}\n`;
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
