import { packRows } from '../columns/rowsMaker';
import type { Queries } from '../query';
import type { Resolved } from '../resolved';
import { rows } from './rows';

/** The answer of `rows` as columns: a hundred thousand of them cross the worker border at once. */
export function table(resolved: Resolved, request: Queries['table']['request']): Queries['table']['answer'] {
  return packRows(rows(resolved, request));
}
