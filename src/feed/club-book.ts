import type { Club, Competition } from '../match/match.ts';
import { coreName, plainName } from './club-names.ts';
import { type NamedClub, nameIndex, type TeamProvider } from './known-clubs.ts';
import { slugOf } from './match-id.ts';

/** A team as a provider gives it; `code` is the provider's own id. */
export interface GivenTeam {
  readonly provider: TeamProvider;
  readonly code?: string | undefined;
  readonly name: string;
}

/** Where it plays: in a competition of a country, or of several. */
export type PlayedIn = Competition & { readonly country?: string };

/** Which club a provider's id was found to mean. */
export interface LearntClub {
  readonly provider: string;
  readonly code: string;
  readonly club: Club;
  readonly country?: string;
}

/** What was learnt of clubs, kept across restarts. */
export interface ClubMemory {
  readonly learnt: readonly LearntClub[];
  keep(learnt: LearntClub): void;
}

interface Entry extends NamedClub {
  /** Whether Tifo carries it, rather than having met it in a feed. */
  readonly isCarried: boolean;
}

const LONGEST_NAME = 60;

/**
 * Which club a team is: by the provider's id, shipped or learnt; else by its name, among the clubs of the country that is
 * played in. Two ids of one provider are two clubs, unless the whole name and the country say otherwise. A team that is
 * no club known becomes one of its own. What a name has told is learnt, so that a provider may change the name.
 */
export class ClubBook {
  readonly #entries = new Map<string, Entry>();
  readonly #byCode = new Map<string, string>();
  /** Which clubs have an id of a provider's: `barcelona opta`. */
  readonly #coded = new Set<string>();
  readonly #named: ReturnType<typeof nameIndex>;
  readonly #memory: ClubMemory | undefined;

  constructor(carried: readonly NamedClub[], memory?: ClubMemory) {
    this.#memory = memory;
    this.#named = nameIndex(carried);
    for (const club of carried) {
      this.#add({ ...club, isCarried: true });
      for (const [provider, code] of Object.entries(club.codes ?? {})) this.#bind(provider, code, club.id);
    }
    for (const { provider, code, club, country } of memory?.learnt ?? []) {
      if (this.#byCode.has(`${provider} ${code}`)) continue;
      if (!this.#entries.has(club.id)) this.#add({ ...club, ...(country && { country }), isCarried: false });
      this.#bind(provider, code, club.id);
    }
  }

  /** Every club: those that Tifo carries, and those met so far. */
  clubs(): readonly NamedClub[] {
    return [...this.#entries.values()];
  }

  /** The club that a team is. */
  find(team: GivenTeam, playedIn: PlayedIn): Club {
    const { provider, code } = team;
    const id = code === undefined ? undefined : this.#byCode.get(`${provider} ${code}`);
    const known = id === undefined ? undefined : this.#entries.get(id);
    const entry = known ?? this.#byName(team, playedIn) ?? this.#newcomer(team, playedIn);
    if (!known && code !== undefined) {
      this.#bind(provider, code, entry.id);
      const { id, name, country } = entry;
      this.#memory?.keep({ provider, code, club: { id, name }, ...(country && { country }) });
    }
    // A club that Tifo does not carry is called what the provider calls it now.
    return { id: entry.id, name: entry.isCarried ? entry.name : shown(team.name) };
  }

  #byName(team: GivenTeam, { country }: PlayedIn): Entry | undefined {
    for (const [level, found] of this.#named(team.name).entries()) {
      const isWhole = level < 2;
      const fitting = found.filter((club) => {
        if (clash(club.country, country)) return false;
        const isSure = isWhole && club.country !== undefined && club.country === country;
        return isSure || !this.#hasOtherCode(club.id, team);
      });
      if (fitting.length > 1) return undefined;
      const [club] = fitting;
      if (club) return this.#entries.get(club.id);
    }
    return undefined;
  }

  /** The club of its own that a team is, under an id that is no other's. */
  #newcomer(team: GivenTeam, { country }: PlayedIn): Entry {
    const slug = slugOf(coreName(plainName(team.name)) || team.name);
    const marks = [country, team.code, team.provider].flatMap((mark) => (mark ? [slugOf(mark)] : []));
    const isFree = (id: string) => {
      const taken = this.#entries.get(id);
      return !taken || (!taken.isCarried && !clash(taken.country, country) && !this.#hasOtherCode(id, team));
    };
    const id = [slug, ...marks.map((mark) => `${slug}-${mark}`)].find(isFree) ?? `${slug}-${marks.join('-')}`;
    const taken = this.#entries.get(id);
    return taken ?? this.#add({ id, name: shown(team.name), ...(country && { country }), isCarried: false });
  }

  #hasOtherCode(id: string, { provider, code }: GivenTeam): boolean {
    return code !== undefined && this.#coded.has(`${id} ${provider}`);
  }

  #add(entry: Entry): Entry {
    this.#entries.set(entry.id, entry);
    return entry;
  }

  #bind(provider: string, code: string, id: string): void {
    this.#byCode.set(`${provider} ${code}`, id);
    this.#coded.add(`${id} ${provider}`);
  }
}

function clash(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function shown(name: string): string {
  return [...name.replaceAll(/\s+/g, ' ').trim()].slice(0, LONGEST_NAME).join('') || '?';
}
