import { readOne } from '../read-rows.ts';
import type { OptaAccount, ReadingContext } from './account.ts';
import { isMa1Xml, parseMa1Xml } from './ma1-xml.ts';
import { readFixtures } from './read-fixtures.ts';
import { matchesOfMa1, readMa1 } from './read-ma1.ts';
import { readSrmlMatch } from './read-srml-match.ts';
import { isSrml, parseSrml } from './srml.ts';
import { feedShape } from './srml-shapes.ts';

export type FileReading =
  | { readonly ok: true; readonly accounts: readonly OptaAccount[] }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * `not-whole`: it may still be written. `srml-in-json`: F1, F7 or F9 in a form that is not read. `not-opta`: something else
 * that lies in the folder.
 */
export type Refusal = 'not-whole' | 'srml-in-json' | 'not-opta';

/** What a file says, told by its content and not by its name: F1, F9 or F7 in XML, MA1 in JSON or XML. */
export function readOptaFile(text: string, context: ReadingContext): FileReading {
  const start = text.trimStart();
  if (start === '') return { ok: false, reason: 'not-whole' };
  if (start.startsWith('<')) return readXml(start, context);
  if (start.startsWith('{')) return readJson(start, context);
  return { ok: false, reason: 'not-opta' };
}

function readXml(text: string, context: ReadingContext): FileReading {
  if (isMa1Xml(text)) return readMatches(parseMa1Xml(text), context);
  const tree = parseSrml(text);
  if (tree === undefined) return { ok: false, reason: 'not-whole' };
  if (!isSrml(text)) return { ok: false, reason: 'not-opta' };
  const feed = readOne(tree, feedShape, 'SRML', context.onUnknown);
  if (!feed) return { ok: true, accounts: [] };
  const { SoccerDocument, '@TimeStamp': stamp, '@timestamp': oldStamp } = feed.SoccerFeed;
  const writtenAt = stamp ?? oldStamp;
  const accounts = SoccerDocument.flatMap((document) => {
    // A list of fixtures names its competition on the document itself, one match in an element of its own.
    if ('@competition_id' in document) return readFixtures(document, writtenAt, context);
    return readSrmlMatch(document, writtenAt, context) ?? [];
  });
  return { ok: true, accounts };
}

function readJson(text: string, context: ReadingContext): FileReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-whole' };
  }
  return readMatches(json, context);
}

/** Reads MA1, whose two forms are one tree. */
function readMatches(json: unknown, context: ReadingContext): FileReading {
  if (json === undefined) return { ok: false, reason: 'not-whole' };
  if (typeof json === 'object' && json !== null && 'SoccerFeed' in json) return { ok: false, reason: 'srml-in-json' };
  const matches = matchesOfMa1(json);
  if (!matches) return { ok: false, reason: 'not-opta' };
  return { ok: true, accounts: matches.flatMap((match) => readMa1(match, context) ?? []) };
}
