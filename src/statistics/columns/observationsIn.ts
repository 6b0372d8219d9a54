import type { Observation } from '../../model/observation';
import { usualId, type CodedField, type RowColumns } from './rowColumns';

/** Rows from one to before another. */
export interface RowRange {
  from: number;
  to: number;
}

/** Where each report's rows are, in columns in which they stand together. */
export function rowsOfReports({ count, coded: { reportId } }: RowColumns): Map<string, RowRange> {
  const ranges = new Map<string, RowRange>();
  for (let from = 0; from < count;) {
    const id = reportId.values[reportId.codes[from] as number] ?? '';
    let to = from + 1;
    while (to < count && reportId.values[reportId.codes[to] as number] === id) to++;
    ranges.set(id, { from, to });
    from = to;
  }
  return ranges;
}

/** The texts of a field by row, each made into a value once. */
function reader<T>({ coded }: RowColumns, field: CodedField, make: (text: string) => T): (row: number) => T {
  const { values, codes } = coded[field];
  const made: T[] = [];
  return (row) => {
    const code = codes[row] as number;
    return (made[code] ??= make(values[code] ?? ''));
  };
}

/** The observations of some rows, each a fresh object: as `observationAt`, for many at once. */
export function observationsIn(columns: RowColumns, { from, to }: RowRange): Observation[] {
  const text = (field: CodedField) => reader(columns, field, (value) => value);
  const [reportId, doc, surface, label] = [text('reportId'), text('doc'), text('surface'), text('label')];
  const [unit, refArea, section] = [text('unit'), text('refArea'), text('section')];
  const as = <F extends 'qualifier' | 'measure' | 'category' | 'kind' | 'status' | 'review'>(field: F) =>
    reader(columns, field, (value) => value as Observation[F]);
  const [qualifier, measure, category] = [as('qualifier'), as('measure'), as('category')];
  const [kind, status, review] = [as('kind'), as('status'), as('review')];
  const period = reader(columns, 'period', (value) => value.split('/'));
  const [partOf, indicator] = [text('partOf'), text('indicator')];
  const implied = reader(columns, 'implied', (value) => value.split(',').filter(Boolean));
  const confidence = reader(columns, 'confidence', Number);
  const observations: Observation[] = [];
  for (let row = from; row < to; row++) {
    const start = columns.start[row] as number;
    const report = reportId(row);
    const [periodStart = '', periodEnd = ''] = period(row);
    observations.push({
      id: columns.ids.get(row) ?? usualId(report, start),
      reportId: report,
      doc: doc(row),
      start,
      end: columns.end[row] as number,
      surface: surface(row),
      label: label(row),
      value: columns.value[row] as number,
      unit: unit(row),
      qualifier: qualifier(row),
      measure: measure(row),
      category: category(row),
      refArea: refArea(row),
      periodStart: periodStart || null,
      periodEnd: periodEnd || null,
      kind: kind(row),
      status: status(row),
      partOf: partOf(row) || null,
      indicator: indicator(row) || null,
      section: section(row),
      confidence: confidence(row),
      review: review(row),
      implied: [...implied(row)],
    });
  }
  return observations;
}
