import type { exportWords as zh } from '../zh/exports';
import { packerFormats } from './packers';

/** Words of the export menu, of copying and of printing. */
export const exportWords = {
  exports: {
    menu: 'Export',
    savePng: 'Save as PNG',
    pixels: (width, height) => `${String(width)} × ${String(height)} px`,
    presets: {
      full: 'Full slide 16:9',
      half: 'Half slide',
      'four-three': '4:3',
      'a4-column': 'A4 column, 300 dpi',
      square: 'Square',
      wechat: 'WeChat head picture',
    },
    ownSize: 'Own size…',
    ownSizeTitle: 'Own size',
    width: 'Width (pixels)',
    height: 'Height (pixels)',
    ownSizeRange: (least, most) => `Width and height must be whole numbers from ${String(least)} to ${String(most)}.`,
    save: 'Save picture',
    close: 'Cancel',
    scale: 'Resolution',
    theme: 'Ground',
    themes: { light: 'Light', dark: 'Dark', transparent: 'Clear', official: 'Official' },
    sections: {
      picture: 'Other formats',
      document: 'Documents',
      data: 'Data',
      take: 'Print and collect',
      copy: 'Copy',
    },
    formats: {
      png: 'PNG picture',
      svg: 'SVG vector picture',
      'svg-outlines': 'SVG, text as outlines',
      ...packerFormats,
    },
    print: 'Print / save as PDF',
    printPage: 'Print / save as PDF',
    printFailed: 'Printing failed',
    copyPicture: 'Copy picture',
    copyTable: 'Copy table',
    copied: 'Copied',
    copyRefused: 'The browser refuses copying (often because the address is not https); a file was downloaded instead',
    working: 'Working',
    cancel: 'Cancel export',
    failed: 'No file was made',
    failure: (title, why) => `${title}: ${why}`,
    printedOn: (date) => `Printed on ${date}`,
  },
} satisfies typeof zh;
