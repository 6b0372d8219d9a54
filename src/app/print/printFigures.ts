import type { Figure } from '../../charts/figure';
import { chartTheme } from '../../charts/theme';
import type { ExportOptions } from '../../export/exportOptions';
import { requireChineseFont } from '../../export/fonts';
import { chartSvg } from '../../export/svg/chartSvg';
import type { PagePart } from './pageParts';
import './print.css';
import { element, tableSection, textSection } from './printSections';

/** Width of a chart on A4 between margins of 16 mm, and heights of a common and of the tallest chart, in CSS pixels. */
const paper = { widthPx: 672, heightPx: 270, tallestPx: 800, typePx: 12 };

const sheetClass = 'print-sheet';

/** The content of a chart as an element of the page. */
function vectors(content: string, widthPx: number, heightPx: number): Node {
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const size = `viewBox="0 0 ${String(widthPx)} ${String(heightPx)}"`;
  const svg = new DOMParser().parseFromString(`<svg ${names} role="img" ${size}>${content}</svg>`, 'image/svg+xml');
  return document.adoptNode(svg.documentElement);
}

/** A figure as a section: real words around a chart of vectors, so that all of it can be selected and searched. */
async function figureSection(figure: Figure, index: number, options: ExportOptions): Promise<HTMLElement> {
  const { text } = options;
  const { remark = '', address } = options.collection?.entries?.[index] ?? {};
  const theme = chartTheme('light');
  const heightPx = Math.min(paper.tallestPx, Math.max(paper.heightPx, figure.naturalHeightPx?.(paper.typePx) ?? 0));
  const frame = { widthPx: paper.widthPx, heightPx, fontPx: paper.typePx };
  const svg = await chartSvg(figure, theme, frame, { idPrefix: `p${String(index)}-`, haloes: 'none' });
  const section = element('section', 'print-figure');
  const chart = element('div', 'print-figure__chart');
  chart.append(vectors(svg, frame.widthPx, heightPx));
  const { title, subtitle, unit, notes, source, asOf, mark } = figure;
  const head = [subtitle, unit === '' ? '' : text.unitLine(unit)].filter(Boolean).join(' · ');
  const foot = [
    remark === '' ? '' : text.documents.remark(remark),
    notes.length === 0 ? '' : text.notesLine(notes.join(text.join)),
    source === '' ? '' : text.sourceLine(source),
    asOf === null ? '' : text.asOfLine(asOf),
    address ? text.addressLine(address) : '',
  ];
  section.append(
    element('h2', 'print-figure__title', title),
    ...(mark ? [element('p', 'print-figure__mark', mark)] : []),
    element('p', 'print-figure__subtitle', head),
    chart,
    ...foot.filter(Boolean).map((line) => element('p', 'print-figure__foot', line)),
  );
  return section;
}

/** Resolves once the person has closed the print dialogue. */
function printed(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true });
    window.print();
  });
}

/** A part of the page as a section; figures are counted by `index` for their remarks. */
function sectionOf(part: PagePart, index: number, options: ExportOptions): Promise<HTMLElement> | HTMLElement {
  if (part.kind === 'figure') return figureSection(part.figure, index, options);
  return part.kind === 'text' ? textSection(part) : tableSection(part);
}

/**
 * Lays figures, paragraphs and tables out anew as an A4 report, a heading and the address of the view above, and opens the
 * browser's print dialogue, which also saves as PDF. The report is on paper only and goes when the dialogue closes.
 * Throws AppError `font-missing`.
 */
export async function printParts(
  parts: readonly PagePart[],
  options: ExportOptions,
  heading: { title: string; date: string } | null = null,
): Promise<void> {
  await requireChineseFont(chartTheme('light').fontFamily);
  const sections: HTMLElement[] = [];
  for (const [index, part] of parts.entries()) sections.push(await sectionOf(part, index, options));
  document.querySelector(`.${sheetClass}`)?.remove();
  const sheet = element('div', sheetClass);
  // A table of many columns needs the long side of the paper; so does all that stands on its first sheet.
  if (parts.length > 0 && parts.every(({ kind }) => kind === 'table')) sheet.classList.add('print-sheet--wide');
  if (heading) {
    const head = element('header', 'print-sheet__head');
    head.append(element('h1', 'print-sheet__title', heading.title), element('p', 'print-sheet__date', heading.date));
    sheet.append(head);
  }
  const view = [
    options.address ? options.text.addressLine(options.address) : '',
    options.exportedOn === null ? '' : options.text.exportedLine(options.exportedOn),
  ];
  sheet.append(element('p', 'print-sheet__view', view.filter(Boolean).join(' · ')), ...sections);
  document.body.append(sheet);
  try {
    await printed();
  } finally {
    sheet.remove();
  }
}

/** The same for figures alone. */
export function printFigures(
  figures: readonly Figure[],
  options: ExportOptions,
  heading: { title: string; date: string } | null = null,
): Promise<void> {
  return printParts(
    figures.map((figure) => ({ kind: 'figure', figure })),
    options,
    heading,
  );
}
