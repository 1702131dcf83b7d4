import type { Button } from './compose.ts';
import { cutMarkup } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { Texts } from './texts.ts';

/** What stands open beside a cover, and what is covered: together with a ping they stay within a message. */
const LONGEST_OPEN = 400;
const LONGEST_COVERED = 1_500;

/**
 * Text under Discord's cover, which a reader lifts by pressing it. A cover ends at the first two bars, escaped or not,
 * so no bar is left within.
 */
export function covered(text: string): string {
  return `||${cutMarkup(text.replace(/\\?\|/g, '｜'), LONGEST_COVERED)}||`;
}

/** A line of which the end is covered. It is never so long that its cover would be cut open. */
export function coveredLine(open: string, text: string, between = ' · '): string {
  return `${cutMarkup(open, LONGEST_OPEN)}${between}${covered(text)}`;
}

/**
 * Shows a covered post to whoever presses. Both ids together may be too long for a button: then the news' leaves out the
 * match's, which it begins with, and if that is too long still the button shows how the match stands.
 */
export function revealNewsButton(matchId: string, newsId: string, texts: Texts): Button {
  const within = newsId.startsWith(`${matchId}/`) ? newsId.slice(matchId.length) : newsId;
  const ids = [newsId, within].map((id) => `score:${matchId}:news:${id}`);
  const id = ids.find(({ length }) => length <= LIMITS.customId);
  return id === undefined ? revealScoreButton(matchId, 0, texts) : { id, label: texts.covered.reveal };
}

/** Shows how a match stood so many milliseconds ago. */
export function revealScoreButton(matchId: string, agoMs: number, texts: Texts): Button {
  return { id: `score:${matchId}:ago:${agoMs}`, label: texts.covered.reveal };
}
