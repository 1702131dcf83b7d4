/** A change to one row: what the journal holds a line of. */
export type Change =
  | { readonly k: string; readonly v: { readonly id: string } }
  | { readonly k: string; readonly d: string };

/** Rows by id, and by a group where the table has one, each change told to `record` before it is made. */
export interface Table<Row extends { readonly id: string }> {
  readonly name: string;
  readonly size: number;
  get(id: string): Row | undefined;
  values(): IterableIterator<Row>;
  in(group: string): ReadonlyMap<string, Row>;
  /** The id that came into a group last, even if it is gone since. */
  lastIn(group: string): string | undefined;
  put(row: Row): Row;
  delete(id: string): void;
  /** Puts a row that every world begins with: no journal holds it. */
  begin(row: Row): void;
  /** Takes a line of the journal in. */
  replay(change: Change): void;
  /** The lines a compact journal needs: rows that changed since the beginning, and beginnings that are gone. */
  changes(): Iterable<Change>;
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** A row as a journal line holds it; `isRow` is the table's own check that a line of the file is what it should be. */
export function openTable<Row extends { readonly id: string }>(
  name: string,
  isRow: (value: { readonly id: string }) => value is Row,
  record: (change: Change) => void,
  groupOf: (row: Row) => string | undefined = () => undefined,
): Table<Row> {
  const rows = new Map<string, Row>();
  const groups = new Map<string, Map<string, Row>>();
  const lasts = new Map<string, string>();
  const beginnings = new Set<string>();
  const touched = new Set<string>();

  const set = (row: Row) => {
    const group = groupOf(row);
    if (group !== undefined && !rows.has(row.id)) lasts.set(group, row.id);
    rows.set(row.id, row);
    if (group === undefined) return;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, new Map([[row.id, row]]));
    else members.set(row.id, row);
  };
  const unset = (id: string) => {
    const row = rows.get(id);
    if (row === undefined) return;
    rows.delete(id);
    const group = groupOf(row);
    if (group !== undefined) groups.get(group)?.delete(id);
  };
  return {
    name,
    get size() {
      return rows.size;
    },
    get: (id) => rows.get(id),
    values: () => rows.values(),
    in: (group) => groups.get(group) ?? NOTHING,
    lastIn: (group) => lasts.get(group),
    put(row) {
      record({ k: name, v: row });
      touched.add(row.id);
      set(row);
      return row;
    },
    delete(id) {
      if (!rows.has(id)) return;
      record({ k: name, d: id });
      touched.add(id);
      unset(id);
    },
    begin(row) {
      beginnings.add(row.id);
      set(row);
    },
    replay(change) {
      if ('d' in change) {
        touched.add(change.d);
        unset(change.d);
      } else if (isRow(change.v)) {
        touched.add(change.v.id);
        set(change.v);
      }
    },
    *changes() {
      for (const id of touched) {
        const row = rows.get(id);
        if (row !== undefined) yield { k: name, v: row };
        else if (beginnings.has(id)) yield { k: name, d: id };
        else touched.delete(id);
      }
    },
  };
}
