import type { Figure } from '../charts/figure';
import type { ExportOptions } from './exportOptions';
import { legalText } from './legalText';

/** Everything that a figure says beside its numbers, fit for any document; absent parts are empty. */
export interface FigureWords {
  title: string;
  subtitle: string;
  /** With its scale, as the picture prints it. */
  unit: string;
  mark: string;
  notes: string[];
  source: string;
  /** ISO date. */
  asOf: string;
  address: string;
  /** What a person says about the figure. */
  remark: string;
  madeOn: string;
}

/** The words of the figure at a place of a collection. */
export function figureWords(figure: Figure, options: ExportOptions, index = 0): FigureWords {
  const entry = options.collection?.entries?.[index];
  return {
    title: legalText(figure.title),
    subtitle: legalText(figure.subtitle),
    unit: legalText(figure.unit),
    mark: legalText(figure.mark ?? ''),
    notes: figure.notes.map(legalText),
    source: legalText(figure.source),
    asOf: legalText(figure.asOf ?? ''),
    address: legalText(entry?.address ?? options.address ?? ''),
    remark: legalText(entry?.remark ?? ''),
    madeOn: legalText(options.exportedOn ?? ''),
  };
}

/** The lines below a figure: notes, source, date of the data with the address of the view; empty ones left out. */
export function footLines(words: FigureWords, { text }: Pick<ExportOptions, 'text'>): string[] {
  return [
    words.notes.length === 0 ? '' : text.notesLine(words.notes.join(text.join)),
    words.source === '' ? '' : text.sourceLine(words.source),
    [
      words.asOf === '' ? '' : text.asOfLine(words.asOf),
      words.address === '' ? '' : text.addressLine(words.address),
      words.madeOn === '' ? '' : text.exportedLine(words.madeOn),
    ]
      .filter(Boolean)
      .join(' · '),
  ].filter(Boolean);
}
