/** One value that changes, and those who want to know. */
export interface Store<S> {
  get(): S;
  set(change: Partial<S>): void;
  update(step: (state: S) => S): void;
}

export function openStore<S extends object>(first: S, onChange: () => void): Store<S> {
  let state = first;
  const update = (step: (state: S) => S) => {
    const next = step(state);
    if (next === state) return;
    state = next;
    onChange();
  };
  return {
    get: () => state,
    set: (change) => update((before) => ({ ...before, ...change })),
    update,
  };
}
