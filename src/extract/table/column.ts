import type { View } from '../context/view';
import type { ReportText } from '../document';
import { scaleExponent } from '../number/chineseNumeral';
import { readUnit, type Unit } from '../number/unit';
import type { Line, Span } from '../text/structure';

/** What a column of a table says about its numbers. */
export type ColumnTime = 'report' | 'yearToDate' | 'lastYear';

const yearHeading = /^(20\d\d)年(?:度|末|底)?$/;

interface Cell {
  start: number;
  end: number;
  text: string;
}

const HEADER_REACH = 40;

/** Cells and headers are asked for once a number, but belong to the line. */
const cellsByLine = new WeakMap<Line, Cell[]>();
const headerByLine = new WeakMap<Line, Cell[]>();

function cellsOf(report: ReportText, line: Line): Cell[] {
  const known = cellsByLine.get(line);
  if (known) return known;
  const cells: Cell[] = [];
  let start = line.start;
  for (const text of report.text.slice(line.start, line.end).split('\t')) {
    cells.push({ start, end: start + text.length, text });
    start += text.length + 1;
  }
  cellsByLine.set(line, cells);
  return cells;
}

/** The row that names the columns: the nearest above without numbers of its own. */
function headerOf(view: View): Cell[] {
  const known = headerByLine.get(view.line);
  const header = known ?? findHeader(view);
  if (!known) headerByLine.set(view.line, header);
  return header;
}

function findHeader(view: View): Cell[] {
  const { lines } = view.report;
  for (let i = view.sentence.line - 1; i >= Math.max(0, view.sentence.line - HEADER_REACH); i--) {
    const line = lines[i];
    if (line?.kind !== 'row') return [];
    const cells = cellsOf(view.report, line);
    if (cells.length >= 2 && !cells.some((cell) => /\d/.test(cell.text) && !yearHeading.test(cell.text))) return cells;
  }
  return [];
}

/** A unit printed alone in a cell, or in brackets in a cell: 万元, 发放救助金（万元）. */
function unitIn(text: string): { unit: Unit; exponent: number } | null {
  const inner = /[（(]([^（）()]{1,5})[）)]$/.exec(text)?.[1] ?? /(?:人次|场次)$/.exec(text)?.[0] ?? text;
  const scale = /^[十百千万亿]{1,2}(?=.)/.exec(inner)?.[0] ?? '';
  const unit = readUnit(inner, scale.length);
  if (!unit || unit.end !== inner.length) return null;
  return { unit, exponent: scaleExponent(scale) };
}

/** Column of a number in a row, with its heading and the unit that the row or the heading prints; null outside tables. */
export interface TableCell {
  unit: Unit | null;
  exponent: number;
  time: ColumnTime;
  /** The year that the heading names; null where it names none. */
  year: number | null;
  /** Whether the cell holds the number alone. */
  alone: boolean;
  /** The first cell of a row is its serial number when another cell names the row. */
  isSerial: boolean;
  isComparison: boolean;
  /** 年度目标, 计划数: what was to be reached. */
  isTarget: boolean;
  /** Place of the column's heading in the clean text. */
  heading: Span | null;
}

/** Reads the cell that a number stands in; null when its line is no table row. Bounded work. */
export function tableCell(view: View): TableCell | null {
  if (view.line.kind !== 'row') return null;
  const cells = cellsOf(view.report, view.line);
  const index = cells.findIndex((cell) => view.quantity.start >= cell.start && view.quantity.start < cell.end);
  const cell = cells[index];
  if (!cell) return null;
  const header = headerOf(view)[index];
  const heading = header?.text ?? '';
  const printed = [heading, ...cells.slice(0, index).map((other) => other.text)]
    .map(unitIn)
    .find((unit) => unit !== null);
  return {
    unit: printed?.unit ?? null,
    exponent: printed?.exponent ?? 0,
    year: Number(yearHeading.exec(heading)?.[1] ?? 0) || null,
    time: /累计|合计/.test(heading) ? 'yearToDate' : /上年|去年|同期/.test(heading) ? 'lastYear' : 'report',
    alone: cell.text.length === view.quantity.end - view.quantity.start,
    isSerial: index === 0 && cells.length > 1,
    heading: header ? { start: header.start, end: header.end } : null,
    isTarget: /目标|计划|任务/.test(heading) && !/完成|实际|进度|率/.test(heading),
    isComparison: /同比|环比|增减|增长|占比/.test(heading),
  };
}

/** Text of the line that stands over the table of a row: 组织建设情况（截至12月31日）; empty outside tables. Bounded work. */
export function tableCaption(view: View): string {
  if (view.line.kind !== 'row') return '';
  const { lines, text } = view.report;
  for (let i = view.sentence.line - 1; i >= Math.max(0, view.sentence.line - HEADER_REACH); i--) {
    const line = lines[i];
    if (line && line.kind !== 'row') return text.slice(line.start, Math.min(line.end, line.start + 60));
  }
  return '';
}
