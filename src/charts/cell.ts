import { formatValue, qualifierWords } from '../statistics/format';
import { unitName } from '../statistics/unitName';
import type { Cell, CellAddress, SeriesResult, Split } from '../statistics/query';
import type { Status } from '../model/observation';
import type { FigureContext } from './context';
import type { CellFacts, TableCell } from './figure';

/** The number of a cell that can be drawn; null for every kind of absence. */
export function drawnValue(cell: Cell | undefined): number | null {
  if (cell?.state !== 'value' || cell.value === null || !Number.isFinite(cell.value)) return null;
  return cell.value;
}

/** Whether a drawn number is only about right: the report printed 约, 近, 多, 以上 or the like. */
export function isApproximate(cell: Cell): boolean {
  return cell.state === 'value' && cell.qualifier !== 'exact';
}

/** Whether reports cover only some months of the bucket. A stock stands at a day and is never incomplete. */
export function isIncomplete(cell: Cell): boolean {
  return (
    cell.state === 'value' && cell.asOf === null && cell.months.covered > 0 && cell.months.covered < cell.months.total
  );
}

/** Number with qualifier, without or with its unit; 未报, 未提及, or — where no number can be formed. */
export function cellText(
  cell: Cell,
  context: FigureContext,
  options: { style: 'compact' | 'exact'; unit?: boolean },
): string {
  if (cell.state === 'unreported') return context.text.unreported;
  if (cell.state === 'unmentioned') return context.text.unmentioned;
  const value = drawnValue(cell);
  if (value === null) return context.text.undefinedValue;
  return formatValue(value, {
    language: context.language,
    qualifier: cell.qualifier,
    style: options.style,
    ...(options.unit === false ? {} : { unit: cell.unit }),
  });
}

/** What a reader must know beside the number: months, reporting children, the day of a stock, why there is none. */
export function cellDetails(cell: Cell, { text }: FigureContext): string[] {
  const details: string[] = [];
  if (cell.state === 'value' && cell.reason !== null) details.push(text.reason[cell.reason]);
  if (cell.asOf !== null) details.push(text.standsAt(cell.asOf));
  if (isIncomplete(cell)) details.push(text.months(cell.months.covered, cell.months.total));
  if (cell.children !== null && cell.state === 'value')
    details.push(text.children(cell.children.reported, cell.children.total));
  return details;
}

/** Which cells of an answer a mark stands for. */
export interface MarkPlace {
  answer: SeriesResult;
  split: Split;
  key: string;
  status: Status;
  /** Empty for all buckets of the range. */
  buckets: string[];
}

/** Where a click on a cell leads; null when nothing stands behind it. */
export function cellAddress(cell: Cell | undefined, place: MarkPlace): CellAddress | null {
  if (!cell || (cell.state !== 'value' && cell.leftOut === 0)) return null;
  const { answer, split, key, status, buckets } = place;
  return { subject: answer.subject.code, key, split, status, buckets };
}

/** What a document says beside the number of a cell. */
function cellFacts(cell: Cell, context: FigureContext): CellFacts {
  const { text, language } = context;
  const absent = drawnValue(cell) === null;
  const words = absent ? [] : qualifierWords(cell.qualifier, language).map((word) => word.trim());
  return {
    unit: unitName(cell.unit, language),
    bare: cellText(cell, context, { style: 'exact', unit: false }),
    flags: [
      cell.state === 'unreported' ? text.unreported : '',
      cell.state === 'unmentioned' ? text.unmentioned : '',
      ...words,
      isIncomplete(cell) ? text.incomplete : '',
    ].filter(Boolean),
    details: cellDetails(cell, context),
  };
}

/** The cell as the table twin shows it: exact, with qualifier and unit. */
export function tableCell(cell: Cell, place: MarkPlace, context: FigureContext): TableCell {
  return {
    text: cellText(cell, context, { style: 'exact' }),
    value: drawnValue(cell),
    state: cell.state,
    source: cellAddress(cell, place),
    facts: cellFacts(cell, context),
  };
}
