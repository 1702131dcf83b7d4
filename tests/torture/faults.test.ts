import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Instant, SECOND } from '../../src/match/instant.ts';
import { CUP_FINAL } from '../support/live/matches.ts';
import { play } from '../support/live/play.ts';
import type { Provider } from '../support/live/reads-right.ts';

const ON_THE_NETWORK = ['hang-up', 'not-json', 'status-500', 'status-503', 'status-429', 'nothing', 'silent'];
const DELIVERED = ['half-written', 'empty', 'garbage', 'gone'];
/** A file that is on its way, or gone again, is waited for without a word. */
const NOT_SAID = ['half-written', 'empty', 'gone'];
const FAULTS: Readonly<Record<Provider, readonly string[]>> = {
  'api-football': [...ON_THE_NETWORK, 'refused'],
  'football-data': ON_THE_NETWORK,
  'football-data-paid': ON_THE_NETWORK,
  'opta-f9': DELIVERED,
  'opta-ma1': DELIVERED,
};
const EACH = Object.entries(FAULTS).flatMap(([provider, faults]) =>
  faults.map((fault) => ({ provider: provider as Provider, fault })),
);

/** Again and again through the match, for three looks of nine. */
const isOn = (now: Instant) => Math.floor(now / (45 * SECOND)) % 3 === 0;

/** What a match comes to: its goals, those that were taken away, and its result. */
function essence(text: string): readonly string[] {
  const [posts = ''] = text.split('\n== Live card');
  return posts.split('\n').filter((line) => /^(~~)?(\d\S*' )?GOAL |^Goal disallowed|^Final result/.test(line));
}

it.each(EACH)(
  'whatever goes wrong with a provider, again and again, a cup final is told by $provider as if there had been no $fault',
  async ({ provider, fault }) => {
    const trouble = { fault, isOn };
    const { texts, complaints } = await play(provider, { ...CUP_FINAL.played, trouble, channels: { [provider]: {} } });
    const stored = readFileSync(new URL(`../golden/cup-final.${provider}.txt`, import.meta.url), 'utf8');
    expect(essence(texts.get(provider) ?? '')).toEqual(essence(stored));
    expect(essence(stored).at(-1)).toMatch(/^Final result: Fiumalba 2–2 Ørmsund/);
    if (!NOT_SAID.includes(fault)) expect(complaints).not.toEqual([]);
    expect(complaints.filter((complaint) => complaint.includes('may not'))).toEqual([]);
  },
);
