import type { Player } from '../../match/event.ts';
import { SIDES, type Side } from '../../match/match.ts';
import { foldName } from '../../match/name-search.ts';
import type { PersonName, TeamShape } from './srml-shapes.ts';

/** Everybody on the two team sheets, by Opta's id. */
export interface Squads {
  playerOf(ref: string | undefined): Player | undefined;
  sideOf(ref: string | undefined): Side | undefined;
}

export function readSquads(teams: Readonly<Record<Side, TeamShape>>): Squads {
  const sides = new Map<string, Side>();
  const names = new Map<string, PersonName>();
  for (const side of SIDES) {
    for (const player of teams[side].Player) {
      sides.set(player['@uID'], side);
      if (player.PersonName) names.set(player['@uID'], player.PersonName);
    }
  }
  const called = new Map<string, number>();
  for (const name of names.values()) {
    const short = foldName(shortName(name) ?? '');
    called.set(short, (called.get(short) ?? 0) + 1);
  }
  return {
    sideOf: (ref) => (ref === undefined ? undefined : sides.get(ref)),
    playerOf(ref) {
      const name = ref === undefined ? undefined : names.get(ref);
      const short = name && shortName(name);
      if (!name || !short) return undefined;
      const full = fullName(name);
      // Two of one surname in one match are told apart by their whole names.
      if ((called.get(foldName(short)) ?? 0) > 1) return { name: full };
      return { name: short, ...(full !== short && { fullName: full }) };
    },
  };
}

/** As `readPlayer`, for a person of whom there are not two. */
export function readPerson(name: PersonName | undefined): Player | undefined {
  const short = name && shortName(name);
  if (!name || !short) return undefined;
  const full = fullName(name);
  return { name: short, ...(full !== short && { fullName: full }) };
}

/** What he is known as, else his surname. */
function shortName({ First, Last, Known }: PersonName): string | undefined {
  return Known ?? Last ?? First;
}

function fullName(name: PersonName): string {
  const { First = '', Last = '' } = name;
  return `${First} ${Last}`.trim() || (shortName(name) ?? '');
}
