/** The languages Tifo speaks. */
export type Locale = 'en' | 'it';

export const LOCALES: readonly Locale[] = ['en', 'it'];

/** Tifo's language for one of Discord's locale codes (`it`, `en-GB`, …): English where Tifo does not speak it. */
export function localeOf(discordLocale: string | null | undefined): Locale {
  return discordLocale?.split('-')[0] === 'it' ? 'it' : 'en';
}
