/** Bytes of the signature and of the header chunk that must come first. */
const headerEnd = 8 + 25;
const inchMetres = 0.0254;

/** CRC-32 of PNG chunks (ISO 3309), bit by bit: a few hundred bytes need no table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Length, type, data, CRC. */
function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Pixels per metre, so that Word and page layout place the picture at its true size. */
function density(dpi: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / inchMetres);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1);
  return chunk('pHYs', data);
}

/** An international text: keyword, uncompressed, no language, UTF-8. */
const words = (keyword: string, text: string) =>
  chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`));

/**
 * Writes density and texts into a PNG, behind its header. Input: the file as the browser encodes it, dots an inch,
 * texts by PNG keyword (empty ones are left out). Output: a new file with the same pixels.
 */
export async function withPngMetadata(
  png: Blob,
  { dpi, texts }: { dpi: number; texts: Record<string, string> },
): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const told = Object.entries(texts).filter(([, text]) => text !== '');
  const chunks = [density(dpi), ...told.map(([keyword, text]) => words(keyword, text))];
  return new Blob([bytes.subarray(0, headerEnd), ...chunks, bytes.subarray(headerEnd)], { type: 'image/png' });
}
