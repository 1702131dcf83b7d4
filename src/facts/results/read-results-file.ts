import type { KnownNames } from './known-names.ts';
import { readFootballDataCsv } from './read-football-data-csv.ts';
import { readOpenfootballJson } from './read-openfootball-json.ts';
import { readOpenfootballText } from './read-openfootball-text.ts';
import type { ToldRow } from './told-row.ts';

interface Format {
  /** Named in the files that are written from it. */
  readonly source: string;
  read(text: string, names: KnownNames): readonly ToldRow[];
}

const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': { source: 'openfootball (CC0-1.0)', read: readOpenfootballText },
  '.json': { source: 'openfootball (CC0-1.0)', read: readOpenfootballJson },
  '.csv': { source: 'football-data.co.uk', read: readFootballDataCsv },
};

/** A season of any league is a tenth of this. */
const LARGEST = 5_000_000;

/**
 * The rows of somebody's file, by the ending of its name: openfootball's `.txt` and `.json`, football-data.co.uk's `.csv`.
 * They come in UTF-8, or, from older spreadsheets, in Windows' own encoding.
 */
export function readResultsFile(
  name: string,
  bytes: Uint8Array,
  names: KnownNames,
): { readonly source: string; readonly rows: readonly ToldRow[] } {
  const format = FORMATS[/\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''];
  const problem = (why: string) => ({ source: '', rows: [{ place: 1, kind: 'problem', why }] as const });
  if (!format) return problem('the name must end in .txt or .json (openfootball) or .csv (football-data.co.uk)');
  if (bytes.length > LARGEST) return problem('the file is too large to be results');
  const text = decode(bytes);
  if (text === undefined) return problem('this is not text');
  const rows = format.read(text, names);
  return rows.length === 0 ? problem('there are no matches in it') : { source: format.source, rows };
}

function decode(bytes: Uint8Array): string | undefined {
  // Text of these encodings has none; pictures, archives and UTF-16 do.
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
