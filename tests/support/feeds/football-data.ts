import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MatchEvent, Player } from '../../../src/match/event.ts';
import { playerSide } from '../../../src/match/event.ts';
import { type Clock, DAY, type Instant, MINUTE } from '../../../src/match/instant.ts';
import type { Side } from '../../../src/match/match.ts';
import type { Minute } from '../../../src/match/minute.ts';
import { isBeforeKickOff, type Phase, phaseOrder } from '../../../src/match/phase.ts';
import { NIL_NIL, type Score, scoreOf } from '../../../src/match/score.ts';
import type { Lineup, Snapshot } from '../../../src/match/snapshot.ts';
import { numberOf } from './api-football.ts';

/** How football-data.org v4 would say a snapshot: its field names and its traps, with no data of its own. */

export interface FootballDataMatchOptions {
  /** `free` tells scores alone. */
  readonly plan?: 'free' | 'paid';
  /** A paid plan gives the minute; a free one may not. */
  readonly withMinute?: boolean;
  /** An own goal stands under the side that benefits, or under the scorer's. */
  readonly ownGoals?: 'benefits' | 'scorer';
  readonly stage?: string;
}

export function footballDataMatch(snapshot: Snapshot, id: number, options: FootballDataMatchOptions = {}): object {
  const { match, phase, minute } = snapshot;
  const { plan = 'paid', withMinute = plan === 'paid', stage = 'REGULAR_SEASON' } = options;
  const isPaid = plan === 'paid';
  return {
    area: { id: 2114, name: 'Italy', code: 'ITA' },
    competition: {
      id: 2019,
      name: match.competition.name,
      code: competitionCode(match.competition.id),
      type: 'LEAGUE',
    },
    season: { id: 1, startDate: `${match.season.slice(0, 4)}-08-21`, endDate: '2022-05-22', currentMatchday: 12 },
    id,
    utcDate: new Date(match.kickOff).toISOString().replace('.000Z', 'Z'),
    status: STATUSES[phase],
    ...(withMinute && { minute: minute?.base ?? null, injuryTime: minute?.added ?? null }),
    venue: isPaid ? (match.venue?.name ?? null) : null,
    matchday: match.round ?? null,
    stage,
    lastUpdated: new Date(snapshot.at).toISOString(),
    homeTeam: team(snapshot, 'home', isPaid),
    awayTeam: team(snapshot, 'away', isPaid),
    score: scoreNode(snapshot),
    ...(isPaid && lists(snapshot, options)),
    odds: { msg: 'Activate Odds-Package in User-Panel to retrieve odds.' },
    referees: referees(snapshot),
  };
}

const CODES: Readonly<Record<string, string>> = { 'serie-a': 'SA', 'premier-league': 'PL', 'champions-league': 'CL' };

export function competitionCode(id: string): string {
  return CODES[id] ?? 'XXX';
}

const STATUSES: Readonly<Record<Phase, string>> = {
  scheduled: 'TIMED',
  'first-half': 'IN_PLAY',
  'half-time': 'PAUSED',
  'second-half': 'IN_PLAY',
  'extra-time-break': 'PAUSED',
  'extra-time-first-half': 'EXTRA_TIME',
  'extra-time-half-time': 'PAUSED',
  'extra-time-second-half': 'EXTRA_TIME',
  'shoot-out': 'PENALTY_SHOOTOUT',
  'full-time': 'FINISHED',
  postponed: 'POSTPONED',
  cancelled: 'CANCELLED',
  suspended: 'SUSPENDED',
  abandoned: 'CANCELLED',
  awarded: 'AWARDED',
};

