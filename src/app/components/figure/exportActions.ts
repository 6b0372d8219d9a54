import type { Figure } from '../../../charts/figure';
import { putOnClipboard } from '../../../export/clipboard';
import type { ExportOptions } from '../../../export/exportOptions';
import { exporterList, exporters, exportFileName, type Exporter, type ExporterId } from '../../../export/exporters';
import { saveBlob } from '../../../export/save';
import type { Dictionary } from '../../locales/dictionary';

export type MenuSectionId = Exclude<Exporter['section'], 'preset'> | 'take' | 'copy';

/** One line of the export menu below the presets. */
export interface ExportAction {
  id: string;
  section: MenuSectionId;
  label: (t: Dictionary) => string;
  /** Does it; resolves with a sentence for the person, or null when what happened is seen anyway. */
  run: (figure: Figure, options: ExportOptions, context: ActionContext) => Promise<string | null>;
}

export interface ActionContext {
  t: Dictionary;
  signal: AbortSignal;
}

/** A table that leaves the page is whole, also where the page shows a part of it. */
const wholeFor = async (section: Exporter['section'], figure: Figure) =>
  section === 'data' ? ((await figure.whole?.()) ?? figure) : figure;

/** Makes a file and hands it to the person. */
export async function saveAs(
  id: ExporterId,
  figure: Figure,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<void> {
  const { section, build } = exporters[id];
  const blob = await build(await wholeFor(section, figure), options, signal);
  saveBlob(blob, exportFileName(figure, options, id));
}

async function copyPicture(figure: Figure, options: ExportOptions, { t, signal }: ActionContext): Promise<string> {
  const picture = exporters.png.build(figure, options, signal);
  if (await putOnClipboard({ 'image/png': picture })) return t.exports.copied;
  saveBlob(await picture, exportFileName(figure, options, 'png'));
  return t.exports.copyRefused;
}

async function copyTable(shown: Figure, options: ExportOptions, { t }: ActionContext): Promise<string> {
  const figure = await wholeFor('data', shown);
  const { tableHtml, tableTsv } = await import('../../../export/tableText');
  const { text, address = null } = options;
  const html = new Blob([tableHtml(figure, text, address)], { type: 'text/html' });
  const plain = new Blob([tableTsv(figure, text, address)], { type: 'text/plain' });
  const contents = { 'text/html': Promise.resolve(html), 'text/plain': Promise.resolve(plain) };
  if (await putOnClipboard(contents)) return t.exports.copied;
  // Excel and Word both open a table of HTML.
  saveBlob(html, exportFileName(figure, options, 'png').replace(/\.png$/, '.html'));
  return t.exports.copyRefused;
}

/** All lines of the menu below the presets, in order. An exporter comes by itself; another action is one line here. */
export const exportActions: readonly ExportAction[] = [
  ...exporterList
    .filter((exporter) => exporter.section !== 'preset')
    .map(({ id, section }): ExportAction => ({
      id,
      section: section as MenuSectionId,
      label: (t) => t.exports.formats[id],
      run: async (figure, options, { signal }) => {
        const remarks: string[] = [];
        await saveAs(id, figure, { ...options, tell: (remark) => remarks.push(remark) }, signal);
        return remarks.join('') || null;
      },
    })),
  {
    id: 'print',
    section: 'take',
    label: (t) => t.exports.print,
    run: async (figure, options) => {
      const { printFigures } = await import('../../print/printFigures');
      await printFigures([figure], options);
      return null;
    },
  },
  { id: 'copy-picture', section: 'copy', label: (t) => t.exports.copyPicture, run: copyPicture },
  { id: 'copy-table', section: 'copy', label: (t) => t.exports.copyTable, run: copyTable },
];

/** Sections of the menu in order; one without an action is not shown. */
export const menuSections: readonly MenuSectionId[] = ['picture', 'document', 'data', 'take', 'copy'];
