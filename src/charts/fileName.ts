/** Longest file name given, in characters: within 255 bytes of UTF-8 for Chinese, and within Windows' path limit. */
const longest = 120;

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Makes one part of a file name safe on any system; hostile and empty parts become empty. */
function safePart(part: string): string {
  return (
    part
      .normalize('NFC')
      // Control, format (bidirectional, zero width), private and lone-surrogate characters never belong in a name.
      .replace(/[\p{C}]/gu, '')
      .replace(/[\\/:*?"<>|%#&{}$!'`@+=~^]/g, ' ')
      .replace(/[\s_]+/g, ' ')
      .trim()
      .replace(/^[. ]+|[. ]+$/g, '')
  );
}

/** Cuts at a number of characters without splitting one. */
const head = (text: string, count: number) => Array.from(text).slice(0, Math.max(0, count)).join('');

/**
 * Joins what a file is about into a name that Windows, macOS and Linux take: parts by `_`, forbidden characters gone,
 * at most 120 characters with the extension. Long parts are cut from the first on, so the last (preset) survives.
 */
export function fileNameOf(stem: string, details: readonly string[], extension: string): string {
  const tail = [...details.map(safePart).filter(Boolean)].join('_');
  const room = longest - extension.length - 1 - (tail === '' ? 0 : tail.length + 1);
  const first = head(stem.split('_').map(safePart).filter(Boolean).join('_'), room).replace(/[. _]+$/, '');
  const name = [first, tail].filter(Boolean).join('_') || 'chart';
  return `${reserved.test(name) ? `_${name}` : name}.${extension}`;
}
