import { inflateSync } from 'node:zlib';

export interface Decoded {
  width: number;
  height: number;
  /** RGBA, four bytes a pixel. */
  pixels: Uint8Array;
}

const channelsOf: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** Undoes the filters of the PNG specification, row by row. */
function unfilter(raw: Buffer, rowBytes: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let i = 0; i < rowBytes; i++) {
      const at = y * rowBytes + i;
      const left = i >= channels ? (out[at - channels] ?? 0) : 0;
      const up = y > 0 ? (out[at - rowBytes] ?? 0) : 0;
      const corner = y > 0 && i >= channels ? (out[at - rowBytes - channels] ?? 0) : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const added = [0, left, up, (left + up) >> 1, paeth][filter] ?? 0;
      out[at] = (raw[y * (rowBytes + 1) + 1 + i] ?? 0) + added;
    }
  }
  return out;
}

/** Decodes a PNG of eight bits a channel that is not interlaced, without a browser. */
export function decodePng(file: Buffer): Decoded {
  const [width, height, depth, kind, interlaced] = [
    file.readUInt32BE(16),
    file.readUInt32BE(20),
    file[24],
    file[25],
    file[28],
  ];
  const channels = channelsOf[kind ?? -1];
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('not a PNG that this reader knows');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const [p = 0, q = 0, r = 0, s = 0] = rows.subarray(i * channels, (i + 1) * channels);
    pixels.set(
      channels === 1 ? [p, p, p, 255] : channels === 2 ? [p, p, p, q] : [p, q, r, channels === 4 ? s : 255],
      i * 4,
    );
  }
  return { width, height, pixels };
}

/** Mean brightness (0 to 255, over white) of a grid of cells: what a picture looks like from afar. */
export function brightness({ width, height, pixels }: Decoded, columns: number, rows: number): number[] {
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const share = (pixels[at + 3] ?? 0) / 255;
      const grey = 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
      const cell = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] ?? 0) + grey * share + 255 * (1 - share);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  return Array.from(sums, (sum, i) => sum / Math.max(1, counts[i] ?? 1));
}
