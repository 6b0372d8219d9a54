import { columnKeys, usualColumns, type ColumnKey } from '../../../statistics/table/tableColumns';
import { filterKeys, type ColumnFilters, type Order } from '../../../statistics/table/tableState';

/** `value`, `-value` …; null for anything else. */
export function parseOrder(text: string): Order {
  const descending = text.startsWith('-');
  const column = columnKeys.find((key) => key === text.slice(descending ? 1 : 0));
  return column === undefined ? null : { column, descending };
}

/** The text that `parseOrder` reads; empty for the default order. */
export function formatOrder(order: Order): string {
  return order ? `${order.descending ? '-' : ''}${order.column}` : '';
}

/** Reads `measure:funds,members;kind:stock/actual/`; what cannot be read is as if it were absent. */
export function parseFilters(text: string): ColumnFilters {
  const filters: ColumnFilters = {};
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const key = filterKeys.find((known) => known === part.slice(0, colon));
    const values = part
      .slice(colon + 1)
      .split(',')
      .filter(Boolean);
    if (key && values.length > 0) filters[key] = [...new Set(values)];
  }
  return filters;
}

/** The text that `parseFilters` reads, columns in one order; empty without filters. */
export function formatFilters(filters: ColumnFilters): string {
  return filterKeys
    .flatMap((key) => {
      const values = filters[key] ?? [];
      return values.length === 0 ? [] : `${key}:${values.join(',')}`;
    })
    .join(';');
}

/** Columns of `report,value`, in the table's order; the usual ones for an empty text or one that names none. */
export function parseColumns(text: string): readonly ColumnKey[] {
  const asked = text.split(',');
  const known = columnKeys.filter((key) => asked.includes(key));
  return known.length === 0 ? usualColumns : known;
}

/** The text that `parseColumns` reads; empty for the usual columns. */
export function formatColumns(columns: readonly ColumnKey[]): string {
  const text = columnKeys.filter((key) => columns.includes(key)).join(',');
  return text === usualColumns.join(',') ? '' : text;
}
