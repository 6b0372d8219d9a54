import type { Feature } from 'write-excel-file/browser';

/** Parts of a font in the order that Office's own schema asks for. */
const order = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const placeOf = (element: string) => order.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');

const ordered = (styles: string) =>
  styles.replace(
    /<font>([^]*?)<\/font>/g,
    (_all, parts: string) =>
      `<font>${(parts.match(/<[^>]+>/g) ?? []).sort((a, b) => placeOf(a) - placeOf(b)).join('')}</font>`,
  );

/** Puts the parts of each font in order, which the writer of workbooks does not. */
export const orderedFonts: Feature<File | Blob | ArrayBuffer> = {
  files: { transform: { 'xl/styles.xml': { transform: ordered } } },
};
