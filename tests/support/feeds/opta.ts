import type { Card, MatchEvent, Player, VarDecision } from '../../../src/match/event.ts';
import { playerSide } from '../../../src/match/event.ts';
import { otherSide, SIDES, type Side } from '../../../src/match/match.ts';
import { type Minute, periodOf } from '../../../src/match/minute.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { numberOf } from './api-football.ts';

/** How Opta's files would say a snapshot: their element names and their traps, with no data of its own. */

const CODES: Readonly<Record<string, string>> = { 'serie-a': '21', 'premier-league': '8', 'champions-league': '5' };

export interface OptaOptions {
  /** When the file was written; the snapshot's own moment when absent. */
  readonly writtenAt?: number;
  /** An own goal stands under the side that benefits, or under the scorer's. */
  readonly ownGoals?: 'benefits' | 'scorer';
  /** The name of a knock-out's round. */
  readonly round?: string;
}

/** F9: one match. Knows no chances, and of penalties no more than whether they went in. */
export function optaF9(snapshot: Snapshot, options: OptaOptions = {}): string {
  const { match, events, score, shootOut, phase } = snapshot;
  const { writtenAt = snapshot.at, ownGoals = 'benefits', round } = options;
  const sheet = teamSheet(snapshot);
  const kicks = events.filter((event) => event.kind === 'shoot-out-kick');
  const teamData = (side: Side) => {
    const isHere = (event: MatchEvent) =>
      (event.kind === 'goal' && ownGoals === 'scorer' ? playerSide(event) : event.side) === side;
    const lineup = snapshot.lineups?.[side];
    const listed = (players: readonly (Player & { shirt?: number })[], status: string) =>
      players.map((player) =>
        tag('MatchPlayer', { PlayerRef: sheet.refOf(side, player), ShirtNumber: player.shirt, Status: status }),
      );
    const index = side === 'home' ? 0 : 1;
    return tag(
      'TeamData',
      {
        Formation: lineup?.formation?.replaceAll('-', ''),
        Score: score?.[side] ?? 0,
        ShootOutScore: shootOut?.[side],
        HalfScore: snapshot.halfTime?.[side],
        Side: side === 'home' ? 'Home' : 'Away',
        TeamRef: `t${numberOf(match[side].id)}`,
      },
      [
        ...events.filter(isHere).map((event) => f9Event(event, side, sheet)),
        ...kicks
          .filter((kick) => kick.side === side)
          .map((kick) =>
            tag('PenaltyShot', {
              EventNumber: 2_000 + kicks.indexOf(kick),
              Outcome: kick.scored ? 'Scored' : 'Saved',
              PlayerRef: sheet.refOf(side, kick.player),
            }),
          ),
        tag('PlayerLineUp', {}, lineup ? [...listed(lineup.starters, 'Start'), ...listed(lineup.bench, 'Sub')] : []),
        ...Object.entries(snapshot.statistics ?? {})
          .filter(([, counts]) => counts[index] > 0)
          .map(([name, counts]) => stat(STATS[name] ?? name, counts[index])),
      ],
    );
  };
  const document = tag('SoccerDocument', { Type: 'Latest', uID: 'f1' }, [
    tag('Competition', { uID: `c${CODES[match.competition.id] ?? '9999'}` }, [
      tag('Name', {}, [match.competition.name]),
      round ? tag('Round', {}, [tag('Name', {}, [round])]) : '',
      stat('season_id', match.season.slice(0, 4)),
      match.round ? stat('matchday', match.round) : '',
    ]),
    tag('MatchData', {}, [
      tag(
        'MatchInfo',
        { MatchType: round ? 'Cup' : 'Regular', Period: PERIODS[phase], TimeStamp: compact(writtenAt) },
        [
          tag('Date', {}, [compact(match.kickOff)]),
          RESULTS[phase] || shootOut ? tag('Result', { Type: RESULTS[phase] ?? 'PenaltyShootout' }) : '',
        ],
      ),
      ...officialsOf(snapshot).map(([role, first, last], index) =>
        index === 0
          ? tag('MatchOfficial', { uID: 'o1' }, [
              tag('OfficialData', {}, [tag('OfficialRef', { Type: role })]),
              tag('OfficialName', {}, [tag('First', {}, [first]), tag('Last', {}, [last])]),
            ])
          : '',
      ),
      tag(
        'AssistantOfficials',
        {},
        officialsOf(snapshot)
          .slice(1)
          .map(([role, first, last]) => tag('AssistantOfficial', { FirstName: first, LastName: last, Type: role })),
      ),
      snapshot.minute ? stat('match_time', countedOn(snapshot.minute)) : '',
      teamData('home'),
      teamData('away'),
    ]),
    ...SIDES.map((side) =>
      tag('Team', { uID: `t${numberOf(match[side].id)}` }, [
        tag('Name', {}, [match[side].name]),
        ...sheet.players(side).map(([ref, player]) => tag('Player', { uID: ref }, [personName(player)])),
        ...(snapshot.lineups?.[side].coach
          ? [tag('TeamOfficial', { Type: 'Manager', uID: 'man1' }, [personName(snapshot.lineups[side].coach)])]
          : []),
      ]),
    ),
    match.venue ? tag('Venue', { uID: 'v1' }, [tag('Name', {}, [match.venue.name])]) : '',
  ]);
  return xml(tag('SoccerFeed', { TimeStamp: compact(writtenAt) }, [document]));
}

