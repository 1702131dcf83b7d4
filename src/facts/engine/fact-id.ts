import { createHash } from 'node:crypto';
import type { Focus } from './family.ts';
import type { Finding } from './finding.ts';
import { type Moment, momentId, momentOfId } from './moment.ts';

/** What the id of a computed fact says; without a moment it is meant as of today. */
export interface FactAddress {
  readonly competition: string;
  readonly focus: Focus;
  readonly key: string;
  readonly moment?: Moment;
}

/**
 * `serie-a/milan/best-start/12@2021-11-07`: what was found about one club alone has the same id whoever else was looked
 * at, so that it is known again next week.
 */
export function factId(competition: string, focus: Focus, finding: Finding, moment: Moment): string {
  const whose = ownerOf(finding, focus) ?? [...focus].sort().join('+');
  return `${competition}/${whose}/${finding.key}@${momentId(moment)}`;
}

function ownerOf({ scope, statement }: Finding, focus: Focus): string | undefined {
  const own = scope.clubs.length <= 1 && 'club' in statement ? statement.club.id : undefined;
  return own !== undefined && focus.some((club) => club === own) ? own : undefined;
}

const WRITTEN = /^([a-z0-9-]+)\/([a-z0-9-]+)(?:\+([a-z0-9-]+))?\/([a-z0-9/-]+)(?:@(.+))?$/;

/** Undefined for anything else, the id of a written fact among it. */
export function addressOfId(id: string): FactAddress | undefined {
  const [, competition, a, b, key, at] = WRITTEN.exec(id) ?? [];
  if (competition === undefined || a === undefined || key === undefined) return undefined;
  const focus: Focus = b === undefined ? [a] : [a, b];
  if (at === undefined) return { competition, focus, key };
  const moment = momentOfId(at);
  return moment && { competition, focus, key, moment };
}

/** A button's own id has room for so much. */
const SHORT = 80;

/** An id short enough for a button: the same, or with its key in other letters. `byId` knows a fact by either. */
export function shortId(id: string): string {
  const { competition, focus, moment } = addressOfId(id) ?? {};
  if (id.length <= SHORT || competition === undefined || !focus || !moment) return id;
  const key = `x${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
  return `${competition}/${moment.match ? '-' : focus.join('+')}/${key}@${momentId(moment)}`;
}

/** What a channel was told is remembered without the moment: tomorrow it is the same again. */
export function toldAs(id: string): string {
  return id.replace(/@.*$/, '');
}
