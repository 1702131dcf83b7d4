import type { z } from 'zod';
import type { OnUnknown } from './log-once.ts';

/** Those that fit; the others are told and left out, so that one strange row does not hide the rest. */
export function readRows<Shape extends z.ZodType>(
  rows: readonly unknown[],
  shape: Shape,
  where: string,
  onUnknown: OnUnknown,
): readonly z.output<Shape>[] {
  return rows.flatMap((row) => {
    const read = readOne(row, shape, where, onUnknown);
    return read === undefined ? [] : [read];
  });
}

/** Undefined, and told, where it does not fit. */
export function readOne<Shape extends z.ZodType>(
  value: unknown,
  shape: Shape,
  where: string,
  onUnknown: OnUnknown,
): z.output<Shape> | undefined {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) onUnknown([where, ...path.map(String)].join('.'), message);
  return undefined;
}