/** F1: the fixtures and results of a season. Knows scores, and no goals that can be named. */
export function optaF1(snapshots: readonly Snapshot[], { writtenAt }: OptaOptions = {}): string {
  const [first] = snapshots;
  const clubs = new Map(snapshots.flatMap(({ match }) => [match.home, match.away].map(({ id, name }) => [id, name])));
  const rows = snapshots.map((snapshot, index) => {
    const { match, score, halfTime, shootOut, phase } = snapshot;
    const when = new Date(match.kickOff).toISOString().replace('T', ' ').slice(0, 19);
    const modified = new Date(writtenAt ?? snapshot.at).toISOString();
    return tag('MatchData', { last_modified: modified, uID: `g${index + 1}` }, [
      tag('MatchInfo', { MatchDay: match.round, MatchType: 'Regular', Period: LISTED[phase] ?? 'Live' }, [
        tag('Date', {}, [when]),
        tag('TZ', {}, ['GMT']),
      ]),
      match.venue ? stat('Venue', match.venue.name) : '',
      match.venue?.city ? stat('City', match.venue.city) : '',
      ...SIDES.map((side) =>
        tag('TeamData', {
          HalfScore: halfTime?.[side],
          Score: score?.[side],
          PenaltyScore: shootOut?.[side],
          Side: side === 'home' ? 'Home' : 'Away',
          TeamRef: `t${numberOf(match[side].id)}`,
        }),
      ),
    ]);
  });
  const document = tag(
    'SoccerDocument',
    {
      Type: 'RESULTS Latest',
      competition_id: CODES[first?.match.competition.id ?? ''] ?? '9999',
      competition_name: first?.match.competition.name,
      season_id: first?.match.season.slice(0, 4),
    },
    [...rows, ...[...clubs].map(([id, name]) => tag('Team', { uID: `t${numberOf(id)}` }, [tag('Name', {}, [name])]))],
  );
  return xml(tag('SoccerFeed', {}, [document]));
}

