import { z } from 'zod';

/** A day of the calendar that exists: `2021-11-07`. */
export const day = z.iso.date();
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters and digits, with single hyphens');
export const season = z.string().regex(/^\d{4}(-\d{2})?$/, 'a season is written 2021-22, or 2026');
export const name = z.string().trim().min(1, 'must not be empty');
/** Longer would not be read on a phone. */
export const sentence = name.max(300, 'must not be longer than 300 characters');
export const localText = z.strictObject({ en: sentence, it: sentence });
export const count = z.int().min(0);
