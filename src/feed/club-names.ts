import { foldName } from '../match/name-search.ts';

/** Words that say only that this is a football club: put before or behind a name, or left out, as a provider likes. */
const NEUTRAL = new Set(['fc', 'cf', 'calcio']);
const YEAR = /^(18|19|20)\d\d$/;
const WRITTEN_OUT: Readonly<Record<string, string>> = { st: 'saint', utd: 'united' };
/** A letter that stands alone before another: the dots of initials are gone. */
const INITIAL = /(?<=^| )(\p{L}) (?=\p{L}( |$))/gu;

/** A club's name as it is compared: `A.C. Milan` is `ac milan`, `1.FC Köln` `1 fc koln`, `St. Étienne` `saint etienne`. */
export function plainName(name: string): string {
  const folded = foldName(name.replaceAll(/['’ʼ`]/g, '')).replaceAll(INITIAL, '$1');
  const words = folded.split(' ').filter((word) => word !== 'and');
  return words.map((word) => WRITTEN_OUT[word] ?? word).join(' ');
}

/**
 * A plain name without the words that tell no club from another: `1 fc koln` is `koln`, `como 1907` is `como`. What may
 * tell two clubs of one town apart stays: `fsv frankfurt`, `barcelona sc`, `afc wimbledon`. A name of nothing else keeps
 * what it has.
 */
export function coreName(plain: string): string {
  const words = plain.split(' ');
  const isNeutral = (word: string, index: number) =>
    NEUTRAL.has(word) ||
    YEAR.test(word) ||
    (word === '1' && index === 0 && words[1] === 'fc') ||
    (word === 'afc' && index > 0 && index === words.length - 1);
  const core = words.filter((word, index) => !isNeutral(word, index));
  return (core.length > 0 ? core : words).join(' ');
}
