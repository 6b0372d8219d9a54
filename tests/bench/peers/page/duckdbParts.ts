import { noCounty } from '../facts';

/** Where a row of the answer belongs; those of one column in `GROUPING(month, area, category)` are what it gives. */
export const parts = { totals: 0, coverage: 1, byCategory: 2, byMonth: 3, byArea: 5, covered: 6 } as const;

/**
 * Adds up what is chosen of one subject, by all that is asked at once; columns that a part has no use for are not set. Null
 * where nothing else is chosen.
 */
export function grouped(subject: number | null, sums: string, isOfAll: boolean): string {
  const isAsked = subject === null ? 'true' : `subject = ${subject}`;
  if (!isOfAll)
    return `SELECT GROUPING(month, area, category)::TINYINT AS part, month, area, category, ${sums}
      FROM chosen WHERE ${isAsked}
      GROUP BY GROUPING SETS ((month), (area), (category, month), (area, month))`;
  // What counts in the total over all areas is not what counts for the counties.
  return `SELECT GROUPING(month, category)::TINYINT + 2::TINYINT AS part, month, 0::USMALLINT AS area, category, ${sums}
      FROM chosen WHERE ${isAsked} AND root = 1 GROUP BY GROUPING SETS ((month), (category, month))
    UNION ALL
    SELECT GROUPING(month)::TINYINT * 4::TINYINT + 1::TINYINT, month, area, 0::UTINYINT, ${sums}
      FROM chosen WHERE ${isAsked} AND area <> ${noCounty} GROUP BY GROUPING SETS ((area), (area, month))`;
}

/** Adds up each subject of some rows. */
export function totalled(sums: string, from: string): string {
  return `SELECT ${parts.totals}::TINYINT, 0::USMALLINT, subject::USMALLINT, 0::UTINYINT, ${sums} ${from} GROUP BY subject`;
}

/** A list of counties as a table of one column; one text is read several times as fast as many numbers. */
export function listed(areas: readonly number[]): string {
  return `(SELECT unnest(string_split('${areas.join()}', ',')::USMALLINT[]))`;
}

/** Says of each county and month of some rows that a report covers it. */
export function covering(area: string, from: string): string {
  return `SELECT ${parts.covered}::TINYINT, month, ${area}, 0::UTINYINT, 0::DOUBLE, 0::INTEGER, 0::UTINYINT ${from}`;
}