/** MA1: one match with what happened in it. Knows players by one name, and no chances. */
export function optaMa1(snapshot: Snapshot, options: OptaOptions & { readonly runningScore?: boolean } = {}): string {
  const { match, events, score, halfTime, shootOut, phase, minute } = snapshot;
  const { writtenAt = snapshot.at, ownGoals = 'benefits', round, runningScore = true } = options;
  const contestants = { home: `contestant-${match.home.id}`, away: `contestant-${match.away.id}` };
  const running = { home: 0, away: 0 };
  const happened = (event: MatchEvent, side: Side = event.side) => ({
    contestantId: contestants[side],
    ...(event.minute && { periodId: periodOf(event.minute), timeMin: countedOn(event.minute) }),
    lastUpdated: new Date(writtenAt).toISOString(),
  });
  const those = <Kind extends MatchEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<MatchEvent, { kind: Kind }> => event.kind === kind);
  const goal = those('goal').map((event) => {
    running[event.side] += 1;
    return {
      ...happened(event, ownGoals === 'scorer' ? playerSide(event) : event.side),
      type: { 'open-play': 'G', 'free-kick': 'G', penalty: 'PG', 'own-goal': 'OG' }[event.manner],
      ...(event.scorer && { scorerId: `id-${event.scorer.name}`, scorerName: event.scorer.name }),
      ...(event.assist && { assistPlayerName: event.assist.name }),
      ...(runningScore && { homeScore: running.home, awayScore: running.away }),
    };
  });
  const lineUp = SIDES.flatMap((side) => {
    const lineup = snapshot.lineups?.[side];
    const player = (isBench: boolean) => (one: Player & { shirt?: number }) => ({
      playerId: `id-${one.name}`,
      matchName: one.name,
      shirtNumber: one.shirt,
      position: isBench ? 'Substitute' : 'Defender',
    });
    if (!lineup) return [];
    return [
      {
        contestantId: contestants[side],
        formationUsed: lineup.formation?.replaceAll('-', ''),
        player: [...lineup.starters.map(player(false)), ...lineup.bench.map(player(true))],
      },
    ];
  });
  const kickOff = new Date(match.kickOff).toISOString();
  return JSON.stringify({
    matchInfo: {
      id: 'match',
      date: `${kickOff.slice(0, 10)}Z`,
      time: `${kickOff.slice(11, 19)}Z`,
      week: match.round === undefined ? undefined : String(match.round),
      lastUpdated: new Date(writtenAt).toISOString(),
      competition: { id: 'some-id', opId: CODES[match.competition.id], name: match.competition.name },
      tournamentCalendar: { name: match.season },
      stage: { name: round ?? 'Regular Season' },
      contestant: SIDES.map((side) => ({ id: contestants[side], name: match[side].name, position: side })).reverse(),
      ...(match.venue && { venue: { longName: match.venue.name } }),
    },
    liveData: {
      matchDetails: {
        matchStatus: STATUSES[phase] ?? 'Playing',
        periodId: PERIOD_IDS[phase],
        ...(minute && { matchTime: countedOn(minute) }),
        period: (snapshot.addedTime ?? []).map((added, index) => ({ id: index + 1, announcedInjuryTime: added * 60 })),
        scores: {
          ht: halfTime ?? score,
          ...(shootOut && { et: score, pen: shootOut }),
          // After a shoot-out the total holds its kicks.
          total: score && shootOut ? { home: score.home + shootOut.home, away: score.away + shootOut.away } : score,
        },
      },
      goal,
      card: those('card').map((event) => ({
        ...happened(event),
        type: { yellow: 'YC', 'second-yellow': 'Y2C', red: 'RC' }[event.colour],
        playerName: event.player?.name,
      })),
      substitute: those('substitution').map((event) => ({
        ...happened(event),
        playerOnName: event.on?.name,
        playerOffName: event.off?.name,
      })),
      // A saved one is two rows: the taker's, and the keeper's under the keeper's own club.
      missedPen: those('missed-penalty').flatMap((event) => [
        { ...happened(event), type: 'PM', playerName: event.player?.name },
        ...(event.outcome === 'saved'
          ? [{ ...happened(event, otherSide(event.side)), type: 'PS', playerName: event.keeper?.name }]
          : []),
      ]),
      VAR: those('var-decision').map((event) => ({
        ...happened(event),
        ...REVIEWS[event.decision],
        playerName: event.player?.name,
      })),
      penaltyShot: those('shoot-out-kick').map((event) => ({
        contestantId: contestants[event.side],
        outcome: event.scored ? 'scored' : 'missed',
        playerName: event.player?.name,
      })),
      ...(lineUp.length > 0 && { lineUp }),
      matchDetailsExtra: {
        matchOfficial: officialsOf(snapshot).map(([type, firstName, lastName]) => ({ type, firstName, lastName })),
      },
    },
  });
}

/**
 * The same in XML: what is a value in JSON is an attribute here, some lists stand in an element of their own, and two names
 * are the text of what they name.
 */
export function optaMa1Xml(...given: Parameters<typeof optaMa1>): string {
  return xml(ma1Element('match', JSON.parse(optaMa1(...given))));
}

const LISTS = new Set(['contestant', 'period', 'matchOfficial']);
const NAMED_BY_TEXT = new Set(['tournamentCalendar', 'stage']);

