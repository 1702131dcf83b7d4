import { expect, it } from 'vitest';
import { type Played, play } from './play.ts';
import type { SourceName } from './sources.ts';

const PROVIDERS: readonly SourceName[] = ['api-football', 'football-data', 'football-data-paid', 'opta-f9', 'opta-ma1'];

/**
 * One test for the recording itself and one for each provider: what a reader reads, held against the texts stored beside
 * this file. A text that changes is to be read before it is stored anew (`npx vitest run tests/golden -u`).
 */
export function readsRight(match: string, played: Omit<Played, 'channels'>, channels: Played['channels'] = {}): void {
  it('reads right from its recording, in every channel', async () => {
    const { texts, complaints } = await play('recorded', { ...played, channels: { recorded: {}, ...channels } });
    expect(complaints).toEqual([]);
    for (const [channel, text] of texts) await expect(text).toMatchFileSnapshot(`${match}.${channel}.txt`);
  });

  it.each(PROVIDERS)('reads right as %s tells it', async (source) => {
    const { texts, complaints } = await play(source, { ...played, channels: { [source]: {} } });
    expect(complaints).toEqual([]);
    await expect(texts.get(source)).toMatchFileSnapshot(`${match}.${source}.txt`);
  });
}
