/** Every zone that has a name, as it is spelt: `Europe/Rome`. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

/**
 * The zone that is meant, as it is spelt, whatever the case and with blanks for underscores: `america/new york` is
 * `America/New_York`. Undefined when there is none; a bare offset is none, since it knows no summer time.
 */
export function findTimeZone(text: string): string | undefined {
  const name = text.trim().replaceAll(' ', '_');
  const known = timeZones().find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (known) return known;
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    // An older or newer name for one of them, which only Intl knows.
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
