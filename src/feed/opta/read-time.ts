import { HOUR, type Instant } from '../../match/instant.ts';

const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)$/;
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** `20211107T194500+0000`, `2021-11-07T19:45:00+00:00`. Undefined without an offset: Opta's clocks are in many zones. */
export function readOptaTime(text: string): Instant | undefined {
  const value = text.trim();
  const compact = COMPACT.exec(value);
  const iso = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4]}:${compact[5]}:${compact[6]}${compact[7]}`
    : value.replace(' ', 'T');
  if (!compact && !ZONED.test(value)) return undefined;
  const instant = Date.parse(iso.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(instant) ? undefined : instant;
}

/** The zones that Opta's lists of fixtures name, in hours ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = { GMT: 0, UTC: 0, WET: 0, BST: 1, IST: 1, WEST: 1, CET: 1, CEST: 2 };

/** A fixture's kick-off: in UTC where that is given, else a local time in a named zone. Undefined for a zone not known. */
export function readFixtureTime(
  local: string | undefined,
  zone: string | undefined,
  utc?: string,
): Instant | undefined {
  if (utc) return readOptaTime(`${utc}Z`);
  const offset = ZONES[(zone ?? '').toUpperCase()];
  const instant = local ? readOptaTime(`${local}Z`) : undefined;
  return instant === undefined || offset === undefined ? undefined : instant - offset * HOUR;
}
