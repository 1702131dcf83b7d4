import { createHash } from 'node:crypto';
import { HOUR, type Instant, MINUTE, SECOND } from '../match/instant.ts';
import { isLive } from '../match/phase.ts';
import { hasEnded, type MatchState } from '../match/state.ts';
import { cardMessage } from '../messages/card-message.ts';
import type { NewDelivery } from '../outbox/delivery.ts';
import type { AudienceMember } from '../subscriptions/audience.ts';
import { addressOf, placeOf } from './address.ts';
import { threadDelivery } from './deliveries.ts';
import type { CardRun, LiveTransaction } from './match-store.ts';
import type { Change } from './record-looks.ts';

/** A card is replaced by a fresh one before Discord refuses to edit it. */
const GENERATION = 50 * MINUTE;
/** Line-ups bring the card, but not days ahead. */
const BEFORE_KICK_OFF = HOUR;
/** The clock on the cards is brought up to date no oftener than this, and by no more than ten cards a second. */
const SOONEST_REFRESH = 5 * SECOND;
const LATEST_REFRESH = MINUTE;
const REFRESH_OF_ONE = 100;

/**
 * Sees to the live cards of a match: posted once there is something to show, brought up to date at once when something
 * happened and now and then for the clock's sake, replaced when they grow old. Returns how many deliveries became due.
 */
export async function bringCardsUpToDate(
  tx: LiveTransaction,
  { before, after, audience }: Change,
  now: Instant,
  paceMs: number,
): Promise<number> {
  const { match } = after.snapshot;
  const members = audience.filter(({ hears }) => hears.includes('card'));
  const run = await tx.cards.of(match.id);
  if (!run) {
    if (members.length === 0 || !isShown(after)) return 0;
    return begin({ generation: 1, since: now, refreshedAt: now, audience: signatureOf(members) });
  }
  const isOn = isShown(after);
  if (isOn && now - run.since >= GENERATION) {
    return begin({ generation: run.generation + 1, since: now, refreshedAt: now, audience: signatureOf(members) });
  }
  let due = 0;
  if (isOn && run.audience !== signatureOf(members)) {
    due += await begin({ ...run, audience: signatureOf(members) });
  }
  const isDue = isOn && now - run.refreshedAt >= refreshEvery(members.length, paceMs);
  if (isDue || !before || reads(before) !== reads(after)) {
    await tx.cards.save(match.id, { ...run, audience: signatureOf(members), refreshedAt: now });
    due += await tx.outbox.revise([{ kind: 'card', id: subjectId(match.id, run.generation) }], now);
  }
  return due;

  async function begin(next: CardRun): Promise<number> {
    await tx.cards.save(match.id, next);
    const threads = members.filter(({ thread }) => thread).map((member) => threadDelivery(match.id, member, now));
    const cards = members.map((member) => cardDelivery(match.id, member, next.generation, now));
    return tx.outbox.enqueue([...threads, ...cards], now);
  }
}

/** The match that a card is of, from its delivery's subject. */
export function matchOfCard(id: string): string {
  return id.replace(/#\d+$/, '');
}

function subjectId(matchId: string, generation: number): string {
  return `${matchId}#${generation}`;
}

function cardDelivery(matchId: string, member: AudienceMember, generation: number, now: Instant): NewDelivery {
  const keyOf = (which: number) => `${matchId}/live-card/${which}@${member.channelId}`;
  return {
    key: keyOf(generation),
    ...addressOf(member),
    ...placeOf(matchId, member),
    subject: { kind: 'card', id: subjectId(matchId, generation) },
    ...(generation > 1 && { replaces: keyOf(generation - 1) }),
    notBefore: now + member.delayMs,
    expiresAt: now + member.delayMs + GENERATION,
  };
}

/** From an hour before kick-off, once the line-ups are out, to the end. */
function isShown(state: MatchState): boolean {
  const { phase, match, lineups, at } = state.snapshot;
  if (phase === 'scheduled') return lineups !== undefined && match.kickOff - at <= BEFORE_KICK_OFF;
  return isLive(phase) || phase === 'suspended' || (phase === 'full-time' && !hasEnded(state));
}

/** Changes when a channel comes or goes. */
function signatureOf(members: readonly AudienceMember[]): string {
  const channels = members.map(({ channelId }) => channelId).sort();
  return createHash('sha256').update(channels.join(' ')).digest('base64url');
}

function refreshEvery(cards: number, paceMs: number): number {
  const byPace = Math.min(LATEST_REFRESH, Math.max(SOONEST_REFRESH, 4 * paceMs));
  return Math.max(byPace, cards * REFRESH_OF_ONE);
}

/** What the card says apart from its clock and its age. */
function reads(state: MatchState): string {
  const { minute, ...snapshot } = state.snapshot;
  const still = { ...state, seenAt: 0, snapshot: { ...snapshot, at: 0 } };
  // Once the match has ended a card says no more than before, but is pinned no longer.
  return JSON.stringify([hasEnded(state), cardMessage(still, { locale: 'en', delayMs: 0 })]);
}