function ma1Element(name: string, node: Readonly<Record<string, unknown>>): string {
  const attributes: Record<string, string | number | undefined> = {};
  const inside: string[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) {
      const rows = value.map((row) => ma1Element(key, row));
      inside.push(...(LISTS.has(key) ? [tag(`${key}s`, {}, rows)] : rows));
    } else if (typeof value === 'object' && value !== null) inside.push(ma1Element(key, { ...value }));
    else if (key === 'name' && NAMED_BY_TEXT.has(name)) inside.push(String(value));
    else if (typeof value === 'string' || typeof value === 'number') attributes[key] = value;
  }
  return tag(name, attributes, inside);
}

const PERIODS: Readonly<Record<Phase, string>> = {
  scheduled: 'PreMatch',
  cancelled: 'Cancelled',
  'first-half': 'FirstHalf',
  'half-time': 'HalfTime',
  'second-half': 'SecondHalf',
  'extra-time-break': 'FullTime90',
  'extra-time-first-half': 'ExtraFirstHalf',
  'extra-time-half-time': 'ExtraHalfTime',
  'extra-time-second-half': 'ExtraSecondHalf',
  'shoot-out': 'ShootOut',
  'full-time': 'FullTime',
  postponed: 'PreMatch',
  suspended: 'Suspended',
  abandoned: 'SecondHalf',
  awarded: 'FullTime',
};
const RESULTS: Readonly<Partial<Record<Phase, string>>> = {
  postponed: 'Postponed',
  abandoned: 'Abandoned',
  awarded: 'Awarded',
};
const LISTED: Readonly<Partial<Record<Phase, string>>> = {
  scheduled: 'PreMatch',
  'half-time': 'HalfTime',
  'full-time': 'FullTime',
  postponed: 'Postponed',
  abandoned: 'Abandoned',
};
const STATUSES: Readonly<Partial<Record<Phase, string>>> = {
  scheduled: 'Fixture',
  'full-time': 'Played',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  suspended: 'Suspended',
  abandoned: 'Abandoned',
  awarded: 'Awarded',
};
const PERIOD_IDS: Readonly<Record<Phase, number>> = {
  scheduled: 16,
  postponed: 16,
  cancelled: 16,
  'first-half': 1,
  'half-time': 10,
  'second-half': 2,
  'extra-time-break': 11,
  'extra-time-first-half': 3,
  'extra-time-half-time': 12,
  'extra-time-second-half': 4,
  'shoot-out': 5,
  'full-time': 14,
  suspended: 2,
  abandoned: 2,
  awarded: 14,
};
const STATS: Readonly<Record<string, string>> = {
  possession: 'possession_percentage',
  shots: 'total_scoring_att',
  shotsOnTarget: 'ontarget_scoring_att',
  corners: 'won_corners',
  fouls: 'fk_foul_lost',
};
const CARD_TYPES: Readonly<Record<Card['colour'], readonly [card: string, type: string]>> = {
  yellow: ['Yellow', 'Yellow'],
  'second-yellow': ['Red', 'SecondYellow'],
  red: ['Red', 'StraightRed'],
};
const REVIEWS: Readonly<Record<VarDecision['decision'], { type: string; decision: string; outcome: string }>> = {
  'goal-confirmed': { type: 'Goal awarded', decision: 'Confirmed', outcome: 'Goal' },
  'goal-cancelled': { type: 'Goal awarded', decision: 'Cancelled', outcome: 'No goal' },
  'penalty-confirmed': { type: 'Penalty awarded', decision: 'Confirmed', outcome: 'Penalty' },
  'penalty-given': { type: 'Penalty not awarded', decision: 'Cancelled', outcome: 'Penalty' },
  'penalty-cancelled': { type: 'Penalty awarded', decision: 'Cancelled', outcome: 'No penalty' },
  'card-upgraded': { type: 'Card upgrade', decision: 'Cancelled', outcome: 'Red card' },
  'card-cancelled': { type: 'Red card given', decision: 'Cancelled', outcome: 'No card' },
};

