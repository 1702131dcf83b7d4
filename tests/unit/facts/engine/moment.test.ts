import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Moment, momentId, momentOfId } from '../../../../src/facts/engine/moment.ts';

const match = { season: '2021-22', home: 'milan', away: 'inter' };
const ended = { ...match, score: { home: 1, away: 1 } };

it('the id of a moment tells a day, a kick-off and an end apart', () => {
  const day = '2021-11-07';
  expect([{ day }, { day, match }, { day, match: ended }].map(momentId)).toEqual([
    '2021-11-07',
    '2021-11-07~2021-22~milan~inter',
    '2021-11-07~2021-22~milan~inter~1-1',
  ]);
});

it('the id of a moment gives the moment back', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
  const goals = fc.nat({ max: 20 });
  const season = fc.constantFrom('2021-22', '1999-00', '2026');
  const played = fc.option(fc.record({ home: goals, away: goals }), { nil: undefined });
  fc.assert(
    fc.property(fc.boolean(), season, id, id, played, (isOfMatch, season, home, away, score) => {
      const own = { season, home, away, ...(score && { score }) };
      const moment: Moment = { day: '2021-11-07', ...(isOfMatch && { match: own }) };
      expect(momentOfId(momentId(moment))).toEqual(moment);
    }),
  );
});

it('the id of a moment is nothing else', () => {
  for (const id of ['', '2021', '2021-11-07~', '2021-11-07~2021-22~milan', '2021-11-07~2021-22~milan~inter~1', 'x']) {
    expect(momentOfId(id), id).toBeUndefined();
  }
});
