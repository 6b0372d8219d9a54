import { isIsoDate } from '../../model/period';
import { sharing } from '../sharing';
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

/** Reads the cells of one column; `row` is told where one is broken. */
type CellReader = (text: string, row: number) => CellValue;

/**
 * Builds the reader of a field: text → typed value; null for a missing value and for one that is broken, which is added to
 * `problems` (`type`, `required`, `enum`, `pattern`, `minimum`, `maximum`, `unique`). The reader remembers what it has
 * seen where the field is unique.
 */
export function cellReader(field: TableField, missingValues: readonly string[], problems: TableProblem[]): CellReader {
  const { required, unique, pattern: source } = field.constraints ?? {};
  const missing = new Set(missingValues);
  const pattern = source === undefined ? null : new RegExp(`^(?:${source})$`, 'u');
  const read = sharing((text): { value: CellValue; code: ProblemCode | null } => {
    if (missing.has(text)) return { value: null, code: required ? 'required' : null };
    const value = parseCell(text, field);
    if (value === undefined) return { value: null, code: 'type' };
    const code = brokenConstraint(text, value, field, pattern);
    return { value: code ? null : value, code };
  });
  const seen = new Set<string>();
  return (text, row) => {
    const { value, code } = read(text);
    const isRepeated = unique === true && value !== null && seen.has(String(value));
    if (unique && value !== null) seen.add(String(value));
    if (code ?? isRepeated) problems.push(problem(code ?? 'unique', row, field.name, text));
    return isRepeated ? null : value;
  };
}
