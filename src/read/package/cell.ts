import { isIsoDate } from '../../model/period';
import type { CsvColumn } from '../csvColumn';
import { problem, type ProblemCode, type TableProblem } from './problem';
import type { CellValue, TableField } from './tableSchema';

const isInteger = /^[+-]?\d+$/;
const isNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const booleans = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['1', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['0', false],
]);

/** Value of a cell's text by the type of its field; undefined when the text is not of that type. */
function parseCell(text: string, field: TableField): CellValue | undefined {
  switch (field.type) {
    case 'string':
      return text;
    case 'integer':
      return isInteger.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case 'number':
      return isNumber.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return booleans.get(text);
    case 'date':
      return isIsoDate(text) ? text : undefined;
    case 'list':
      return text.split(field.delimiter ?? ',');
  }
}

/** Numbers compare as numbers, dates and text as text; a bound of the other type never passes. */
function isBelow(a: CellValue, b: number | string): boolean {
  if (typeof b === 'number') return typeof a !== 'number' || a < b;
  return typeof a !== 'string' || a < b;
}

function isAbove(a: CellValue, b: number | string): boolean {
  if (typeof b === 'number') return typeof a !== 'number' || a > b;
  return typeof a !== 'string' || a > b;
}

function brokenConstraint(
  text: string,
  value: CellValue,
  field: TableField,
  pattern: RegExp | null,
): ProblemCode | null {
  const { enum: allowed, minimum, maximum } = field.constraints ?? {};
  if (allowed && !allowed.includes(text)) return 'enum';
  if (pattern && !pattern.test(text)) return 'pattern';
  if (minimum !== undefined && isBelow(value, minimum)) return 'minimum';
  if (maximum !== undefined && isAbove(value, maximum)) return 'maximum';
  return null;
}

/** A column whose cells have been read: each row holds the place of its value in the list. */
export interface CheckedColumn {
  values: readonly CellValue[];
  codes: readonly number[];
}

/** Reads the columns of a field, file by file: see `cellReader`. */
export type CellReader = (column: CsvColumn, lines: readonly number[], problems: TableProblem[]) => CheckedColumn;

/**
 * Builds the reader of a field: text → typed value; null for a missing value and for one that is broken, which is added to
 * `problems` (`type`, `required`, `enum`, `pattern`, `minimum`, `maximum`, `unique`). A text is looked at once however
 * often it comes. The reader remembers what it has seen where the field is unique.
 */
export function cellReader(field: TableField, missingValues: readonly string[]): CellReader {
  const { required, unique, pattern: source } = field.constraints ?? {};
  const missing = new Set(missingValues);
  const pattern = source === undefined ? null : new RegExp(`^(?:${source})$`, 'u');
  const seen = new Set<string>();
  return ({ values: texts, codes }, lines, problems) => {
    const broken = new Map<number, ProblemCode>();
    const values = texts.map((text, at): CellValue => {
      const isMissing = missing.has(text);
      const value = isMissing ? null : parseCell(text, field);
      const code = isMissing ? (required ? 'required' : null) : codeOf(text, value, field, pattern);
      if (code) broken.set(at, code);
      return code ? null : (value ?? null);
    });
    if (broken.size === 0 && !unique) return { values, codes };
    const tell = (code: ProblemCode, row: number) =>
      problems.push(problem(code, lines[row] ?? 0, field.name, texts[codes[row] ?? -1] ?? ''));
    const repeated = new Set<number>();
    codes.forEach((at, row) => {
      const [code, value] = [broken.get(at), values[at] ?? null];
      if (code) tell(code, row);
      else if (unique && value !== null && seen.has(String(value))) {
        tell('unique', row);
        repeated.add(row);
      }
      if (unique && value !== null) seen.add(String(value));
    });
    return repeated.size === 0 ? { values, codes } : withoutRows({ values, codes }, repeated);
  };
}

function codeOf(
  text: string,
  value: CellValue | undefined,
  field: TableField,
  pattern: RegExp | null,
): ProblemCode | null {
  return value === undefined ? 'type' : brokenConstraint(text, value, field, pattern);
}

/** The same column with nothing in some rows. */
function withoutRows({ values, codes }: CheckedColumn, rows: ReadonlySet<number>): CheckedColumn {
  return { values: [...values, null], codes: codes.map((code, row) => (rows.has(row) ? values.length : code)) };
}
