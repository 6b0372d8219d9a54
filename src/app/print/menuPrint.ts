import type { ChartGroup } from '../../charts/figure';
import type { ExportOptions } from '../../export/exportOptions';
import { fetchDrawing } from '../../export/svg/chartSvg';
import { pageParts } from './pageParts';
import { standingSheet, standSheet, type ReportHeading } from './printFigures';

const groups: readonly ChartGroup[] = ['bars', 'axes', 'parts', 'map', 'treemap'];

/**
 * Makes the browser's own menu print the report too: it asks nobody and waits for nothing, so what draws is fetched
 * beforehand, and the report is put on the page in the moment before it prints. Input: what the report says, asked anew
 * each time, and a signal that stops it. Rejects where something cannot be fetched.
 */
export async function answerMenu(
  words: () => { options: ExportOptions; heading: ReportHeading },
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(groups.map((group) => fetchDrawing({ group })));
  let sheet: HTMLElement | null = null;
  const before = () => {
    const parts = standingSheet() ? [] : pageParts();
    if (parts.length === 0) return;
    const { options, heading } = words();
    sheet = standSheet(parts, options, heading);
  };
  const after = () => {
    sheet?.remove();
    sheet = null;
  };
  window.addEventListener('beforeprint', before, { signal });
  window.addEventListener('afterprint', after, { signal });
  signal.addEventListener('abort', after);
}
