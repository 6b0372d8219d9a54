import { cellText, drawnValue } from './cell';
import { seriesColour } from './colours';
import type { FigureContext } from './context';
import { nativePoint, type NativeChart, type NativeSeries } from './nativeChart';
import { shareText, type PartsDrawing } from './partsDrawing';
import { drawnCells, rowsMax, type Row, type RowsInput } from './rows';
import { axisScale, axisUnit } from './unit';

/** Scale and unit of one axis for all rows. */
function scaled(rows: readonly Row[], input: RowsInput, context: FigureContext) {
  const max = rowsMax(rows);
  const drawn = { subject: input.answer.subject, cells: drawnCells(rows) };
  return { scale: axisScale(drawn, max, context), unit: axisUnit(drawn, max, context) };
}

/** Horizontal bars; a row without a value says why beside its name, and targets stand as bars of their own. */
export function nativeRows(rows: readonly Row[], input: RowsInput, context: FigureContext): NativeChart | null {
  const { answer, split } = input;
  const { text, names, areas } = context;
  if (rows.every(({ cell }) => drawnValue(cell) === null)) return null;
  const name = names.subject(answer.subject.code);
  const actual: NativeSeries = {
    name,
    status: 'actual',
    colour: (theme) => theme.accent,
    points: rows.map(({ key, cell }) => ({
      ...nativePoint(cell, context),
      ...(split === 'category' ? { colour: (theme) => seriesColour(key, split, areas, theme) } : {}),
    })),
  };
  const target: NativeSeries = {
    name: text.targetOf(name),
    status: 'target',
    colour: (theme) => theme.textMuted,
    points: rows.map((row) => nativePoint(row.target ?? undefined, context)),
  };
  return {
    kind: 'rows',
    categories: rows.map(({ name: place, cell }) =>
      drawnValue(cell) === null ? place + text.details([cellText(cell, context, { style: 'compact' })]) : place,
    ),
    series: rows.some((row) => row.target !== null) ? [actual, target] : [actual],
    ...scaled(rows, input, context),
  };
}

/** Parts of a whole, with their list in words. */
export function nativeParts(
  { parts, sum, whole }: Pick<PartsDrawing, 'parts' | 'sum' | 'whole'>,
  input: RowsInput,
  context: FigureContext,
): NativeChart | null {
  if (parts.length === 0) return null;
  const { answer, split } = input;
  return {
    kind: 'pie',
    categories: parts.map(({ name }) => name),
    series: [
      {
        name: context.names.subject(answer.subject.code),
        status: 'actual',
        colour: (theme) => theme.accent,
        points: parts.map(({ key, cell }) => ({
          ...nativePoint(cell, context),
          colour: (theme) => seriesColour(key, split, context.areas, theme),
        })),
      },
    ],
    list: {
      parts: parts.map((row) => ({
        name: row.name,
        value: cellText(row.cell, context, { style: 'compact', unit: false }),
        share: shareText(row, sum, context),
      })),
      whole: cellText(whole, context, { style: 'compact', unit: false }),
    },
    ...scaled(parts, input, context),
  };
}