/** `fullTime` is the running score, kicks included; the parts come once there are any. */
function scoreNode({ phase, score, halfTime, shootOut, events }: Snapshot): object {
  const nothing = { home: null, away: null };
  const running = isBeforeKickOff(phase) ? undefined : (score ?? NIL_NIL);
  const goals = events.filter((event) => event.kind === 'goal');
  const inRegularTime = scoreOf(goals.filter((goal) => (goal.minute?.base ?? 0) <= 90));
  const wentOn = phaseOrder(phase) > phaseOrder('extra-time-break') && phaseOrder(phase) < phaseOrder('full-time');
  const isShootOut = shootOut !== undefined || phase === 'shoot-out';
  const hasExtra = wentOn || isShootOut || goals.some((goal) => (goal.minute?.base ?? 0) > 90);
  const duration = isShootOut ? 'PENALTY_SHOOTOUT' : hasExtra ? 'EXTRA_TIME' : 'REGULAR';
  return {
    winner: null,
    duration,
    fullTime: running ? plus(running, shootOut) : nothing,
    halfTime: halfTime ?? nothing,
    ...(hasExtra &&
      running && {
        regularTime: inRegularTime,
        extraTime: { home: running.home - inRegularTime.home, away: running.away - inRegularTime.away },
      }),
    ...(isShootOut && { penalties: shootOut ?? NIL_NIL }),
  };
}

function plus(a: Score, b: Score = NIL_NIL): Score {
  return { home: a.home + b.home, away: a.away + b.away };
}

function team({ match, lineups, statistics }: Snapshot, side: Side, isPaid: boolean): object {
  const lineup = lineups?.[side];
  const squad = (players: Lineup['starters'] = []) =>
    players.map(({ name, shirt }, index) => ({
      id: index + 1,
      name,
      position: 'Midfield',
      shirtNumber: shirt ?? null,
    }));
  const index = side === 'home' ? 0 : 1;
  return {
    id: numberOf(match[side].id),
    name: match[side].name,
    shortName: match[side].name,
    tla: match[side].name.slice(0, 3).toUpperCase(),
    ...(isPaid && {
      coach: { id: 1, name: lineup?.coach?.name ?? null },
      formation: lineup?.formation ?? null,
      lineup: squad(lineup?.starters),
      bench: squad(lineup?.bench),
      ...(statistics && {
        statistics: {
          ball_possession: statistics.possession?.[index],
          shots: statistics.shots?.[index],
          shots_on_goal: statistics.shotsOnTarget?.[index],
          corner_kicks: statistics.corners?.[index],
          fouls: statistics.fouls?.[index],
        },
      }),
    }),
  };
}

function lists({ match, events }: Snapshot, { ownGoals = 'benefits' }: FootballDataMatchOptions): object {
  const teamNode = (side: Side) => ({ id: numberOf(match[side].id), name: side });
  const person = (player: Player | undefined) => (player ? { id: 1, name: player.name } : null);
  const timeOf = (minute: Minute | undefined) => ({
    minute: minute?.base ?? null,
    injuryTime: minute?.added ?? null,
  });
  const those = <Kind extends MatchEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<MatchEvent, { kind: Kind }> => event.kind === kind);
  let running: Score = NIL_NIL;
  return {
    goals: those('goal').map((goal) => {
      running = { ...running, [goal.side]: running[goal.side] + 1 };
      return {
        ...timeOf(goal.minute),
        type: { 'open-play': 'REGULAR', 'free-kick': 'REGULAR', penalty: 'PENALTY', 'own-goal': 'OWN' }[goal.manner],
        team: teamNode(ownGoals === 'scorer' ? playerSide(goal) : goal.side),
        scorer: person(goal.scorer),
        assist: person(goal.assist),
        score: running,
      };
    }),
    penalties: those('shoot-out-kick').map(({ side, player, scored }) => ({
      team: teamNode(side),
      player: person(player),
      scored,
    })),
    bookings: those('card').map(({ minute, side, player, colour }) => ({
      minute: minute?.base ?? null,
      injuryTime: minute?.added ?? null,
      team: teamNode(side),
      player: person(player),
      card: { yellow: 'YELLOW', 'second-yellow': 'YELLOW_RED', red: 'RED' }[colour],
    })),
    substitutions: those('substitution').map(({ minute, side, on, off }) => ({
      ...timeOf(minute),
      team: teamNode(side),
      playerOut: person(off),
      playerIn: person(on),
    })),
  };
}

function referees({ officials }: Snapshot): object[] {
  const all = [
    ['REFEREE', officials?.referee],
    ...(officials?.assistants ?? []).map((name, index) => [`ASSISTANT_REFEREE_N${index + 1}`, name]),
    ['FOURTH_OFFICIAL', officials?.fourth],
    ['VIDEO_ASSISTANT_REFEREE_N1', officials?.var],
    ['VIDEO_ASSISTANT_REFEREE_N2', officials?.assistantVar],
  ];
  return all.flatMap(([type, name]) => (name ? [{ id: 1, name, type, nationality: 'Italy' }] : []));
}

