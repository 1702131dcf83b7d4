import { describe, expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { cardMessage } from '../../../src/messages/card-message.ts';
import { readable } from '../../support/discord/readable.ts';
import { derby, KICK_OFF, snapshot } from '../../support/match/derby.ts';

const en = { locale: 'en', delayMs: 0 } as const;
const it_ = { locale: 'it', delayMs: 0 } as const;
const MINUTE = 60_000;
const SEEN = KICK_OFF + 120 * MINUTE;
const t = (at: number, style: string) => `<t:${at / 1000}:${style}>`;

const playing = (known: Partial<MatchState> = {}) =>
  derby({ phase: 'second-half', minute: { base: 90, added: 2 }, addedTime: [2, 5], known });

describe('the live card', () => {
  it('the live card shows the score, the clock, who scored, what else decided it, and how old all that is', () => {
    const red: MatchEvent = {
      kind: 'card',
      side: 'away',
      minute: { base: 70 },
      colour: 'red',
      player: { name: 'Vidal' },
    };
    const state = derby({
      phase: 'second-half',
      minute: { base: 90, added: 2 },
      addedTime: [2, 5],
      events: [...snapshot.events, red],
    });
    expect(readable(cardMessage(state, en))).toBe(
      [
        "Milan 1–1 Inter · 90+2'",
        '## Serie A 2021–22, round 12',
        `San Siro · ${t(KICK_OFF, 'f')}`,
        "**Inter** 11' Çalhanoğlu (pen.)",
        "**Milan** 17' de Vrij (o.g.)",
        "27' Tătărușanu saves Lautaro Martínez's penalty",
        "70' Red card: Vidal (Inter)",
        'Half-time 1–1',
        '5 min added',
        `Updated ${t(SEEN, 'R')}`,
        '[Timeline] [Line-ups] [What it means] [Facts]',
      ].join('\n'),
    );
  });

  it('the live card says in words that the source is silent, beside the score too', () => {
    const silent = playing({ silentSince: SEEN - 5 * MINUTE });
    const shown = readable(cardMessage(silent, en));
    expect(shown).toMatch(/^Milan 1–1 Inter · 90\+2' · no news since <t:1636321200:t>\n/);
    expect(shown).toContain(
      '\nNo news from the source since <t:1636321200:t>; the score may be older than it looks.\n',
    );
    expect(shown).not.toContain('Updated');
    expect(readable(cardMessage(silent, it_))).toContain(
      'Nessuna notizia dalla fonte dalle <t:1636321200:t>: il punteggio potrebbe essere vecchio.',
    );
    const covered = cardMessage(silent, { ...en, spoilers: 'hide' });
    expect(covered.content).toBe("Milan v Inter · 90+2' · ||1–1|| · no news since <t:1636321200:t>");
    expect(readable(covered)).toContain('No news from the source');
  });

  it('the live card says for ten minutes that the source is back', () => {
    const back = (minutes: number) => readable(cardMessage(playing({ backAt: SEEN - minutes * MINUTE }), en));
    expect(back(9)).toContain(`\nThe source is back since ${t(SEEN - 9 * MINUTE, 't')}.\nUpdated `);
    expect(back(10)).not.toContain('is back');
  });

  it('the live card is not silent once the match is over', () => {
    expect(readable(cardMessage(derby({ known: { silentSince: SEEN } }), en))).not.toMatch(/no news/i);
  });

  it('the live card of a shoot-out shows how it stands', () => {
    const state = derby({ phase: 'shoot-out', shootOut: { home: 2, away: 3 } });
    expect(cardMessage(state, en).content).toBe('Milan 1–1 Inter · penalty shoot-out · 2–3 on penalties');
    expect(cardMessage(state, it_).content).toBe('Milan 1–1 Inter · calci di rigore · 2–3 ai rigori');
  });

  const NIL_NIL = { home: 0, away: 0 };
  it.each<[Phase, Partial<MatchState>, string]>([
    ['postponed', {}, 'Milan v Inter · postponed'],
    ['cancelled', {}, 'Milan v Inter · cancelled'],
    ['suspended', {}, "Milan v Inter · suspended at 30'"],
    ['suspended', { reached: 'first-half' }, "Milan 0–0 Inter · suspended at 30'"],
    ['abandoned', {}, "Milan v Inter · abandoned at 30'"],
    ['abandoned', { reached: 'first-half' }, "Milan 0–0 Inter · abandoned at 30'"],
    ['awarded', {}, 'Milan 0–3 Inter · result awarded'],
  ])('the live card (%s) never reads like a goalless draw (%o)', (phase, known, line) => {
    const score = phase === 'awarded' ? { home: 0, away: 3 } : NIL_NIL;
    const state = derby({ phase, events: [], minute: { base: 30 }, score, known: { score: NIL_NIL, ...known } });
    const { statistics: _, halfTime: __, ...bare } = state.snapshot;
    const shown = readable(cardMessage({ ...state, snapshot: bare }, en));
    expect(shown.split('\n')[0]).toBe(line);
    expect(shown).not.toContain('full-time');
  });

  it('the live card shows how old it is while play is suspended', () => {
    expect(readable(cardMessage(derby({ phase: 'suspended' }), en))).toContain('Updated ');
  });
});
