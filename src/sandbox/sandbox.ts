import { commandRoutes } from './commands/routes.ts';
import { openGateway } from './gateway/gateway.ts';
import { channelRoutes } from './guilds/channel-routes.ts';
import { guildRoutes } from './guilds/routes.ts';
import { eventRoutes, settleEvents } from './guilds/scheduled-event.ts';
import { threadRoutes } from './guilds/thread.ts';
import { threadMemberRoutes } from './guilds/thread-members.ts';
import type { Discord } from './http/call.ts';
import { DISCORD_LIMITS, type Limits, openMeter } from './http/rate-limit.ts';
import { openRouter } from './http/router.ts';
import { answer, listen } from './http/server.ts';
import { actRoutes } from './interactions/act.ts';
import { callbackRoutes } from './interactions/callback.ts';
import { openInbox } from './interactions/inbox.ts';
import { webhookRoutes } from './interactions/webhook.ts';
import { openNonces } from './messages/nonce.ts';
import { messageRoutes } from './messages/routes.ts';
import { openUploads } from './messages/uploads.ts';
import { SandboxError, type SandboxFault } from './problem.ts';
import type { WorldSeed } from './state/seed.ts';
import { openWorld, uploadsFolder, type World } from './state/world.ts';
import { openFaults } from './switchboard/fault.ts';
import type { Panel } from './switchboard/panel.ts';
import { openRecorder } from './switchboard/recorder.ts';
import { switchboard } from './switchboard/switchboard.ts';

export * from './state/seed.ts';
export type { Limits, World };
export { SandboxError, type SandboxFault };

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Path of the file that keeps the state, uploads in `PATH.files` beside it; without one all is in memory. */
  readonly journal?: string;
  /** Begins anew, whatever the journal holds. */
  readonly fresh?: boolean;
  /** ms since the Unix epoch. */
  readonly now?: () => number;
  readonly seed?: WorldSeed;
  /** Discord's own limits unless said; `{ global: Infinity, route: Infinity }` lifts them. */
  readonly limits?: Partial<Limits>;
  /** The gateway's heartbeat interval, in ms. */
  readonly heartbeatMs?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  /** The tables, to look into. */
  readonly world: World;
  /** Shows the bot's own controls under `/sandbox/panel`, from now on. */
  attachPanel(panel: Panel): void;
  /** Ends every connection and the journal; calling it again changes nothing. */
  close(): Promise<void>;
}

/** How often it is seen whether an event has begun or ended, in ms. */
const EVENTS_EVERY = 1_000;

const ROUTES = [
  ...guildRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...threadMemberRoutes,
  ...eventRoutes,
  ...messageRoutes,
  ...commandRoutes,
  ...actRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
];

/**
 * Opens a local Discord on loopback.
 * @throws SandboxError when the port is taken or the journal cannot be used; nothing is overwritten then.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { now = Date.now, seed, journal, fresh, heartbeatMs } = options;
  const server = await listen(options.port);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : options.port}`;
  const world = await openOrClose(() => openWorld({ now, seed, journal, fresh }), server);
  const gateway = openGateway({ world, server, url: () => url, heartbeatMs });
  const uploads = openUploads(world, journal === undefined ? undefined : uploadsFolder(journal));
  const meter = openMeter({ ...DISCORD_LIMITS, ...options.limits }, now);
  const inbox = openInbox(world, () => meter.limits().answerWithinMs);
  const discord: Discord = { world, gateway, uploads, inbox, nonces: openNonces(world), url: () => url };
  const faults = openFaults();
  const recorder = openRecorder(now);
  let panel: Panel | undefined;
  const parts = {
    discord,
    faults,
    recorder,
    router: openRouter(ROUTES),
    meter,
    switchboard: (call: Parameters<typeof switchboard>[1]) =>
      switchboard({ world, gateway, faults, recorder, meter, inbox, panel: () => panel }, call),
  };
  server.on('request', (request, response) => void answer(parts, request, response));
  const events = setInterval(() => settleSoon(discord), EVENTS_EVERY).unref();
  const shut = async () => {
    clearInterval(events);
    inbox.close();
    gateway.close();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    world.close();
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    apiUrl: `${url}/api`,
    world,
    attachPanel(controls) {
      panel = controls;
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}

/** What cannot be kept now, the disk being full, can be a moment later. */
function settleSoon(discord: Discord): void {
  try {
    settleEvents(discord);
  } catch (error) {
    console.error('sandbox:', error instanceof SandboxError ? error.message : error);
  }
}

/** The port is taken first: whoever cannot have it must not touch the journal. */
async function openOrClose<T>(open: () => T, server: { close(done: () => void): unknown }): Promise<T> {
  try {
    return open();
  } catch (error) {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    throw error;
  }
}
