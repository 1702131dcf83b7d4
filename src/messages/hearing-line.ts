import type { Locale } from '../locale.ts';
import { SECOND } from '../match/instant.ts';
import { USUAL_NEWS } from '../match/news.ts';
import { sameNews } from '../subscriptions/follow-target.ts';
import type { Hearing } from '../subscriptions/subscription.ts';
import type { Texts } from './texts.ts';

/** Each language by its own name. */
const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', it: 'Italiano' };

/** Language, delay, spoilers, thread and ping, in short: `English · 30 s late`. What is as usual goes unsaid. */
export function settingsLine({ locale, delayMs, spoilers, thread, pingRole }: Hearing, { hearing }: Texts): string {
  const parts = [
    LANGUAGES[locale],
    delayMs > 0 && hearing.late(delayMs / SECOND),
    spoilers === 'hide' && hearing.covered,
    thread && hearing.threads,
    pingRole !== undefined && hearing.pings(roleMention(pingRole)),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Which news, in short; undefined where it is the usual. */
export function newsLine({ hears }: Hearing, { hearing }: Texts): string | undefined {
  return sameNews(hears, USUAL_NEWS) ? undefined : hearing.news(hears);
}

/** A role as Discord shows it. It rings only where a message allows that. */
export function roleMention(roleId: string): string {
  return `<@&${roleId}>`;
}
