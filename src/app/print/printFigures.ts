import type { Figure } from '../../charts/figure';
import { chartTheme } from '../../charts/theme';
import type { ExportOptions } from '../../export/exportOptions';
import { requireChineseFont } from '../../export/fonts';
import { chartSvg, chartSvgAtHand } from '../../export/svg/chartSvg';
import type { PagePart } from './pageParts';
import './print.css';
import { element, tableSection, textSection } from './printSections';

/** Stands above a report. */
export interface ReportHeading {
  title: string;
  date: string;
}

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

/** How the chart of a figure is drawn on paper; `index` keeps the ids of a report's charts apart. */
function drawingOf(figure: Figure, index: number) {
  const heightPx = Math.min(paper.tallestPx, Math.max(paper.heightPx, figure.naturalHeightPx?.(paper.typePx) ?? 0));
  const frame = { widthPx: paper.widthPx, heightPx, fontPx: paper.typePx };
  return [figure, chartTheme('light'), frame, { idPrefix: `p${String(index)}-`, haloes: 'none' }] as const;
}

/** A figure as a section: real words around a chart of vectors, so that all of it can be selected and searched. */
function figureSection(figure: Figure, content: string, index: number, options: ExportOptions): HTMLElement {
  const { text } = options;
  const { remark = '', address } = options.collection?.entries?.[index] ?? {};
  const [, , { widthPx, heightPx }] = drawingOf(figure, index);
  const section = element('section', 'print-figure');
  const chart = element('div', 'print-figure__chart');
  chart.append(vectors(content, widthPx, heightPx));
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

/** The sheet of a report; `charts` holds the content of the chart of each part that is a figure. */
function reportSheet(
  parts: readonly PagePart[],
  charts: readonly string[],
  options: ExportOptions,
  heading: ReportHeading | null,
): HTMLElement {
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
  sheet.append(element('p', 'print-sheet__view', view.filter(Boolean).join(' · ')));
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'figure') sheet.append(figureSection(part.figure, charts[index] ?? '', index, options));
    else sheet.append(part.kind === 'text' ? textSection(part) : tableSection(part));
  }
  return sheet;
}

/** The sheet that stands on the page for the time of printing. */
export const standingSheet = (): Element | null => document.querySelector(`.${sheetClass}`);

/** Resolves once the person has closed the print dialogue. */
function printed(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true });
    window.print();
  });
}

/**
 * Lays figures, paragraphs and tables out anew as an A4 report, a heading and the address of the view above, and opens the
 * browser's print dialogue, which also saves as PDF. The report is on paper only and goes when the dialogue closes.
 * Throws AppError `font-missing`.
 */
export async function printParts(
  parts: readonly PagePart[],
  options: ExportOptions,
  heading: ReportHeading | null = null,
): Promise<void> {
  await requireChineseFont(chartTheme('light').fontFamily);
  const charts: string[] = [];
  for (const [index, part] of parts.entries()) {
    charts.push(part.kind === 'figure' ? await chartSvg(...drawingOf(part.figure, index)) : '');
  }
  standingSheet()?.remove();
  const sheet = reportSheet(parts, charts, options, heading);
  document.body.append(sheet);
  try {
    await printed();
  } finally {
    sheet.remove();
  }
}

/**
 * Puts the same report on the page at once, for a browser that prints by its own menu and waits for nobody.
 * Output: the sheet; null, and the page as it was, where a chart cannot be drawn at once.
 */
export function standSheet(
  parts: readonly PagePart[],
  options: ExportOptions,
  heading: ReportHeading | null,
): HTMLElement | null {
  const charts = parts.map((part, index) =>
    part.kind === 'figure' ? chartSvgAtHand(...drawingOf(part.figure, index)) : '',
  );
  const drawn = charts.filter((chart) => chart !== null);
  if (drawn.length < parts.length) return null;
  const sheet = reportSheet(parts, drawn, options, heading);
  document.body.append(sheet);
  return sheet;
}

/** The same for figures alone. */
export function printFigures(
  figures: readonly Figure[],
  options: ExportOptions,
  heading: ReportHeading | null = null,
): Promise<void> {
  return printParts(
    figures.map((figure) => ({ kind: 'figure', figure })),
    options,
    heading,
  );
}
