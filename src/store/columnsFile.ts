const types = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
};
type TypeName = keyof typeof types;

/** Where a column belongs in its content, and where it lies in the file; bytes and values. */
interface ColumnPlace {
  path: string[];
  type: TypeName;
  at: number;
  length: number;
}

/**
 * Content with its columns taken out into one file, as a record of the database holds it: a file is read beside the thread
 * that waits for it, where columns in the record itself are unpacked and copied by that thread, several times as slowly.
 */
export interface Filed {
  /** Null where the columns are. */
  content: unknown;
  /** Absent where the columns are too small to be worth a file, and stand in the content. */
  file?: { places: ColumnPlace[]; bytes: Blob };
}

/** Below so many bytes a file takes longer than it saves; browsers make files of larger records anyway. */
const smallest = 32 * 1024;
/** Every type may begin here. */
const alignment = 8;

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const isPlain = (value: unknown) => isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

/** Takes the columns out of plain objects and lists; the content stays as it is. Throws on a column of another type. */
export function fileColumns(content: unknown): Filed {
  const places: ColumnPlace[] = [];
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const take = (column: ArrayBufferView, path: string[]): null => {
    const type = column.constructor.name as TypeName;
    if (!(type in types)) throw new Error(`no type of a column: ${type}`);
    const { buffer, byteOffset, byteLength } = column;
    places.push({ path, type, at, length: byteLength / types[type].BYTES_PER_ELEMENT });
    const padding = -byteLength & (alignment - 1);
    bytes.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), new Uint8Array(padding));
    at += byteLength + padding;
    return null;
  };
  const without = (value: unknown, path: string[]): unknown => {
    if (ArrayBuffer.isView(value)) return take(value, path);
    // Most lists are long and hold texts alone.
    if (Array.isArray(value)) {
      const list = value as unknown[];
      return list.some(isObject) ? list.map((one, i) => without(one, [...path, String(i)])) : list;
    }
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value as Parent).map(([key, one]) => [key, without(one, [...path, key])]));
  };
  const rest = without(content, []);
  return at < smallest ? { content } : { content: rest, file: { places, bytes: new Blob(bytes) } };
}

/**
 * Puts the columns of a record back into its content, which is changed; they share the memory of the file.
 * Output: null where the file cannot be read any more or is cut short.
 */
export async function withColumns({ content, file }: Filed): Promise<unknown> {
  if (!file) return content;
  try {
    const buffer = await file.bytes.arrayBuffer();
    for (const { path, type, at, length } of file.places) {
      const parent = path.slice(0, -1).reduce((found, key) => found[key] as Parent, content as Parent);
      parent[path.at(-1) ?? ''] = new types[type](buffer, at, length);
    }
    return content;
  } catch {
    return null;
  }
}

type Parent = Record<string, unknown>;
