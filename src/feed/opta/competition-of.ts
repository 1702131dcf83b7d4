import { foldName } from '../../match/name-search.ts';
import type { CatalogueCompetition } from '../catalogue.ts';
import type { ReadingContext } from './account.ts';

/** The ids under which SDAPI knows competitions that the older feeds number. */
const SDAPI_IDS: Readonly<Record<string, string>> = {
  '1r097lpxe0xn03ihb7wi98kao': 'serie-a',
  '2kwbbcootiqqgmrzs6o5inle5': 'premier-league',
  '34pl8szyvrbwcmfkuocjm3r6t': 'la-liga',
  '6by3h89i2eykc341oz7lv1ddd': 'bundesliga',
  dm5ka0os1e3dxcp3vh05kmp33: 'ligue-1',
  '4oogyu6o156iphvdvphwpck10': 'champions-league',
  '4c1nfi2j1m731hcay25fcgndq': 'europa-league',
  '70excpe1synn9kadnbppahdn7': 'world-cup',
};

const WITH_SDAPI_ID = new Set(Object.values(SDAPI_IDS));

export interface NamedByOpta {
  /** Opta's number, or the id that SDAPI gives; either may be absent. */
  readonly codes: readonly (string | undefined)[];
  readonly name?: string | undefined;
}

/**
 * The followed competition that Opta means: by its code; or by its name, where one of those followed has that name and no
 * code to be known by (there is more than one Serie A). Undefined for one that is not followed; it is said.
 */
export function competitionOf(
  { codes, name = '' }: NamedByOpta,
  { catalogue, competitions, onUnknown }: ReadingContext,
): CatalogueCompetition | undefined {
  const given = codes.flatMap((code) => (code ? [code] : []));
  const isMeant = ({ id, codes: { opta } }: CatalogueCompetition) =>
    given.some((code) => code === opta || SDAPI_IDS[code] === id);
  const meant = catalogue.competitions.find(isMeant);
  if (meant) return competitions.find(({ id }) => id === meant.id);
  const named = competitions.filter(
    (one) => one.codes.opta === undefined && !WITH_SDAPI_ID.has(one.id) && foldName(one.name) === foldName(name),
  );
  if (named.length === 1) return named[0];
  onUnknown('competition', [...given, name].join(' '));
  return undefined;
}
