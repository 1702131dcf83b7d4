import * as z from 'zod/mini';
import { form } from '../form.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { plantChannels } from '../guilds/plant-channels.ts';
import type { Limits, Meter } from '../http/rate-limit.ts';
import type { Inbox } from '../interactions/inbox.ts';
import { refusal } from '../problem.ts';
import type { World } from '../state/world.ts';
import { type Faults, readFault } from './fault.ts';
import { type Panel, type PanelStatus, readPanelAction } from './panel.ts';
import type { Recorder } from './recorder.ts';

export interface SwitchboardParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly recorder: Recorder;
  readonly meter: Pick<Meter, 'limits' | 'limit'>;
  readonly inbox: Inbox;
  /** The bot's own controls, once they are attached. */
  readonly panel: () => Panel | undefined;
}

export interface SwitchboardCall {
  readonly method: string;
  /** What follows `/sandbox`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/**
 * The side of the sandbox that Discord does not have, under `/sandbox`: `health`, `requests` (GET, DELETE), `faults` (GET, POST,
 * DELETE, `faults/{id}`), `counts` (how requests were answered; `DELETE requests` resets them), `limits` (GET, POST),
 * `channels` (POST, many at once), `interactions/{id or nonce}` for clients without a gateway, `panel` (GET; POST where
 * a bot's controls are attached).
 */
export function switchboard(parts: SwitchboardParts, { method, path, query, body }: SwitchboardCall): unknown {
  const [, place, id] = path.split('/');
  switch (`${method} ${place}`) {
    case 'GET health':
      return { ok: true, sessions: parts.gateway.sessions(), unknownRoutes: parts.recorder.unknownRoutes() };
    case 'GET requests':
      return parts.recorder.recent().slice(-Number(query.get('limit') ?? 2_000));
    case 'DELETE requests':
      return parts.recorder.forget();
    case 'GET counts':
      return parts.recorder.counts();
    case 'GET limits':
      return sayLimits(parts.meter.limits());
    case 'POST limits':
      parts.meter.limit(readLimits(body));
      return sayLimits(parts.meter.limits());
    case 'POST channels':
      return plantChannels(parts, body);
    case 'GET faults':
      return { faults: parts.faults.list(), zombie: parts.gateway.isZombie() };
    case 'POST faults': {
      const fault = readFault(body);
      return fault.kind === 'gateway' ? parts.gateway.strike(fault) : parts.faults.arm(fault);
    }
    case 'DELETE faults':
      if (id === undefined) parts.gateway.heal();
      return parts.faults.clear(id === undefined ? undefined : Number(id));
    case 'GET interactions': {
      const interaction = parts.inbox.find(id ?? '');
      if (interaction === undefined) throw refusal('unknownInteraction');
      const { token: _, ...visible } = interaction;
      return visible;
    }
    case 'GET panel':
      return parts.panel()?.status() ?? NO_PANEL;
    case 'POST panel':
      return attached(parts).act(readPanelAction(body));
    default:
      throw refusal('notFound');
  }
}

/** There may be a bot all the same: one that somebody else has started. */
const NO_PANEL: PanelStatus = { bot: 'elsewhere' };

const limit = z.optional(z.nullable(z.number().check(z.positive())));
const LimitsBody = z.object({
  global: limit,
  route: limit,
  window: z.optional(z.enum(['fixed', 'sliding'])),
  answerWithinMs: z.optional(z.number().check(z.positive())),
});

/** JSON knows no infinity: a limit that is lifted is null. */
function readLimits(body: unknown): Partial<Limits> {
  const { global, route, window, answerWithinMs } = form(LimitsBody, body);
  return {
    ...(global === undefined ? {} : { global: global ?? Number.POSITIVE_INFINITY }),
    ...(route === undefined ? {} : { route: route ?? Number.POSITIVE_INFINITY }),
    ...(window === undefined ? {} : { window }),
    ...(answerWithinMs === undefined ? {} : { answerWithinMs }),
  };
}

const sayLimits = ({ global, route, window, answerWithinMs }: Limits) => ({
  global: Number.isFinite(global) ? global : null,
  route: Number.isFinite(route) ? route : null,
  window,
  answerWithinMs,
});

function attached({ panel }: SwitchboardParts): Panel {
  const controls = panel();
  if (!controls) throw refusal('notFound');
  return controls;
}
