import { narrowAmounts, roomFor, wholes, type Signed, type Whole } from './column';
import { isSafe } from './exactAmount';
import { combineUnits, nothing, type FlowSheet } from './flowSheet';
import { combineIndexes } from './tally';

/** What a change of reports makes of one sheet. */
export interface SheetPatch {
  /** Buckets that were decided anew at the places of the change, by the numbers of `cells`. */
  buckets: Int32Array<ArrayBuffer>;
  /** What counts there now; what is told more (below 0, fewer) than before. */
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

/** The cells of a place, amounts shifted by `shift` digits. */
function* cellsOf(sheet: FlowSheet, place: number, shift: number): Generator<Cell> {
  const power = 10n ** BigInt(shift - sheet.shift);
  const { first, firstReport, report } = sheet;
  for (let cell = first[place] ?? 0; cell < (first[place + 1] ?? 0); cell++) {
    yield {
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
    };
  }
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

/** The cells of one place after the patch, in order. */
function patched(old: readonly Cell[], added: readonly Cell[], isRedone: (bucket: number) => boolean): Cell[] {
  const cells = new Map<string, Cell>();
  const put = (cell: Cell) => {
    const key = `${String(cell.bucket)}|${String(cell.category)}`;
    cells.set(key, together(cells.get(key), cell));
  };
  for (const cell of old) put(isRedone(cell.bucket) ? { ...cell, ...uncounted } : cell);
  added.forEach(put);
  return [...cells.values()]
    .filter(({ counted, told }) => counted > 0 || told !== 0)
    .sort((a, b) => a.bucket - b.bucket || a.category - b.category);
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

/** A stretch of cells that stay, or the new ones of a place. */
type Piece = { from: number; to: number } | { cells: readonly Cell[] };

/**
 * Lays a patch over a sheet: what was decided anew at `places` replaces what counted, what is told is added.
 * Output: a sheet equal to the one that all observations would make; the given one stays as it is.
 */
export function patchSheet(
  sheet: FlowSheet | null,
  patch: SheetPatch,
  places: ReadonlySet<number>,
  placeCount: number,
): FlowSheet {
  const { buckets, cells } = sheet ? numberedAs(sheet, patch) : patch;
  const old = sheet ?? {
    ...cells,
    bucket: new Uint16Array(),
    first: new Uint32Array(placeCount + 1),
    big: null,
  };
  const shift = Math.max(old.shift, cells.shift);
  const redone = new Set(buckets);
  const pieces: Piece[] = [];
  const first = new Uint32Array(placeCount + 1);
  let count = 0;
  for (let place = 0; place < placeCount; place++) {
    const [from, to] = [old.first[place] ?? old.bucket.length, old.first[place + 1] ?? old.bucket.length];
    const isTouched = places.has(place) || (cells.first[place + 1] ?? 0) > (cells.first[place] ?? 0);
    if (isTouched) {
      const before = sheet ? [...cellsOf(old, place, shift)] : [];
      const isRedone = (bucket: number) => places.has(place) && redone.has(bucket);
      const list = patched(before, [...cellsOf(cells, place, shift)], isRedone);
      pieces.push({ cells: list });
      count += list.length;
    } else {
      const last = pieces.at(-1);
      if (last && 'to' in last && last.to === from) last.to = to;
      else if (to > from) pieces.push({ from, to });
      count += to - from;
    }
    first[place + 1] = count;
  }
  return assembled(old, { first, pieces, shift, spans: cells.spans });
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
  const column = <T extends Whole | Signed | Uint8Array | Int8Array>(from: T, name: keyof Cell, made: T): T => {
    let at = 0;
    for (const piece of pieces) {
      if ('cells' in piece) for (const cell of piece.cells) made[at++] = Number(cell[name]);
      else {
        made.set(from.subarray(piece.from, piece.to), at);
        at += piece.to - piece.from;
      }
    }
    return made;
  };
  const fitting = <T extends Whole | Signed>(from: T, name: keyof Cell): T => {
    const more = added.map((cell) => Number(cell[name]));
    return column(from, name, roomFor(from, more, count));
  };
  return {
    subject: old.subject,
    granularity: old.granularity,
    spans,
    first,
    bucket: fitting(old.bucket, 'bucket'),
    category: column(old.category, 'category', new Uint8Array(count)),
    counted: fitting(old.counted, 'counted'),
    told: fitting(old.told, 'told'),
    unit: fitting(old.unit, 'unit'),
    qualifier: column(old.qualifier, 'qualifier', new Int8Array(count)),
    speaker: fitting(old.speaker, 'speaker'),
    months: column(old.months, 'months', new Uint16Array(count)),
    ...amountsOf(old, pieces, shift, count),
    ...reports(old, pieces, count),
  };
}

function amountsOf(old: FlowSheet, pieces: readonly Piece[], shift: number, count: number) {
  const power = 10 ** (shift - old.shift);
  const amount = new Float64Array(count);
  let at = 0;
  for (const piece of pieces) {
    if ('cells' in piece) for (const cell of piece.cells) amount[at++] = Number(cell.amount);
    else {
      amount.set(old.amount.subarray(piece.from, piece.to), at);
      const from = at;
      at += piece.to - piece.from;
      if (power !== 1) for (let cell = from; cell < at; cell++) amount[cell] = (amount[cell] as number) * power;
    }
  }
  let size = 0;
  for (let cell = 0; cell < count; cell++) size += Math.abs(amount[cell] as number);
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
    for (let cell = piece.from; cell < piece.to; cell++)
      firstReport[++at] = (old.firstReport[cell + 1] as number) + moved;
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
