import { amounts, wholes } from './column';
import { isSafe } from './exactAmount';
import type { FlowSheet } from './flowSheet';

/** A sheet of some places that no other part has cells of; `first` begins with the first of them. */
interface SheetPart {
  sheet: FlowSheet;
  /** Number of its first place with cells. */
  from: number;
}

/** Takes from a sheet what only says that most places have no cells. */
export function sheetPart(sheet: FlowSheet): SheetPart {
  const { first } = sheet;
  const total = first.at(-1) ?? 0;
  let [from, to] = [0, first.length - 1];
  while (from < to && first[from + 1] === 0) from++;
  while (to > from && first[to - 1] === total) to--;
  return { sheet: { ...sheet, first: first.slice(from, to + 1) }, from };
}

/** A stretch of cells of one part: of places that follow each other. */
interface Stretch {
  sheet: FlowSheet;
  from: number;
  to: number;
}

function stretchesOf(
  parts: readonly SheetPart[],
  places: number,
): { first: Uint32Array<ArrayBuffer>; stretches: Stretch[] } {
  const owner: (SheetPart | undefined)[] = [];
  for (const part of parts) {
    const { first } = part.sheet;
    for (let i = 0; i + 1 < first.length; i++) if (first[i + 1] !== first[i]) owner[part.from + i] = part;
  }
  const first = new Uint32Array(places + 1);
  const stretches: Stretch[] = [];
  let count = 0;
  for (let place = 0; place < places; place++) {
    const part = owner[place];
    if (part) {
      const i = place - part.from;
      const [from, to] = [part.sheet.first[i] ?? 0, part.sheet.first[i + 1] ?? 0];
      const last = stretches.at(-1);
      if (last?.sheet === part.sheet && last.to === from) last.to = to;
      else stretches.push({ sheet: part.sheet, from, to });
      count += to - from;
    }
    first[place + 1] = count;
  }
  return { first, stretches };
}

type NumberColumn = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

/** A column of all stretches, one after another: as wide as the widest, since that holds a number that asks for it. */
function gathered<T extends NumberColumn>(
  stretches: readonly Stretch[],
  count: number,
  columnOf: (sheet: FlowSheet) => T,
): T {
  const columns = stretches.map(({ sheet }) => columnOf(sheet));
  const widest = columns.reduce((a, b) => (b.BYTES_PER_ELEMENT > a.BYTES_PER_ELEMENT ? b : a));
  const whole = new (widest.constructor as new (length: number) => T)(count);
  let to = 0;
  stretches.forEach(({ from, to: end }, i) => {
    whole.set(columns[i]?.subarray(from, end) ?? [], to);
    to += end - from;
  });
  return whole;
}

function amountsOf(stretches: readonly Stretch[], count: number): Pick<FlowSheet, 'shift' | 'big' | 'amount'> {
  const shift = stretches.reduce((most, { sheet }) => Math.max(most, sheet.shift), 0);
  if (stretches.every(({ sheet }) => sheet.big === null)) {
    const amount = new Float64Array(count);
    let at = 0;
    for (const { sheet, from, to } of stretches) {
      const power = 10 ** (shift - sheet.shift);
      for (let i = from; i < to; i++) amount[at++] = (sheet.amount[i] as number) * power;
    }
    const size = amount.reduce((sum, one) => sum + Math.abs(one), 0);
    if (isSafe(size, shift)) return { shift, big: null, amount: amounts(count, (i) => amount[i] as number) };
  }
  const big = stretches.flatMap(({ sheet, from, to }) => {
    const power = 10n ** BigInt(shift - sheet.shift);
    const own = sheet.big?.slice(from, to) ?? Array.from(sheet.amount.subarray(from, to), BigInt);
    return own.map((one) => one * power);
  });
  return { shift, big, amount: new Int32Array(count) };
}

function reportsOf(stretches: readonly Stretch[], count: number): Pick<FlowSheet, 'firstReport' | 'report'> {
  const firstReport = new Uint32Array(count + 1);
  let [at, total] = [0, 0];
  for (const { sheet, from, to } of stretches) {
    const start = sheet.firstReport[from] ?? 0;
    for (let cell = from; cell < to; cell++) firstReport[++at] = total + (sheet.firstReport[cell + 1] ?? 0) - start;
    total += (sheet.firstReport[to] ?? 0) - start;
  }
  const report = new Uint32Array(total);
  let to = 0;
  for (const { sheet, from, to: end } of stretches) {
    const own = sheet.report.subarray(sheet.firstReport[from], sheet.firstReport[end]);
    report.set(own, to);
    to += own.length;
  }
  return { firstReport, report: wholes(total, (i) => report[i] as number) };
}

/**
 * Puts sheets of one subject and granularity together that have cells of different places; equal to the sheet that all
 * their observations would have made. `spans` are those of the last, which has the others'.
 */
export function joinSheets(parts: readonly SheetPart[], spans: string[], places: number): FlowSheet {
  const { first, stretches } = stretchesOf(parts, places);
  const count = first.at(-1) ?? 0;
  const column = <T extends NumberColumn>(columnOf: (sheet: FlowSheet) => T) => gathered(stretches, count, columnOf);
  const { subject = '', granularity = null } = parts[0]?.sheet ?? {};
  return {
    ...{ subject, granularity, spans, first },
    bucket: column((sheet) => sheet.bucket),
    category: column((sheet) => sheet.category),
    counted: column((sheet) => sheet.counted),
    told: column((sheet) => sheet.told),
    unit: column((sheet) => sheet.unit),
    qualifier: column((sheet) => sheet.qualifier),
    speaker: column((sheet) => sheet.speaker),
    months: column((sheet) => sheet.months),
    ...amountsOf(stretches, count),
    ...reportsOf(stretches, count),
  };
}
