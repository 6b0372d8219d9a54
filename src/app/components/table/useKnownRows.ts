import { computed, shallowRef, triggerRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { tableOf, type ColumnKey, type RowNames, type Table } from '../../../statistics/table/tableColumns';
import type { RowChunk, TableView } from '../../../statistics/table/tableView';
import { useCatalogueStore } from '../../stores/catalogue';

/** Rows of the data table as far as they are here. */
export interface KnownRows {
  has: (row: number) => boolean;
  /** Empty of a row that is not here yet. */
  text: (key: ColumnKey, row: number) => string;
}

/** Chunks of rows that are kept; those that were not wanted for longest go first. */
const mostChunks = 60;

interface Known {
  chunk: RowChunk;
  /** Made when it is first printed in the words of the moment. */
  table: { names: RowNames; made: Table } | null;
}

/** Keeps the rows that are on screen or near it: they come with a view, or are asked for when `want` names them. */
export function useKnownRows(
  view: Readonly<ShallowRef<TableView | null>>,
  names: ComputedRef<RowNames>,
): { rows: ComputedRef<KnownRows>; want: (rows: readonly number[]) => void } {
  const catalogue = useCatalogueStore();
  const places = shallowRef(new Map<number, { known: Known; at: number }>());
  let chunks: Known[] = [];
  let set = -1;
  let wanted: readonly number[] = [];
  let isAsking = false;

  const add = (chunk: RowChunk) => {
    const known: Known = { chunk, table: null };
    chunks.push(known);
    chunk.rows.forEach((row, at) => places.value.set(row, { known, at }));
    // The first came with the view, and is printed.
    for (const old of chunks.length > mostChunks ? chunks.splice(1, 1) : [])
      for (const row of old.chunk.rows) if (places.value.get(row)?.known === old) places.value.delete(row);
    triggerRef(places);
  };
  watch(
    view,
    (next) => {
      if (!next) return;
      if (next.set !== set) places.value = new Map();
      [set, chunks] = [next.set, next.set === set ? chunks : []];
      add(next.head);
    },
    { immediate: true },
  );

  const askOn = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      for (;;) {
        const missing = wanted.filter((row) => !places.value.has(row));
        if (missing.length === 0) return;
        const asked = set;
        const chunk = await catalogue.ask((client) => client.tableRows(asked, missing));
        if (asked !== set) continue;
        // A newer view is on its way then.
        if (!chunk) return;
        add(chunk);
      }
    } catch {
      // Whoever lost the worker says so; the rows stay empty.
    } finally {
      isAsking = false;
    }
  };
  const tableAt = ({ known }: { known: Known }): Table => {
    if (known.table?.names !== names.value)
      known.table = { names: names.value, made: tableOf(known.chunk.columns, names.value) };
    return known.table.made;
  };
  const rows = computed((): KnownRows => {
    const here = places.value;
    return {
      has: (row) => here.has(row),
      text: (key, row) => {
        const place = here.get(row);
        return place ? tableAt(place).text(key, place.at) : '';
      },
    };
  });
  const want = (next: readonly number[]) => {
    wanted = next;
    void askOn();
  };
  return { rows, want };
}
