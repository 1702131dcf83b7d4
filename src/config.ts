import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** What the operator decided, checked. */
export interface Config {
  /** Absent: the bot runs against the sandbox. */
  readonly token?: string;
  /** Where Discord's API is, without the version; Discord's own when absent. */
  readonly api?: string;
  readonly databaseUrl: string;
  /** Where matches come from, the richest first. */
  readonly feeds: readonly FeedName[];
  /** The ids of the competitions that live feeds are asked for. */
  readonly competitions: readonly string[];
  readonly apiFootball: { readonly key?: string; readonly url: string };
  readonly footballData: { readonly key?: string; readonly url: string };
  /** A file or a folder that a delivery of Opta's fills. */
  readonly optaPath?: string;
  /** Where matches are recorded to and replayed from, besides those that Tifo comes with: beside the database. */
  readonly recordingsFolder: string;
  /** How many recorded minutes pass in one of ours; 0 leaves recorded matches at their end. */
  readonly replaySpeed: number;
  readonly sandboxPort: number;
  /** Where the sandbox keeps its channels: beside the database. */
  readonly sandboxJournal: string;
  readonly logLevel: LogLevel;
  /** One server to register commands in, where they show at once; everywhere when absent. */
  readonly guildId?: string;
}

export const FEED_NAMES = ['api-football', 'football-data', 'opta', 'recorded'] as const;
export type FeedName = (typeof FEED_NAMES)[number];

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The token of the sandbox's bot. It is no secret: it opens nothing but a Discord on this machine. */
export const SANDBOX_TOKEN = 'sandbox';

/** Every problem of the configuration at once, one a line. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}

const wholeNumber = (from: number, to: number, otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .refine((text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a number from ${from} to ${to}`,
    })
    .transform(Number);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' })
  .transform((text) => text.replace(/\/+$/, ''));
const key = z.string().regex(/^\S+$/, 'must have no spaces in it').optional();

const schema = z.object({
  FEED: list
    .pipe(z.array(z.enum(FEED_NAMES, `must be one or several, with commas, of ${FEED_NAMES.join(', ')}`)))
    .optional(),
  COMPETITIONS: list.default(['serie-a']),
  API_FOOTBALL_KEY: key,
  API_FOOTBALL_URL: url.default('https://v3.football.api-sports.io'),
  FOOTBALL_DATA_KEY: key,
  FOOTBALL_DATA_URL: url.default('https://api.football-data.org/v4'),
  OPTA_PATH: z.string().optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(/^(Bot\s+)?\S+$/i, 'must have no spaces in it')
    // A token pasted with its prefix is the commonest slip of all.
    .transform((token) => token.replace(/^Bot\s+/i, ''))
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4630/api' })
    .transform((url) => url.replace(/\/+(v\d+\/*)?$/, ''))
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the id of a server, 17 to 20 digits')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:PATH or postgres://USER:PASSWORD@HOST/NAME')
    .default('file:.tifo/tifo.db'),
  REPLAY_SPEED: wholeNumber(0, 100_000, 60),
  SANDBOX_PORT: wholeNumber(0, 65_535, 4630),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('warn'),
});

/** What a feed cannot do without. */
const NEEDED_BY = {
  'api-football': 'API_FOOTBALL_KEY',
  'football-data': 'FOOTBALL_DATA_KEY',
  opta: 'OPTA_PATH',
  recorded: undefined,
} as const satisfies Record<FeedName, string | undefined>;

/** Asked of what was given and not of what was read: one problem must not hide another. */
function missingKeys(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const wanted = (given['FEED'] ?? '').split(',').map((name) => name.trim());
  return FEED_NAMES.filter((feed) => wanted.includes(feed)).flatMap((feed) => {
    const needed = NEEDED_BY[feed];
    return needed && !given[needed] ? [`${needed} must be set for FEED=${feed}`] : [];
  });
}

/** Reads the configuration. Throws a ConfigError that lists every problem; values, which may be secrets, are not shown. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // In a .env file an empty value is how one says "not set".
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)];
  problems.push(...missingKeys(given));
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(`The configuration is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  const { DISCORD_TOKEN, DISCORD_API_URL, DISCORD_GUILD_ID, DATABASE_URL, REPLAY_SPEED, SANDBOX_PORT, LOG_LEVEL } =
    parsed.data;
  const { FEED, COMPETITIONS, API_FOOTBALL_KEY, API_FOOTBALL_URL, FOOTBALL_DATA_KEY, FOOTBALL_DATA_URL, OPTA_PATH } =
    parsed.data;
  const known = FEED_NAMES.filter((feed) => {
    const needed = NEEDED_BY[feed];
    return needed !== undefined && parsed.data[needed] !== undefined;
  });
  const folder = DATABASE_URL.startsWith('file:') ? dirname(DATABASE_URL.slice('file:'.length)) : '.tifo';
  return {
    ...(DISCORD_TOKEN && { token: DISCORD_TOKEN }),
    ...(DISCORD_API_URL && { api: DISCORD_API_URL }),
    ...(DISCORD_GUILD_ID && { guildId: DISCORD_GUILD_ID }),
    databaseUrl: DATABASE_URL,
    feeds: FEED ?? (known.length > 0 ? known : ['recorded']),
    competitions: COMPETITIONS,
    apiFootball: { url: API_FOOTBALL_URL, ...(API_FOOTBALL_KEY && { key: API_FOOTBALL_KEY }) },
    footballData: { url: FOOTBALL_DATA_URL, ...(FOOTBALL_DATA_KEY && { key: FOOTBALL_DATA_KEY }) },
    ...(OPTA_PATH && { optaPath: OPTA_PATH }),
    recordingsFolder: join(folder, 'recordings'),
    replaySpeed: REPLAY_SPEED,
    sandboxPort: SANDBOX_PORT,
    sandboxJournal: join(folder, 'sandbox.jsonl'),
    logLevel: LOG_LEVEL,
  };
}
