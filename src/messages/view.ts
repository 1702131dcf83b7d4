import type { Locale } from '../locale.ts';

/** For whom a message is composed: everybody who shares a view gets the very same message. */
export interface View {
  readonly locale: Locale;
  /** `hide`: what tells how a match goes is covered until a reader asks; shown unless said. */
  readonly spoilers?: 'show' | 'hide';
}
