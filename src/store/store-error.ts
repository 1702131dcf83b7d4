import { OperatorError } from '../operator-error.ts';

export type StoreProblem =
  | 'bad-url'
  | 'in-use'
  | 'second-name'
  | 'not-writable'
  | 'disk-full'
  | 'not-a-database'
  | 'corrupt'
  | 'newer-version'
  | 'unreachable'
  | 'refused';

/** Why a store cannot be opened: one line that says what to do, with no secret in it. */
export class StoreError extends OperatorError {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, message: string, cause?: unknown) {
    super(message);
    this.cause = cause;
    this.problem = problem;
  }
}

/**
 * What a driver's error means for whoever runs Tifo; an error that nobody foresaw comes back as it is. `where` names
 * the database as it may be shown, without its password.
 */
export function explainStoreError(error: unknown, where: string): unknown {
  if (error instanceof StoreError) return error;
  const explained = EXPLANATIONS.find(([codes]) => codes.test(codeOf(error)));
  if (!explained) return error;
  const [, problem, message] = explained;
  return new StoreError(problem, message(where), error);
}

const EXPLANATIONS: readonly (readonly [codes: RegExp, StoreProblem, (where: string) => string])[] = [
  [
    /^SQLITE_FULL|^ENOSPC|^53100/,
    'disk-full',
    (at) => `The disk is full, so ${at} cannot be written. Free some space and start again; nothing was lost.`,
  ],
  [
    /^SQLITE_NOTADB/,
    'not-a-database',
    (at) =>
      `${at} is not a Tifo database. Point DATABASE_URL at another file, or move this one away; it was left as it is.`,
  ],
  [
    /^SQLITE_CORRUPT/,
    'corrupt',
    (at) => `${at} is damaged. Restore it from a backup, or move it away to begin anew; it was left as it is.`,
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST|ISDIR|LOOP)/,
    'not-writable',
    (at) =>
      `${at} cannot be written. Check that its folder and the file belong to the user who runs Tifo, or change DATABASE_URL.`,
  ],
  [
    /^(28|3D|42501)/,
    'refused',
    (at) => `PostgreSQL at ${at} refused us. Check the user, the password and the database name in DATABASE_URL.`,
  ],
  [
    /^E(CONNREFUSED|NOTFOUND|TIMEDOUT|CONNRESET|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE)|^(08|57P|53300)/,
    'unreachable',
    (at) => `PostgreSQL at ${at} does not answer. Check that it runs, and the host and port in DATABASE_URL.`,
  ],
];

/** SQLite's and Node's names or PostgreSQL's five characters; libsql says only in its message why it could not open. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (/unable to open/i.test(error.message)) return 'SQLITE_CANTOPEN';
  return /timeout|terminated/i.test(error.message) ? 'ETIMEDOUT' : '';
}
