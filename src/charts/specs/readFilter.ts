import { isCategory, type Category } from '../../model/categories';
import { daysInMonth, granularities } from '../../model/period';
import type { Filter } from '../../statistics/query';
import { isCode, readWord, type Stored } from './readParams';

const most = 400;

function isDate(value: unknown): value is string {
  const [, year, month, day] = typeof value === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []) : [];
  if (!year || !month || !day) return false;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(+year, +month);
}

function listOf<T extends string>(value: unknown, isOne: (item: unknown) => item is T): T[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const items: unknown[] = value;
  const read = items.filter(isOne);
  return read.length === items.length ? read : null;
}

const isKnown = (item: unknown): item is Category => isCode(item) && isCategory(item);

/** A filter from storage; null when a field of it is missing or is not what a filter holds, which must never read as "all". */
export function readFilter(stored: unknown): Filter | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const fields = stored as Stored;
  const granularity = readWord(fields, 'granularity', granularities);
  const { from, to } = fields;
  const areas = listOf(fields['areas'], isCode);
  const categories = listOf(fields['categories'], isKnown);
  const reports = listOf(fields['reports'], isCode);
  if (!granularity || !areas || !categories || !reports) return null;
  if ((from !== null && !isDate(from)) || (to !== null && !isDate(to))) return null;
  return { granularity, from, to, areas, categories, reports };
}
