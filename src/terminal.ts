/** What the operator reads when Tifo starts on the sandbox. */
export function welcome(sandboxUrl: string, folder: string): string {
  return [
    '',
    '  Tifo is running, on a Discord of its own (no token was set).',
    '',
    `  Open      ${sandboxUrl} in your browser: the server "Curva Sandbox", on this machine only`,
    `  Kept in   ${folder}`,
    '  Now       the derby of 7 November 2021 in #derby, a fact a minute in #facts',
    '  Try       /score, /facts next, /help there; kill the bot in the match panel and start it again',
    '  Next      npm start -- --fresh begins anew; DISCORD_TOKEN takes it to Discord itself',
    '  Stop      Ctrl-C',
    '',
  ].join('\n');
}

/** One line for a post that has landed. */
export function postLine(channel: string, content: string): string {
  return `  #${channel.padEnd(8)} ${content.replaceAll(/\\([*_~|`>#()[\]-])/g, '$1').replaceAll('\n', ' ')}`;
}

/** What `npm run sandbox` says. */
export function sandboxRuns(url: string): string {
  return `Sandbox ${url} (bot token: sandbox; readers: user, member). Ctrl-C stops it.`;
}

/** What the bot says when it is connected and runs by itself. */
export function botRuns(name: string): string {
  return `${name} is connected. /help in Discord says what it can do; Ctrl-C stops it.`;
}
