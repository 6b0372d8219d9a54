/** Numbers from 0 on, in the narrowest type that holds them all. */
export type Whole = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
/** Numbers of either sign, likewise. */
export type Signed = Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
/** Amounts, whole ones narrower. */
export type Amounts = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

type NumberAt = (index: number) => number;

const filled = <T extends Whole | Signed | Amounts>(column: T, at: NumberAt): T => {
  for (let i = 0; i < column.length; i++) column[i] = at(i);
  return column;
};

/** Whether numbers lie in a range and, where they must, are whole. */
function areWithin(length: number, at: NumberAt, [least, most]: readonly [number, number], isWhole = false): boolean {
  for (let i = 0; i < length; i++) {
    const one = at(i);
    if (one < least || one > most || (isWhole && !Number.isInteger(one))) return false;
  }
  return true;
}

/** Makes a column of so many numbers from 0 on. */
export function wholes(length: number, at: NumberAt): Whole {
  return filled(areWithin(length, at, [0, 0xffff]) ? new Uint16Array(length) : new Uint32Array(length), at);
}

/** Makes a column of so many numbers of either sign. */
export function signeds(length: number, at: NumberAt): Signed {
  return filled(areWithin(length, at, [-0x8000, 0x7fff]) ? new Int16Array(length) : new Int32Array(length), at);
}

/** Makes a column of so many amounts. */
export function amounts(length: number, at: NumberAt): Amounts {
  const isNarrow = areWithin(length, at, [-0x80000000, 0x7fffffff], true);
  return filled(isNarrow ? new Int32Array(length) : new Float64Array(length), at);
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

const limits = { Uint16Array: [0, 0xffff], Int16Array: [-0x8000, 0x7fff] } as const;
const wider = { Uint16Array: Uint32Array, Int16Array: Int32Array } as const;

/** Room for so many numbers of a column and some more, which may ask for a wider one. */
export function roomFor<T extends Whole | Signed>(column: T, more: readonly number[], length: number): T {
  const name = column instanceof Uint16Array ? 'Uint16Array' : column instanceof Int16Array ? 'Int16Array' : null;
  const isNarrow = name && areWithin(more.length, (i) => more[i] as number, limits[name]);
  const Column = name && !isNarrow ? wider[name] : (column.constructor as new (length: number) => T);
  return new Column(length) as T;
}