/** What goes wrong with an answer. */
export type FootballDataFault =
  | { readonly kind: 'hang-up' | 'not-json' }
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  | { readonly kind: 'change'; readonly change: (answer: { matches: object[] }) => unknown };

export interface FootballDataServerOptions extends FootballDataMatchOptions {
  readonly key: string;
  /** What is to be said of each match at a moment. */
  readonly matches: readonly { readonly id: number; readonly at: (moment: Instant) => Snapshot }[];
  readonly clock: Clock;
  readonly perMinute?: number;
}

export interface FootballDataServer {
  readonly url: string;
  /** Every call that was let in, by its path and query. */
  readonly calls: readonly { readonly at: Instant; readonly path: string }[];
  /** For the next calls, one each; then all is well again. */
  fail(...faults: FootballDataFault[]): void;
  /** Until told otherwise. */
  failAlways(fault: FootballDataFault | undefined): void;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** football-data.org on this machine: its token, its ten calls a minute, its filters. */
export async function startFootballData(options: FootballDataServerOptions): Promise<FootballDataServer> {
  const { key, matches, clock, perMinute = 10 } = options;
  const calls: { at: Instant; path: string }[] = [];
  const faults: FootballDataFault[] = [];
  let always: FootballDataFault | undefined;

  function listed(query: URLSearchParams): { matches: object[] } {
    const codes = query.get('competitions')?.split(',');
    const [from, to] = ['dateFrom', 'dateTo'].map((name) => query.get(name) ?? '');
    const shown = matches
      .map(({ id, at }) => ({ id, snapshot: at(clock.now()) }))
      .filter(({ snapshot: { match } }) => {
        const day = new Date(match.kickOff).toISOString().slice(0, 10);
        return (codes?.includes(competitionCode(match.competition.id)) ?? true) && day >= from! && day <= to!;
      });
    return { matches: shown.map(({ id, snapshot }) => footballDataMatch(snapshot, id, options)) };
  }

  function reply(request: IncomingMessage): Reply | 'hang-up' {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const refuse = (status: number, message: string, headers: Reply['headers'] = {}): Reply => ({
      status,
      body: { message, errorCode: status },
      headers,
    });
    if (request.headers['x-auth-token'] !== key) return refuse(400, 'Your API token is invalid.');
    const recent = calls.filter(({ at }) => clock.now() - at < MINUTE);
    const reset = recent[0] ? Math.ceil((recent[0].at + MINUTE - clock.now()) / 1_000) : 60;
    if (recent.length >= perMinute) {
      return refuse(429, `You reached your request limit. Wait ${reset} seconds.`, {
        'x-requestcounter-reset': String(reset),
      });
    }
    calls.push({ at: clock.now(), path: url.pathname + url.search });
    const headers = {
      'x-requests-available-minute': String(perMinute - recent.length - 1),
      'x-requestcounter-reset': String(reset),
    };
    if (url.pathname !== '/matches') return refuse(404, 'The resource you are looking for does not exist.', headers);
    const [from = Number.NaN, to = Number.NaN] = ['dateFrom', 'dateTo'].map((name) =>
      Date.parse(url.searchParams.get(name) ?? ''),
    );
    if (!(to - from <= 10 * DAY)) return refuse(400, 'Specified period must not exceed 10 days.', headers);
    const fault = faults.shift() ?? always;
    switch (fault?.kind) {
      case undefined:
        return { status: 200, body: listed(url.searchParams), headers };
      case 'hang-up':
        return 'hang-up';
      case 'not-json':
        return { status: 200, body: '<html></html>', headers };
      case 'status':
        return refuse(fault.status, fault.message ?? 'It is not well.', headers);
      case 'change':
        return { status: 200, body: fault.change(listed(url.searchParams)), headers };
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const said = reply(request);
    if (said === 'hang-up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(said.status, { 'content-type': 'application/json;charset=UTF-8', ...said.headers });
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
  }

  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    fail: (...more) => faults.push(...more),
    failAlways: (fault) => {
      always = fault;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
