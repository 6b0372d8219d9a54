import { isIsoDate } from '../../model/period';
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

/** Reads the cells of one column. */
type CellReader = (text: string, row: number) => { value: CellValue; problem: TableProblem | null };

/**
 * Builds the reader of a field: text → typed value or a problem (`type`, `required`, `enum`, `pattern`, `minimum`,
 * `maximum`, `unique`). Missing values are null. The reader remembers what it has seen where the field is unique.
 */
export function cellReader(field: TableField, missingValues: readonly string[]): CellReader {
  const { required, unique, pattern: source } = field.constraints ?? {};
  const missing = new Set(missingValues);
  const pattern = source === undefined ? null : new RegExp(`^(?:${source})$`, 'u');
  const seen = new Set<string>();
  return (text, row) => {
    const bad = (code: ProblemCode) => ({ value: null, problem: problem(code, row, field.name, text) });
    if (missing.has(text)) return required ? bad('required') : { value: null, problem: null };
    const value = parseCell(text, field);
    if (value === undefined) return bad('type');
    const broken = brokenConstraint(text, value, field, pattern);
    if (broken) return bad(broken);
    if (unique) {
      const key = String(value);
      if (seen.has(key)) return bad('unique');
      seen.add(key);
    }
    return { value, problem: null };
  };
}
