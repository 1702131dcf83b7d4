import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Golden } from './matches.ts';
import { play } from './play.ts';
import type { SourceName } from './sources.ts';

export type Provider = Exclude<SourceName, 'recorded'>;

/** Who tells every match in `npm test` already; the others tell the plainer ones in the torture suite. */
export const FIRST: readonly Provider[] = ['api-football'];
export const OTHERS: readonly Provider[] = ['football-data', 'football-data-paid', 'opta-f9', 'opta-ma1'];

/**
 * What a reader reads of a match from its recording, in every channel, held against the texts stored in `tests/golden`. A
 * text that changes is to be read before it is stored anew (`npx vitest run tests/golden -u`, and the same of the torture
 * suite's golden tests).
 */
export function readsRight({ name, played, channels }: Golden): void {
  it(`the ${name} match reads right from its recording, in every channel`, async () => {
    const { texts, complaints } = await play('recorded', { ...played, channels: { recorded: {}, ...channels } });
    expect(complaints).toEqual([]);
    for (const [channel, text] of texts) await expect(text).toMatchFileSnapshot(stored(name, channel));
  });
}

/** The same as each of some providers tells it. */
export function readsRightFrom(providers: readonly Provider[], { name, played }: Golden): void {
  it.each(providers)(`the ${name} match reads right as %s tells it`, async (source) => {
    const { texts, complaints } = await play(source, { ...played, channels: { [source]: {} } });
    expect(complaints).toEqual([]);
    await expect(texts.get(source)).toMatchFileSnapshot(stored(name, source));
  });
}

function stored(match: string, channel: string): string {
  return fileURLToPath(new URL(`../../golden/${match}.${channel}.txt`, import.meta.url));
}
