import { narrowAmounts, roomFor, wholes, type Amounts, type Signed, type Whole } from './column';
import { isSafe } from './exactAmount';
import { firstFrom } from './firstFrom';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

/** What a change of reports makes of one sheet. */
export interface SheetPatch {
  /** Buckets that were decided anew at the places of the change, by the numbers of `cells`. */
  buckets: Int32Array<ArrayBuffer>;
  /** What counts there now; what is told more (below 0, fewer) than before. Its `first` is by the places of the change. */
  cells: FlowSheet;
}

/** A cell by itself. */
interface Cell {
  bucket: number;
  category: number;
  amount: bigint;
  counted: number;
  told: number;
  unit: number;
  qualifier: number;
  speaker: number;
  months: number;
  reports: readonly number[];
}

const at = (column: ArrayLike<number>, index: number) => column[index] as number;

/** Some cells, amounts shifted by `shift` digits. */
function cellsIn(sheet: FlowSheet, from: number, to: number, shift: number): Cell[] {
  const power = 10n ** BigInt(shift - sheet.shift);
  const { firstReport, report } = sheet;
  const cells: Cell[] = [];
  for (let cell = from; cell < to; cell++) {
    cells.push({
      bucket: at(sheet.bucket, cell),
      category: at(sheet.category, cell),
      amount: (sheet.big?.[cell] ?? BigInt(at(sheet.amount, cell))) * power,
      counted: at(sheet.counted, cell),
      told: at(sheet.told, cell),
      unit: at(sheet.unit, cell),
      qualifier: at(sheet.qualifier, cell),
      speaker: at(sheet.speaker, cell),
      months: at(sheet.months, cell),
      reports: [...report.subarray(firstReport[cell], firstReport[cell + 1])],
    });
  }
  return cells;
}

const uncounted = {
  amount: 0n,
  counted: 0,
  unit: nothing,
  qualifier: -1,
  speaker: -1,
  months: 0,
  reports: [],
} as const;

function together(a: Cell | undefined, b: Cell): Cell {
  if (!a) return b;
  return {
    bucket: b.bucket,
    category: b.category,
    amount: a.amount + b.amount,
    counted: a.counted + b.counted,
    told: a.told + b.told,
    unit: combineUnits(a.unit, b.unit),
    qualifier: combineIndexes(a.qualifier, b.qualifier),
    speaker: b.counted > 0 ? b.speaker : a.speaker,
    months: a.months | b.months,
    reports: [...a.reports, ...b.reports],
  };
}

/** The cells of one place and bucket after the patch, in order. */
function patched(old: readonly Cell[], added: readonly Cell[], isRedone: boolean): Cell[] {
  const cells = new Map<number, Cell>();
  const put = (cell: Cell) => cells.set(cell.category, together(cells.get(cell.category), cell));
  for (const cell of old) put(isRedone ? { ...cell, ...uncounted } : cell);
  added.forEach(put);
  return [...cells.values()]
    .filter(({ counted, told }) => counted > 0 || told !== 0)
    .sort((a, b) => a.category - b.category);
}

/** A patch whose buckets have the numbers of a sheet: without granularity each numbers them in its own way. */
function numberedAs({ granularity, spans: known }: FlowSheet, { buckets, cells }: SheetPatch): SheetPatch {
  if (granularity !== null) return { buckets, cells };
  const numbers = new Map(known.map((id, number) => [id, number]));
  for (const id of cells.spans) if (!numbers.has(id)) numbers.set(id, numbers.size);
  const numberOf = (bucket: number) => numbers.get(cells.spans[bucket] ?? '') ?? 0;
  const bucket = wholes(cells.bucket.length, (cell) => numberOf(cells.bucket[cell] as number));
  return { buckets: buckets.map(numberOf), cells: { ...cells, spans: [...numbers.keys()], bucket } };
}

/** A stretch of cells that stay, or the new ones of a place and bucket. */
type Piece = { from: number; to: number } | { cells: readonly Cell[] };

/**
 * Lays a patch over a sheet: what was decided anew at `places`, which rise, replaces what counted, what is told is added.
 * Output: a sheet equal to the one that all observations would make; the given one stays as it is.
 */
export function patchSheet(
  sheet: FlowSheet | null,
  patch: SheetPatch,
  places: Uint32Array,
  placeCount: number,
): FlowSheet {
  const { buckets, cells } = sheet ? numberedAs(sheet, patch) : patch;
  const old = sheet ?? { ...cells, bucket: new Uint16Array(), first: new Uint32Array(), big: null };
  const shift = Math.max(old.shift, cells.shift);
  const startOf = (place: number) => old.first[place] ?? old.bucket.length;
  const redone = new Set(buckets);
  const pieces: Piece[] = [];
  const first = new Uint32Array(placeCount + 1);
  let [from, moved, next] = [0, 0, 0];
  const moveUpTo = (end: number) => {
    for (; next < end; next++) first[next] = startOf(next) + moved;
  };
  places.forEach((place, i) => {
    moveUpTo(place + 1);
    const added = cellsIn(cells, cells.first[i] ?? 0, cells.first[i + 1] ?? 0, shift);
    const touched = new Set([...redone, ...added.map(({ bucket }) => bucket)]);
    for (const bucket of [...touched].sort((a, b) => a - b)) {
      const begins = firstFrom(old.bucket, startOf(place), startOf(place + 1), bucket);
      const ends = firstFrom(old.bucket, begins, startOf(place + 1), bucket + 1);
      const mine = added.filter((cell) => cell.bucket === bucket);
      const list = patched(cellsIn(old, begins, ends, shift), mine, redone.has(bucket));
      pieces.push({ from, to: begins }, { cells: list });
      from = ends;
      moved += list.length - (ends - begins);
    }
  });
  moveUpTo(first.length);
  pieces.push({ from, to: old.bucket.length });
  return assembled(old, { first, pieces, shift, spans: cells.spans });
}

