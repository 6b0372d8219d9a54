/** Numbers from 0 on, in the narrowest type that holds them all. */
export type Whole = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
/** Numbers of either sign, likewise. */
export type Signed = Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
/** Amounts, whole ones narrower. */
export type Amounts = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

type NumberAt = (index: number) => number;

const ranges = { Uint16Array: { least: 0, most: 0xffff }, Int16Array: { least: -0x8000, most: 0x7fff } };

type NumberColumn = Uint8Array | Int8Array | Whole | Signed | Amounts;

/** Fills a column. */
export function filled<T extends NumberColumn>(column: T, at: NumberAt): T {
  for (let i = 0; i < column.length; i++) column[i] = at(i);
  return column;
}

/** A column as it is filled; null once a number does not lie in a range, or must be whole and is not. */
function filledWithin<T extends NumberColumn>(
  narrow: T,
  at: NumberAt,
  { least, most, isWhole = false }: { least: number; most: number; isWhole?: boolean },
): T | null {
  for (let i = 0; i < narrow.length; i++) {
    const one = at(i);
    if (one < least || one > most || (isWhole && !Number.isInteger(one))) return null;
    narrow[i] = one;
  }
  return narrow;
}

/** Makes a column of so many numbers from 0 on. */
export function wholes(length: number, at: NumberAt): Whole {
  return filledWithin(new Uint16Array(length), at, ranges.Uint16Array) ?? filled(new Uint32Array(length), at);
}

/** Makes a column of so many numbers of either sign. */
export function signeds(length: number, at: NumberAt): Signed {
  return filledWithin(new Int16Array(length), at, ranges.Int16Array) ?? filled(new Int32Array(length), at);
}

/** Makes a column of so many amounts. */
export function amounts(length: number, at: NumberAt): Amounts {
  const narrow = { least: -0x80000000, most: 0x7fffffff, isWhole: true };
  return filledWithin(new Int32Array(length), at, narrow) ?? filled(new Float64Array(length), at);
}

/** A column in another order, given by the numbers that were before; 0 where that is none. */
export function reordered<T extends NumberColumn>(column: T, from: Uint32Array | Int32Array): T {
  const made = new (column.constructor as new (length: number) => T)(from.length);
  for (let i = 0; i < made.length; i++) made[i] = column[from[i] as number] ?? 0;
  return made;
}

/** The same amounts, narrower where they fit. */
export function narrowAmounts(values: Float64Array<ArrayBuffer>): Amounts {
  for (let i = 0; i < values.length; i++) if (values[i] !== ((values[i] as number) | 0)) return values;
  return new Int32Array(values);
}

/** The same numbers from 0 on, likewise. */
export function narrowWholes(values: Uint32Array<ArrayBuffer>): Whole {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > 0xffff) return values;
  return new Uint16Array(values);
}

/** The same numbers of either sign, likewise. */
export function narrowSigneds(values: Int32Array<ArrayBuffer>): Signed {
  for (let i = 0; i < values.length; i++) if (values[i] !== ((values[i] as number) << 16) >> 16) return values;
  return new Int16Array(values);
}

const wider = { Uint16Array: Uint32Array, Int16Array: Int32Array } as const;

/** Room for so many numbers of a column and some more, which may ask for a wider one. */
export function roomFor<T extends Whole | Signed>(column: T, more: readonly number[], length: number): T {
  const name = column instanceof Uint16Array ? 'Uint16Array' : column instanceof Int16Array ? 'Int16Array' : null;
  const isNarrow = name && more.every((one) => one >= ranges[name].least && one <= ranges[name].most);
  const Column = name && !isNarrow ? wider[name] : (column.constructor as new (length: number) => T);
  return new Column(length) as T;
}
