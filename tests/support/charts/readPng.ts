/** Size as the header of a PNG says it, read by the byte: signature, then IHDR. */
export function headerOf(bytes: ArrayBuffer): { signed: boolean; width: number; height: number } {
  const view = new DataView(bytes);
  const signed =
    view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452;
  return { signed, width: view.getUint32(16), height: view.getUint32(20) };
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const crcOf = (bytes: Uint8Array) =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** Chunks of a PNG by the byte: their order, whether every checksum holds, density and international texts. */
export function metadataOf(bytes: ArrayBuffer) {
  const view = new DataView(bytes);
  const told = { order: [] as string[], sound: true, perMetre: 0, texts: {} as Record<string, string> };
  for (let at = 8; at < bytes.byteLength;) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(new Uint8Array(bytes, at + 4, 4));
    const data = new Uint8Array(bytes, at + 8, length);
    told.order.push(type);
    if (type !== 'IDAT')
      told.sound &&= view.getUint32(at + 8 + length) === crcOf(new Uint8Array(bytes, at + 4, length + 4));
    if (type === 'pHYs' && data[8] === 1) told.perMetre = view.getUint32(at + 8);
    if (type === 'iTXt') {
      const [keyword = '', , , , , text = ''] = new TextDecoder().decode(data).split('\0');
      told.texts[keyword] = text;
    }
    at += 12 + length;
  }
  return told;
}

/** Decodes a picture anew. */
export async function pixelsOf(blob: Blob): Promise<ImageData> {
  const image = await createImageBitmap(blob);
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to decode into');
  context.drawImage(image, 0, 0);
  image.close();
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** Share of the pixels of a box that differ from a `#rrggbb` ground, or from nothing at all when it is null. */
export function share(
  { data, width }: ImageData,
  box: { x: number; y: number; width: number; height: number },
  ground: string | null,
): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt((ground ?? '#000000').slice(at, at + 2), 16));
  let other = 0;
  let count = 0;
  for (let y = Math.floor(box.y); y < Math.floor(box.y + box.height); y++)
    for (let x = Math.floor(box.x); x < Math.floor(box.x + box.width); x++) {
      const at = (y * width + x) * 4;
      count += 1;
      const bare = ground === null && data[at + 3] === 0;
      if (!bare && (ground === null || data[at] !== r || data[at + 1] !== g || data[at + 2] !== b)) other += 1;
    }
  return count === 0 ? 0 : other / count;
}

/** Whether two long runs of bytes are equal, without the diff that a failing matcher would print of millions. */
export function sameBytes(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
