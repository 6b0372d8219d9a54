/** Size as the header of a PNG says it, read by the byte: signature, then IHDR. */
export function headerOf(bytes: ArrayBuffer): { signed: boolean; width: number; height: number } {
  const view = new DataView(bytes);
  const signed =
    view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452;
  return { signed, width: view.getUint32(16), height: view.getUint32(20) };
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

/** Share of the pixels of a box that differ from a `#rrggbb` ground. */
export function share(
  { data, width }: ImageData,
  box: { x: number; y: number; width: number; height: number },
  ground: string,
): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16));
  let other = 0;
  let count = 0;
  for (let y = Math.floor(box.y); y < Math.floor(box.y + box.height); y++)
    for (let x = Math.floor(box.x); x < Math.floor(box.x + box.width); x++) {
      const at = (y * width + x) * 4;
      count += 1;
      if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) other += 1;
    }
  return count === 0 ? 0 : other / count;
}

/** Whether two long runs of bytes are equal, without the diff that a failing matcher would print of millions. */
export function sameBytes(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
