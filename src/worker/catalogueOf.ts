import { countByPlace, numbersByRank, rangeOfReports } from '../statistics/columns/reportColumns';
import { besideText } from '../store/besideText';
import { newestCount } from '../store/packedColumns';
import { areWholeWords, wordReader } from '../store/reportWords';
import type { LiveColumns } from './liveColumns';
import type { CatalogueNews } from './protocol';
import type { Making } from './snapshot';

/** What a snapshot tells of itself; all of its reports need not be told at once. Errors: `db-broken`. */
export async function catalogueOf(making: Making): Promise<CatalogueNews> {
  const { columns, state, annotations, options, changed } = making;
  // Reports that change leave them as they are.
  const beside = changed ? null : besideText(columns.source.beside);
  const { revision, packageVersion } = state;
  const { observationCount, reports, places } = columns.source.head;
  return {
    revision,
    packageVersion,
    beside,
    annotations,
    observationCount,
    reportCount: numbersByRank(reports).length,
    reportsByPlace: countByPlace(reports, places),
    asOf: rangeOfReports(reports)?.end ?? null,
    simulated: options.simulated,
    ...(await newsOf(making)),
  };
}

async function newsOf(making: Making): Promise<Pick<CatalogueNews, 'reports' | 'news'>> {
  const { columns, changed, pending, packed } = making;
  if (changed) {
    const removed = changed.flatMap(({ number, report }) =>
      report ? [] : (columns.source.head.reports.ids[number] ?? []),
    );
    return { reports: changed.flatMap(({ report }) => report ?? []), news: { kind: 'changed', removed } };
  }
  const isKept = packed?.patches === 0 && !pending && areWholeWords(packed.newest);
  const words = isKept ? wordReader(packed.newest) : await columns.words();
  const numbers = isKept ? [...packed.newest.offset.keys()].slice(0, -1) : newestFirst(columns, 0, newestCount);
  return { reports: numbers.map(words), news: { kind: 'newest' } };
}

/** Numbers of some reports, the newest first, from a place in that order on. */
export function newestFirst(columns: LiveColumns, from: number, count: number): number[] {
  const order = numbersByRank(columns.source.head.reports);
  const end = Math.max(0, order.length - from);
  return Array.from(order.subarray(Math.max(0, end - count), end)).reverse();
}
