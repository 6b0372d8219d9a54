/** Bytes of big-endian numbers: [width in bytes, value]. */
function bytes(fields: readonly (readonly [width: 1 | 2 | 4, value: number])[]): number[] {
  return fields.flatMap(([width, value]) =>
    Array.from({ length: width }, (_, i) => (value >>> (8 * (width - 1 - i))) & 0xff),
  );
}
const u16 = (...values: number[]) => bytes(values.map((value) => [2, value] as const));
const u32 = (...values: number[]) => bytes(values.map((value) => [4, value] as const));

/** One square, as a simple TrueType glyph. */
const square = [
  ...u16(1, 100, 0, 900, 800, 3, 0),
  ...[1, 1, 1, 1],
  ...u16(100, 0, 800, 0),
  ...u16(0, 800, 0, -800 & 0xffff),
];

/** cmap format 12: each character is glyph 1. */
function characterMap(characters: string): number[] {
  const codes = Array.from(characters)
    .map((c) => c.codePointAt(0) ?? 0)
    .sort((a, b) => a - b);
  const groups = codes.flatMap((code) => u32(code, code, 1));
  return [...u16(0, 1, 3, 10), ...u32(12), ...u16(12, 0), ...u32(16 + groups.length, 0, codes.length), ...groups];
}

const padded = (table: readonly number[]) => [...table, ...Array<number>((4 - (table.length % 4)) % 4).fill(0)];

/** A TrueType font in which the given characters are all the same square: what a missing font looks like. */
export function boxFont(characters: string): ArrayBuffer {
  const glyph = padded(square);
  const tables: Record<string, number[]> = {
    'OS/2': [
      ...u16(3, 1000, 400, 5, 0),
      ...Array<number>(22).fill(0),
      ...Array<number>(10).fill(0),
      ...u32(0, 0, 0, 0),
      ...u32(0x20202020),
      ...u16(64, 0x20, 0xffff, 800, 0xff38, 0, 800, 200),
      ...u32(0, 0),
      ...u16(0, 0, 0, 0x20, 0),
    ],
    cmap: characterMap(characters),
    glyf: [...glyph, ...glyph],
    head: [
      ...u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      ...u16(3, 1000),
      ...u32(0, 0, 0, 0),
      ...u16(100, 0, 900, 800, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x00010000), ...u16(800, -200 & 0xffff, 0, 1000, 100, 100, 900, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    hmtx: u16(1000, 100, 100),
    loca: u32(0, glyph.length, glyph.length * 2),
    maxp: [...u32(0x00010000), ...u16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: u16(0, 0, 6),
    post: [...u32(0x00030000, 0), ...u16(0, 0), ...u32(0, 0, 0, 0, 0)],
  };
  const names = Object.keys(tables).sort();
  const file = [...u32(0x00010000), ...u16(names.length, 128, 3, names.length * 16 - 128)];
  let at = 12 + names.length * 16;
  const body: number[] = [];
  for (const name of names) {
    const table = tables[name] ?? [];
    const data = padded(table);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4)
      sum =
        (sum +
          (((data[i] ?? 0) << 24) | ((data[i + 1] ?? 0) << 16) | ((data[i + 2] ?? 0) << 8) | (data[i + 3] ?? 0))) >>>
        0;
    file.push(...Array.from(name, (c) => c.charCodeAt(0)), ...u32(sum, at, table.length));
    body.push(...data);
    at += data.length;
  }
  return new Uint8Array([...file, ...body]).buffer;
}
