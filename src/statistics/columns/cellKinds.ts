import { narrowWholes, type Whole } from './column';

/** What is said in several columns, told by one number a cell: thousands of cells say some dozens of different things. */
export interface CellKinds<K extends string> {
  /** The columns, by kind. */
  kinds: Record<K, Int32Array>;
  /** By cell. */
  kind: Whole;
}

/** No whole number above this one has a neighbour of its own. */
const mostKeys = 2 ** 53;

/** Numbers what columns of whole numbers say. Output: null where too many things are thinkable to be told apart. */
export function cellKinds<K extends string>(count: number, columns: Record<K, ArrayLike<number>>): CellKinds<K> | null {
  const named = Object.entries<ArrayLike<number>>(columns);
  const keys = new Float64Array(count);
  let thinkable = 1;
  for (const [, column] of named) {
    let least = Infinity;
    let most = -Infinity;
    for (let cell = 0; cell < count; cell++) {
      least = Math.min(least, column[cell] as number);
      most = Math.max(most, column[cell] as number);
    }
    const size = Math.max(1, most - least + 1);
    thinkable *= size;
    for (let cell = 0; cell < count; cell++)
      keys[cell] = (keys[cell] as number) * size + (column[cell] as number) - least;
  }
  if (thinkable > mostKeys) return null;
  const numberOf = new Map<number, number>();
  const samples: number[] = [];
  const kind = new Uint32Array(count);
  for (let cell = 0; cell < count; cell++) {
    const key = keys[cell] as number;
    let number = numberOf.get(key);
    if (number === undefined) {
      number = samples.push(cell) - 1;
      numberOf.set(key, number);
    }
    kind[cell] = number;
  }
  const kinds = named.map(
    ([name, column]) => [name, Int32Array.from(samples, (cell) => column[cell] as number)] as const,
  );
  return { kinds: Object.fromEntries(kinds) as Record<K, Int32Array>, kind: narrowWholes(kind) };
}
