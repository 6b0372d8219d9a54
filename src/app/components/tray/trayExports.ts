import type { Figure } from '../../../charts/figure';
import { fileNameOf } from '../../../charts/fileName';
import type { ExportOptions } from '../../../export/exportOptions';
import { exporterList, type OnProgress } from '../../../export/exporters';
import { saveBlob } from '../../../export/save';
import type { Dictionary } from '../../locales/dictionary';
import { today } from '../../today';

export interface TrayExportInput {
  name: string;
  figures: readonly Figure[];
  options: ExportOptions;
  signal: AbortSignal;
  onProgress: OnProgress;
  t: Dictionary;
}

/** A way to take a whole tray away; resolves with the name of the file, or null where there is none. */
export interface TrayExport {
  id: string;
  label: (t: Dictionary) => string;
  run: (input: TrayExportInput) => Promise<string | null>;
}

function save(blob: Blob, name: string, extension: string): string {
  const fileName = fileNameOf(name, [], extension);
  saveBlob(blob, fileName);
  return fileName;
}

/** All ways in the order of the menu. An exporter that takes several figures comes by itself. */
export const trayExports: readonly TrayExport[] = [
  ...exporterList.flatMap(({ id, extension, buildMany }): TrayExport[] =>
    buildMany
      ? [
          {
            id,
            label: (t) => t.exports.formats[id],
            run: async ({ name, figures, options, signal, onProgress }) =>
              save(await buildMany(figures, options, signal, onProgress), name, extension),
          },
        ]
      : [],
  ),
  {
    id: 'pdf',
    label: (t) => t.tray.pdf,
    run: async ({ name, figures, options, t }) => {
      const { printFigures } = await import('../../print/printFigures');
      await printFigures(figures, options, { title: name, date: t.exports.printedOn(today()) });
      return null;
    },
  },
  {
    id: 'zip',
    label: (t) => t.tray.zip,
    run: async ({ name, figures, options, signal, onProgress }) => {
      const { zipPictures } = await import('../../../export/zipPictures');
      return save(await zipPictures(figures, options, signal, onProgress), name, 'zip');
    },
  },
];
