import { bigAmount, cellMerger, type CellMerger, type Form } from './cellMerger';
import { continued } from './continued';
import { isSafe } from './exactAmount';
import type { FlowSheet } from './flowSheet';

/** What a change of reports makes of one sheet. */
export interface SheetPatch {
  /** Buckets that were decided anew at the places of the change, by the numbers of `cells`. */
  buckets: Int32Array<ArrayBuffer>;
  /** What counts there now; what is told more (below 0, fewer) than before. */
  cells: FlowSheet;
}

const categories = 16;

/** The sheet of which nothing has been said yet. */
const emptySheet = ({ subject, granularity, shift }: FlowSheet): FlowSheet => ({
  ...{ subject, granularity, shift, spans: [], big: null, size: 0, rolled: null },
  ...{ first: new Uint32Array(), end: new Uint32Array(), bucket: new Int32Array(), category: new Uint8Array() },
  ...{ amount: new Float64Array(), counted: new Uint32Array(), told: new Int32Array(), unit: new Int32Array() },
  ...{ qualifier: new Int8Array(), speaker: new Int32Array(), months: new Uint16Array() },
  ...{ firstReport: new Uint32Array(1), report: new Uint32Array() },
});

/**
 * Lays a patch over a sheet: what was decided anew at `places` replaces what counted, what is told is added.
 * Output: a sheet that says what the one that all observations would make says; the given one stays as it is. Cells of
 * places that nothing has changed at are shared by both, those of the others come after all that were.
 */
export function patchSheet(
  sheet: FlowSheet | null,
  { buckets, cells }: SheetPatch,
  places: ReadonlySet<number>,
  placeCount: number,
): FlowSheet {
  const old = sheet ?? emptySheet(cells);
  const { spans, numberOf } = joinSpans(old, cells);
  const form = formOf(old, cells);
  const merger = cellMerger(form);
  const redone = new Set(Array.from(buckets, numberOf));
  const [first, end] = [new Uint32Array(placeCount), new Uint32Array(placeCount)];
  first.set(old.first.subarray(0, old.end.length));
  end.set(old.end);
  const offset = old.bucket.length;
  for (let place = 0; place < placeCount; place++) {
    const isTouched = places.has(place);
    const added = addedAt(cells, place, numberOf);
    if (!isTouched && added.length === 0) continue;
    const range = [first[place] as number, end[place] as number] as const;
    if (added.length === 0 && !holdsAny(old, range, redone)) continue;
    first[place] = offset + merger.made.bucket.length;
    mergePlace(merger, { old, cells, range, added, isRedone: (bucket) => isTouched && redone.has(bucket) });
    end[place] = offset + merger.made.bucket.length;
  }
  const made = appended(old, merger, form);
  const isSameForm = old.shift === form.shift && (old.big !== null) === form.isBig;
  return { ...old, ...made, spans, first, end, rolled: isSameForm ? old.rolled : null };
}

/** Buckets of a sheet without granularity are numbered by each in its own way. */
function joinSpans(old: FlowSheet, cells: FlowSheet): { spans: string[]; numberOf: (bucket: number) => number } {
  if (cells.granularity !== null) return { spans: [], numberOf: (bucket) => bucket };
  const numbers = new Map(old.spans.map((id, number) => [id, number]));
  for (const id of cells.spans) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return { spans: [...numbers.keys()], numberOf: (bucket) => numbers.get(cells.spans[bucket] ?? '') ?? -1 };
}

function formOf(old: FlowSheet, cells: FlowSheet): Form {
  const shift = Math.max(old.shift, cells.shift);
  const size = [old, cells].reduce((sum, one) => sum + one.size * 10 ** (shift - one.shift), 0);
  return { shift, isBig: old.big !== null || cells.big !== null || !isSafe(size, shift) };
}

/** A cell of the patch, where it goes. */
interface Added {
  cell: number;
  bucket: number;
}

function addedAt({ first, end, bucket, category }: FlowSheet, place: number, numberOf: (bucket: number) => number) {
  const added: Added[] = [];
  for (let cell = first[place] ?? 0; cell < (end[place] ?? 0); cell++)
    added.push({ cell, bucket: numberOf(bucket[cell] as number) });
  return added.sort((a, b) => a.bucket - b.bucket || (category[a.cell] as number) - (category[b.cell] as number));
}

function holdsAny({ bucket }: FlowSheet, [from, to]: readonly [number, number], wanted: ReadonlySet<number>): boolean {
  for (let cell = from; cell < to; cell++) if (wanted.has(bucket[cell] as number)) return true;
  return false;
}

interface PlaceChange {
  old: FlowSheet;
  cells: FlowSheet;
  /** Cells of the place as it was. */
  range: readonly [number, number];
  added: readonly Added[];
  isRedone: (bucket: number) => boolean;
}

/** Makes the cells of one place after the patch, in order. */
function mergePlace(merger: CellMerger, { old, cells, range: [from, to], added, isRedone }: PlaceChange): void {
  const keyOfOld = (cell: number) =>
    cell < to ? (old.bucket[cell] as number) * categories + (old.category[cell] as number) : Infinity;
  const keyOfNew = (at: number) => {
    const one = added[at];
    return one ? one.bucket * categories + (cells.category[one.cell] as number) : Infinity;
  };
  let [cell, at] = [from, 0];
  for (;;) {
    const [mine, theirs] = [keyOfOld(cell), keyOfNew(at)];
    const key = Math.min(mine, theirs);
    if (key === Infinity) return;
    merger.open(Math.floor(key / categories), key % categories);
    if (mine === key) {
      merger.tell(old, cell);
      if (!isRedone(old.bucket[cell] as number)) merger.count(old, cell);
      cell++;
    }
    if (theirs === key) {
      const { cell: number = 0 } = added[at] ?? {};
      merger.tell(cells, number);
      merger.count(cells, number);
      at++;
    }
    merger.close();
  }
}

/** The columns of a sheet with new cells behind them. */
function appended(old: FlowSheet, { made }: CellMerger, { shift, isBig }: Form) {
  const power = 10 ** (shift - old.shift);
  const kept = power === 1 || isBig ? old.amount : old.amount.map((one) => one * power);
  const size = made.amount.reduce((sum, one) => sum + Math.abs(one), old.size * power);
  const reports = old.report.length;
  const bigOfOld = () => Array.from(old.amount, (_, cell) => bigAmount(old, cell, shift));
  return {
    shift,
    size,
    big: isBig ? [...bigOfOld(), ...made.big] : null,
    amount: continued(kept, made.amount),
    bucket: continued(old.bucket, made.bucket),
    category: continued(old.category, made.category),
    counted: continued(old.counted, made.counted),
    told: continued(old.told, made.told),
    unit: continued(old.unit, made.unit),
    qualifier: continued(old.qualifier, made.qualifier),
    speaker: continued(old.speaker, made.speaker),
    months: continued(old.months, made.months),
    firstReport: continued(
      old.firstReport,
      made.endReport.map((end) => reports + end),
    ),
    report: continued(old.report, made.report),
  };
}
