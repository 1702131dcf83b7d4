import type { Card } from '../../match/event.ts';
import { playerKey } from './read-player.ts';
import type { EventRow } from './shapes.ts';

export type CardReading = Card['colour'] | 'told-by-another-row' | 'unknown';

/**
 * What each card row means. A sending-off for a second yellow comes as one row that says so, as two (the second yellow and
 * the red), or as both: it is one card. A red alone, even right after a first yellow, is a straight red.
 */
export function readCards(rows: readonly EventRow[]): ReadonlyMap<EventRow, CardReading> {
  const readings = new Map<EventRow, CardReading>();
  const byPlayer = new Map<string, EventRow[]>();
  for (const row of rows) {
    if (row.type.toLowerCase() !== 'card') continue;
    readings.set(row, colourOf(row));
    const who = playerKey(row.player);
    if (who !== undefined) byPlayer.set(who, [...(byPlayer.get(who) ?? []), row]);
  }
  for (const cards of byPlayer.values()) {
    const reds = cards.filter((row) => readings.get(row) === 'red');
    const yellows = cards.filter((row) => readings.get(row) === 'yellow');
    const saysSo = cards.some((row) => readings.get(row) === 'second-yellow');
    for (const red of reds) if (saysSo) readings.set(red, 'told-by-another-row');
    const [red] = reds;
    const [, second] = yellows;
    if (!second || !(red || saysSo)) continue;
    readings.set(second, 'told-by-another-row');
    if (red && !saysSo) readings.set(red, 'second-yellow');
  }
  return readings;
}

function colourOf(row: EventRow): CardReading {
  const detail = (row.detail ?? '').toLowerCase();
  if (detail === 'yellow card') return 'yellow';
  if (detail === 'red card') return 'red';
  return detail.startsWith('second yellow') ? 'second-yellow' : 'unknown';
}
