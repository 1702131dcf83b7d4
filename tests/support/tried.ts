/** What a run counts besides its tests. */
export const TRIED = ['cases', 'histories', 'kills', 'requests'] as const;
export type Tried = Readonly<Partial<Record<(typeof TRIED)[number], number>>>;

declare module 'vitest' {
  interface TaskMeta {
    tried?: Tried;
  }
}

export function addUp(counts: readonly Tried[]): Tried {
  return Object.fromEntries(TRIED.map((what) => [what, counts.reduce((sum, tried) => sum + (tried[what] ?? 0), 0)]));
}
