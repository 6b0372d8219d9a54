import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

/** How amounts are kept: digits by which they are shifted, and whether numbers can hold them. */
export interface Form {
  shift: number;
  isBig: boolean;
}

/** Cells one after another, the columns as those of a sheet. */
export interface MergedCells {
  bucket: number[];
  category: number[];
  amount: number[];
  big: bigint[];
  counted: number[];
  told: number[];
  unit: number[];
  qualifier: number[];
  speaker: number[];
  months: number[];
  /** By cell: how many reports come before its end. */
  endReport: number[];
  report: number[];
}

/** Makes new cells out of those of sheets, one at a time. */
export interface CellMerger {
  made: MergedCells;
  /** Opens a cell, in which nothing counts and nothing is told. */
  open: (bucket: number, category: number) => void;
  /** Adds what a cell says is told, and what counts there, to the open one. */
  tell: (sheet: FlowSheet, cell: number) => void;
  count: (sheet: FlowSheet, cell: number) => void;
  /** Ends the cell; it is dropped where it says nothing. */
  close: () => void;
}

const columns = (): MergedCells => ({
  ...{ bucket: [], category: [], amount: [], big: [], counted: [], told: [] },
  ...{ unit: [], qualifier: [], speaker: [], months: [], endReport: [], report: [] },
});

/** Starts making cells of a form, into which amounts are brought. */
export function cellMerger({ shift, isBig }: Form): CellMerger {
  const made = columns();
  const all = [made.bucket, made.category, made.amount, made.counted, made.told, made.months];
  let at = -1;
  return {
    made,
    open: (bucket, category) => {
      at = made.bucket.push(bucket) - 1;
      made.category.push(category);
      for (const column of [made.amount, made.counted, made.told, made.months]) column.push(0);
      for (const column of [made.qualifier, made.speaker]) column.push(-1);
      made.unit.push(nothing);
      if (isBig) made.big.push(0n);
    },
    tell: ({ told }, cell) => {
      made.told[at] = (made.told[at] as number) + (told[cell] as number);
    },
    count: (sheet, cell) => {
      const counted = sheet.counted[cell] as number;
      if (counted === 0) return;
      made.counted[at] = (made.counted[at] as number) + counted;
      if (isBig) made.big[at] = (made.big[at] as bigint) + bigAmount(sheet, cell, shift);
      else made.amount[at] = (made.amount[at] as number) + (sheet.amount[cell] as number) * 10 ** (shift - sheet.shift);
      made.unit[at] = combineUnits(made.unit[at] as number, sheet.unit[cell] as number);
      made.qualifier[at] = combineIndexes(made.qualifier[at] as number, sheet.qualifier[cell] as number);
      made.speaker[at] = sheet.speaker[cell] as number;
      made.months[at] = (made.months[at] as number) | (sheet.months[cell] as number);
      const end = sheet.firstReport[cell + 1] as number;
      for (let i = sheet.firstReport[cell] as number; i < end; i++) made.report.push(sheet.report[i] as number);
    },
    close: () => {
      if (made.counted[at] === 0 && made.told[at] === 0) {
        for (const column of [...all, made.qualifier, made.speaker, made.unit]) column.pop();
        if (isBig) made.big.pop();
      } else made.endReport.push(made.report.length);
    },
  };
}

/** The amount of a cell, exactly, shifted by so many digits. */
export function bigAmount({ big, amount, shift: own }: FlowSheet, cell: number, shift: number): bigint {
  return (big?.[cell] ?? BigInt(amount[cell] as number)) * 10n ** BigInt(shift - own);
}