/** Ids for everybody who is named, in line-ups or by what he did. */
function teamSheet({ lineups, events }: Snapshot) {
  const refs: Readonly<Record<Side, Map<string, readonly [ref: string, player: Player]>>> = {
    home: new Map(),
    away: new Map(),
  };
  const refOf = (side: Side, player: Player | undefined): string | undefined => {
    if (!player) return undefined;
    const known = refs[side].get(player.name) ?? [`p${side === 'home' ? 1 : 2}0${refs[side].size}`, player];
    refs[side].set(player.name, known);
    return known[0];
  };
  for (const side of SIDES)
    for (const one of [...(lineups?.[side].starters ?? []), ...(lineups?.[side].bench ?? [])]) refOf(side, one);
  for (const event of events) {
    if (event.kind === 'goal') refOf(playerSide(event), event.scorer);
    else if (event.kind === 'substitution') refOf(event.side, event.off);
    if (event.kind === 'goal') refOf(event.side, event.assist);
    else if (event.kind === 'substitution') refOf(event.side, event.on);
    else if (event.kind !== 'penalty-awarded') refOf(event.side, event.player);
  }
  return { refOf, players: (side: Side) => [...refs[side].values()] };
}

function f9Event(event: MatchEvent, side: Side, sheet: ReturnType<typeof teamSheet>): string {
  const happened = {
    ...(event.minute && {
      Time: countedOn(event.minute),
      Period: ['FirstHalf', 'SecondHalf', 'ExtraFirstHalf', 'ExtraSecondHalf'][periodOf(event.minute) - 1],
    }),
  };
  switch (event.kind) {
    case 'goal':
      return tag(
        'Goal',
        {
          ...happened,
          Type: { 'open-play': 'Goal', 'free-kick': 'Goal', penalty: 'Penalty', 'own-goal': 'Own' }[event.manner],
          PlayerRef: sheet.refOf(playerSide(event), event.scorer),
        },
        event.assist ? [tag('Assist', { PlayerRef: sheet.refOf(event.side, event.assist) })] : [],
      );
    case 'missed-penalty': {
      const Type = event.outcome === 'saved' ? 'Saved' : event.outcome === 'woodwork' ? 'Post' : 'Missed';
      return tag('MissedPenalty', { ...happened, Type, PlayerRef: sheet.refOf(side, event.player) });
    }
    case 'card': {
      const [Card, CardType] = CARD_TYPES[event.colour];
      return tag('Booking', { ...happened, Card, CardType, PlayerRef: sheet.refOf(side, event.player) });
    }
    case 'substitution':
      return tag('Substitution', {
        ...happened,
        SubOn: sheet.refOf(side, event.on),
        SubOff: sheet.refOf(side, event.off),
      });
    case 'var-decision': {
      const { type, decision, outcome } = REVIEWS[event.decision];
      const review = { Reason: type, Decision: decision, Outcome: outcome };
      return tag('VARData', {}, [
        tag('VAREvent', { ...happened, ...review, PlayerRef: sheet.refOf(side, event.player) }),
      ]);
    }
    default:
      return '';
  }
}

function officialsOf({ officials }: Snapshot): readonly (readonly [role: string, first: string, last: string])[] {
  const split = (role: string, name: string | undefined) => {
    if (!name) return [];
    const [first = '', ...rest] = name.split(' ');
    return [[role, rest.length > 0 ? first : '', rest.join(' ') || first] as const];
  };
  return [
    ...split('Main', officials?.referee),
    ...(officials?.assistants ?? []).flatMap((name, index) => split(`Lineman ${index + 1}`, name)),
    ...split('Fourth official', officials?.fourth),
    ...split('Video Assistant Referee', officials?.var),
    ...split('Assistant VAR Official', officials?.assistantVar),
  ];
}

/** A surname with what stands before it, or a name he is known by. */
function personName({ name, fullName }: Player): string {
  const isSurname = fullName?.endsWith(` ${name}`);
  const [first = '', ...rest] = (fullName ?? '').split(' ');
  return tag('PersonName', {}, [
    tag('First', {}, [isSurname ? (fullName ?? '').slice(0, -name.length - 1) : first]),
    tag('Last', {}, [isSurname || !fullName ? name : rest.join(' ')]),
    isSurname || !fullName ? '' : tag('Known', {}, [name]),
  ]);
}

/** 45+2 is 47: added time is counted on. */
function countedOn({ base, added = 0 }: Minute): number {
  return base + added;
}

/** `20211107T194500+0000` */
function compact(instant: number): string {
  return `${new Date(instant).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')}+0000`;
}

function stat(type: string, value: string | number): string {
  return tag('Stat', { Type: type }, [String(value)]);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Content that begins with `<` is elements, all other is text. */
function tag(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const inside = content.map((part) => (part.startsWith('<') ? part : escaped(part))).join('');
  return `<${name}${written.join('')}>${inside}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function xml(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