type Column = Whole | Signed | Amounts | Uint8Array | Int8Array;

/** Fills a column with pieces of another. */
function pieced<T extends Column>(pieces: readonly Piece[], from: Column, name: keyof Cell, made: T): T {
  let at = 0;
  for (const piece of pieces) {
    if ('cells' in piece) for (const cell of piece.cells) made[at++] = Number(cell[name]);
    else {
      made.set(from.subarray(piece.from, piece.to), at);
      at += piece.to - piece.from;
    }
  }
  return made;
}

function assembled(
  old: FlowSheet,
  {
    first,
    pieces,
    shift,
    spans,
  }: { first: FlowSheet['first']; pieces: readonly Piece[]; shift: number; spans: string[] },
): FlowSheet {
  const count = first.at(-1) ?? 0;
  const added = pieces.flatMap((piece) => ('cells' in piece ? piece.cells : []));
  const fitting = <T extends Whole | Signed>(from: T, name: keyof Cell): T => {
    const more = added.map((cell) => Number(cell[name]));
    return pieced(pieces, from, name, roomFor(from, more, count));
  };
  return {
    subject: old.subject,
    granularity: old.granularity,
    spans,
    first,
    bucket: fitting(old.bucket, 'bucket'),
    category: pieced(pieces, old.category, 'category', new Uint8Array(count)),
    counted: fitting(old.counted, 'counted'),
    told: fitting(old.told, 'told'),
    unit: fitting(old.unit, 'unit'),
    qualifier: pieced(pieces, old.qualifier, 'qualifier', new Int8Array(count)),
    speaker: fitting(old.speaker, 'speaker'),
    months: pieced(pieces, old.months, 'months', new Uint16Array(count)),
    ...amountsOf(old, { pieces, added, shift, count }),
    ...reports(old, pieces, count),
  };
}

const mostNarrow = 2 ** 31;
const isNarrow = (amount: bigint) => BigInt.asIntN(32, amount) === amount;

function amountsOf(
  old: FlowSheet,
  { pieces, added, shift, count }: { pieces: readonly Piece[]; added: readonly Cell[]; shift: number; count: number },
) {
  const isAsBefore = old.big === null && shift === old.shift && old.amount instanceof Int32Array;
  // Mostly all is narrow and cannot make too big a sum: then no amount need be looked at.
  if (isAsBefore && isSafe(count * mostNarrow, shift) && added.every(({ amount }) => isNarrow(amount)))
    return { shift, big: null, amount: pieced(pieces, old.amount, 'amount', new Int32Array(count)) };
  const power = 10 ** (shift - old.shift);
  const scaled = power === 1 ? old.amount : Float64Array.from(old.amount, (one) => one * power);
  const amount = pieced(pieces, scaled, 'amount', new Float64Array(count));
  const size = amount.reduce((sum, one) => sum + Math.abs(one), 0);
  if (old.big === null && isSafe(size, shift)) return { shift, big: null, amount: narrowAmounts(amount) };
  const big = pieces.flatMap((piece) => {
    if ('cells' in piece) return piece.cells.map((cell) => cell.amount);
    const kept = old.big ?? Array.from(old.amount, BigInt);
    return kept.slice(piece.from, piece.to).map((one) => one * 10n ** BigInt(shift - old.shift));
  });
  return { shift, big, amount: new Int32Array(count) };
}

function reports(old: FlowSheet, pieces: readonly Piece[], count: number) {
  const firstReport = new Uint32Array(count + 1);
  const lists: (readonly number[] | Whole)[] = [];
  let [at, total] = [0, 0];
  for (const piece of pieces) {
    if ('cells' in piece) {
      for (const cell of piece.cells) {
        lists.push(cell.reports);
        total += cell.reports.length;
        firstReport[++at] = total;
      }
      continue;
    }
    const start = old.firstReport[piece.from] as number;
    const moved = total - start;
    firstReport.set(old.firstReport.subarray(piece.from + 1, piece.to + 1), at + 1);
    const first = at + 1;
    at += piece.to - piece.from;
    if (moved !== 0)
      for (let cell = first; cell <= at; cell++) firstReport[cell] = (firstReport[cell] as number) + moved;
    lists.push(old.report.subarray(start, old.firstReport[piece.to]));
    total += (old.firstReport[piece.to] as number) - start;
  }
  const more = pieces.flatMap((piece) => ('cells' in piece ? piece.cells.flatMap((cell) => cell.reports) : []));
  const report = roomFor(old.report, more, total);
  let to = 0;
  for (const list of lists) {
    report.set(list, to);
    to += list.length;
  }
  return { firstReport, report };
}
