import { OperatorError } from '../operator-error.ts';

/** What went wrong with opening or running the sandbox itself, in words for its operator. */
export type SandboxFault =
  | 'port-taken'
  | 'not-a-journal'
  | 'journal-newer'
  | 'journal-damaged'
  | 'journal-in-use'
  | 'disk';

/** The sandbox could not be opened, or its journal not be used; `message` says what to do. */
export class SandboxError extends OperatorError {
  override readonly name = 'SandboxError';
  readonly fault: SandboxFault;
  constructor(fault: SandboxFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

export interface FormFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** A refusal in Discord's own shape: thrown by a handler, sent as `{ message, code, errors? }`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;
  /** Seconds to wait, where Discord says so. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: number, message: string, errors?: ErrorTree, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

const REFUSALS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Permission Overwrite'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  botsOnly: [403, 20002, 'Only bots can use this endpoint'],
  peopleOnly: [403, 20001, 'Bots cannot use this endpoint'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached (50)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100).'],
  tooManyEvents: [400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)'],
  editTooOld: [429, 30046, 'Maximum number of edits to messages older than 1 hour reached. Try again later', 20],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notText: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  noHistoryForReply: [403, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  finishedEvent: [400, 180000, 'Cannot update a finished event'],
  internal: [500, 0, 'Internal Server Error'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string, retryAfter?: number]>;

/** One of Discord's plain refusals, by name. */
export function refusal(name: keyof typeof REFUSALS): Problem {
  const [status, code, message, retryAfter]: readonly [number, number, string, number?] = REFUSALS[name];
  return new Problem(status, code, message, undefined, retryAfter);
}

/** Discord's answer to a body it does not accept: 50035, every fault under its path. */
export function invalidForm(faults: readonly FormFault[]): Problem {
  const root: ErrorTree = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const key of path) {
      const next = node[key];
      const child: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      node[key] = child;
      node = child;
    }
    const known = node['_errors'];
    node['_errors'] = [...(Array.isArray(known) ? known : []), { code, message }];
  }
  return new Problem(400, 50035, 'Invalid Form Body', root);
}

/** Refuses when there is any fault at all. */
export function demand(faults: readonly FormFault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}
