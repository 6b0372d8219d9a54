type Column =
  | Float64Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>;

/** By buffer that has room: how many of its bytes belong to a column. */
const used = new WeakMap<ArrayBuffer, number>();

/** Room behind a column that had none, in values. */
const roomFor = (length: number) => Math.max(64, length >> 3);

/**
 * A column with some values more at its end; the given one stays as it is. The two share memory, so that what comes to a
 * long column costs no more than itself: only a column that has no room behind it, or was continued before, is copied.
 */
export function continued<T extends Column>(column: T, more: ArrayLike<number>): T {
  if (more.length === 0) return column;
  const length = column.length + more.length;
  const { buffer, byteOffset, BYTES_PER_ELEMENT: size } = column;
  const Made = column.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => T;
  const isLatest = used.get(buffer) === byteOffset + column.byteLength;
  const isRoomy = isLatest && byteOffset + length * size <= buffer.byteLength;
  const made = isRoomy
    ? new Made(buffer, byteOffset, length)
    : new Made(new ArrayBuffer((length + roomFor(length)) * size), 0, length);
  if (!isRoomy) made.set(column);
  made.set(more, column.length);
  used.set(made.buffer, made.byteOffset + made.byteLength);
  return made;
}
