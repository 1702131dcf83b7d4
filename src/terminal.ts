import type { Log } from './log.ts';
import { plainText } from './plain-text.ts';

/** What the operator reads at once, before what starts has been loaded. */
export const STARTING = {
  all: '  Starting  a Discord of its own on this machine, then the bot. This takes some seconds.',
  sandbox: '  Starting  the sandbox.',
  bot: '  Starting  the bot: reading its data, then connecting to Discord.',
} as const;

/** What the operator reads while the slower half is still on its way. */
export const SANDBOX_IS_UP = '  Ready     the local Discord; the bot is connecting to it.';

/** What the operator reads when Tifo runs on the sandbox. `derby` tells whether the match of the demo is still to be seen. */
export function welcome(sandboxUrl: string, folder: string, derby: 'on' | 'over'): string {
  return [
    '',
    '  Tifo is running, on a Discord of its own (no token was set).',
    '',
    `  Open      ${sandboxUrl} in your browser: the server "Curva Sandbox", on this machine only`,
    `  Kept in   ${folder}`,
    derby === 'on'
      ? '  Now       the derby of 7 November 2021 in #derby, a fact a minute in #facts'
      : '  Over      the derby of 7 November 2021: /replay plays it again; a fact a minute in #facts',
    '  Try       /score, /facts next, /help there; kill the bot in the match panel and start it again',
    '  Next      npm start -- --fresh begins anew; DISCORD_TOKEN takes it to Discord itself',
    '  Stop      Ctrl-C',
    '',
  ].join('\n');
}

/** One line for a post that has landed. */
export function postLine(channel: string, content: string): string {
  return `  #${channel.padEnd(8)} ${plainText(content)}`;
}

/** What `npm run sandbox` says. */
export function sandboxRuns(url: string): string {
  return `Sandbox ${url} (bot token: sandbox; readers: user, member). Ctrl-C stops it.`;
}

/** What the bot says when it is connected and runs by itself. */
export function botRuns(name: string): string {
  return `${name} is connected. /help in Discord says what it can do; Ctrl-C stops it.`;
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const WORDS = { debug: 'Debug', info: 'Info', warn: 'Warning', error: 'Error' } as const;

/** A log for people: a line in words each, and what it is about behind it. Whatever keeps logs reads JSON, and gets it elsewhere. */
export function terminalLog(level: (typeof LEVELS)[number], write: (line: string) => void): Log {
  const at = (own: keyof typeof WORDS) => (context: object, message: string) => {
    if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
    const { err, ...more }: Readonly<Record<string, unknown>> = { ...context };
    const sentence = message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, '');
    const problem = err instanceof Error ? `: ${err.message}` : err === undefined ? '' : `: ${String(err)}`;
    const about = Object.entries(more).map(([key, value]) => `${key}: ${written(value)}`);
    const line = plainText(`${sentence}${problem}${about.length > 0 ? ` (${about.join(', ')})` : ''}`, 'unmarked');
    const stack = own === 'error' && err instanceof Error ? (err.stack?.match(/^ {4}at .*$/gm) ?? []) : [];
    write(`${[`  ${WORDS[own].padEnd(9)} ${line}`, ...stack.map((frame) => `        ${frame}`)].join('\n')}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
