import { drawnValue } from './cell';
import type { FigureContext } from './context';
import { donutOption } from './donut';
import type { Figure } from './figure';
import { nativeParts } from './nativeRows';
import { composeNotes } from './notes';
import { shareText } from './partsDrawing';
import { rowAddress, rowsOf, rowsTable, rowsUnit, wholeOf, type RowsInput } from './rows';
import { shortList } from './shortList';
import { markOf, sourceLine } from './sourceLine';
import { fileStemOf, scopeOf, splitWord, subjectOf, subtitleOf } from './titles';
import { treemapOption } from './treemap';

export type CompositionKind = 'donut' | 'treemap';

export interface CompositionInput extends RowsInput {
  kind: CompositionKind;
}

/**
 * Parts of a whole at one time: a ring with a list of names, numbers and shares, or a treemap. Parts are in order of
 * size and keep their colours; shares are of the parts drawn. Values that cannot be a share (negative, a rate) are
 * named in the notes and not drawn. Input: a `series` answer asked with the same split.
 */
export function composition(input: CompositionInput, context: FigureContext): Figure {
  const { answer, split, bucket, kind } = input;
  const { text } = context;
  const rows = rowsOf(input, context);
  const divisible = answer.subject.kind !== 'rate';
  const parts = rows
    .filter(({ cell }) => divisible && (drawnValue(cell) ?? 0) > 0)
    .sort((a, b) => (drawnValue(b.cell) ?? 0) - (drawnValue(a.cell) ?? 0));
  const negative = rows.filter(({ cell }) => (drawnValue(cell) ?? 0) < 0).map(({ name }) => name);
  const sum = parts.reduce((total, { cell }) => total + (drawnValue(cell) ?? 0), 0);
  const whole = wholeOf(input);
  return {
    id: `composition:${kind}:${answer.subject.code}:${split}`,
    title: text.compositionTitle(scopeOf(context), subjectOf(answer, context)),
    subtitle: [subtitleOf(answer, context, { bucket, total: true }), splitWord(split, context)]
      .filter(Boolean)
      .join(' · '),
    unit: rowsUnit(rows, input, context),
    notes: [
      ...(divisible ? [] : [text.reason['rate-not-additive']]),
      ...(negative.length > 0 ? [text.noteNegative(shortList(negative, 4, text))] : []),
      ...composeNotes({ answer, split, shown: rows, inTime: false, whole }, context),
    ],
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) => {
      const drawing = { parts, sum, whole, split, theme, frame, context };
      return kind === 'donut' ? donutOption(drawing) : treemapOption(drawing);
    },
    table: rowsTable(rows, input, context, {
      column: text.share,
      text: (row) => {
        const part = parts.includes(row);
        return {
          text: part ? shareText(row, sum, context) : '',
          value: part ? (drawnValue(row.cell) ?? 0) / sum : null,
          ratio: true,
        };
      },
    }),
    native: kind === 'donut' ? nativeParts({ parts, sum, whole }, input, context) : null,
    // In a treemap the whole is the first item of data.
    addressOf: (seriesIndex, dataIndex) =>
      seriesIndex === 0 ? rowAddress(parts[kind === 'treemap' ? dataIndex - 1 : dataIndex], input) : null,
    empty: parts.length === 0,
    group: kind === 'donut' ? 'parts' : 'treemap',
    fileStem: fileStemOf(answer, context, { what: text.composition, bucket, total: true }),
  };
}
