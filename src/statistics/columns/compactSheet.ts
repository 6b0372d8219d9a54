import type { FlowSheet } from './flowSheet';

/** A sheet without the cells that are of no place any more, those of places one after another, and without sums. */
export function compactSheet(sheet: FlowSheet): FlowSheet {
  const { end, firstReport, report } = sheet;
  const first = new Uint32Array(end.length + 1);
  const cells: number[] = [];
  end.forEach((last, place) => {
    for (let cell = sheet.first[place] ?? 0; cell < last; cell++) cells.push(cell);
    first[place + 1] = cells.length;
  });
  const reports: number[] = [];
  const firstOf = new Uint32Array(cells.length + 1);
  cells.forEach((cell, at) => {
    for (let i = firstReport[cell] ?? 0; i < (firstReport[cell + 1] ?? 0); i++) reports.push(report[i] ?? 0);
    firstOf[at + 1] = reports.length;
  });
  const of = (column: ArrayLike<number>) => (cell: number) => column[cell] as number;
  const { big } = sheet;
  return {
    ...sheet,
    first,
    end: first.subarray(1),
    big: big && cells.map((cell) => big[cell] ?? 0n),
    bucket: Int32Array.from(cells, of(sheet.bucket)),
    category: Uint8Array.from(cells, of(sheet.category)),
    amount: Float64Array.from(cells, of(sheet.amount)),
    counted: Uint32Array.from(cells, of(sheet.counted)),
    told: Int32Array.from(cells, of(sheet.told)),
    unit: Int32Array.from(cells, of(sheet.unit)),
    qualifier: Int8Array.from(cells, of(sheet.qualifier)),
    speaker: Int32Array.from(cells, of(sheet.speaker)),
    months: Uint16Array.from(cells, of(sheet.months)),
    firstReport: firstOf,
    report: Uint32Array.from(reports),
    rolled: null,
  };
}
