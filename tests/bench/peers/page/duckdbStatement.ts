import { coveredSubject, noCounty } from '../facts';
import type { Question } from '../question';

export type TableName = 'facts' | 'cube';

const marked = `SELECT value, subject, area, root, month, category, (1 << qualifier)::UTINYINT AS seen
  FROM arrived WHERE subject <> ${coveredSubject}`;

/** What the tables hold of the rows that have arrived; qualifiers as sets. The facts arrive in order of subject and month. */
export const contents: Readonly<Record<TableName | 'covered', string>> = {
  facts: marked,
  cube: `SELECT subject, area, root, month, category, sum(value) AS value, count(*)::INTEGER AS counted,
    bit_or(seen) AS seen FROM (${marked}) GROUP BY subject, area, root, month, category ORDER BY subject, month`,
  covered: `SELECT area, month FROM arrived WHERE subject = ${coveredSubject}`,
};

/** Where a row of the answer belongs; those of one column in `GROUPING(month, area, category)` are what it gives. */
export const parts = { totals: 0, coverage: 1, byCategory: 2, byMonth: 3, byArea: 5, covered: 6 } as const;

/** Adds up what is chosen of one subject, by all that is asked at once; columns that a part has no use for are not set. */
function grouped(subject: number, sums: string, isOfAll: boolean): string {
  if (!isOfAll)
    return `SELECT GROUPING(month, area, category)::TINYINT AS part, month, area, category, ${sums}
      FROM chosen WHERE subject = ${subject}
      GROUP BY GROUPING SETS ((month), (area), (category, month), (area, month))`;
  // What counts in the total over all areas is not what counts for the counties.
  return `SELECT GROUPING(month, category)::TINYINT + 2::TINYINT AS part, month, 0::USMALLINT AS area, category, ${sums}
      FROM chosen WHERE root = 1 GROUP BY GROUPING SETS ((month), (category, month))
    UNION ALL
    SELECT GROUPING(month)::TINYINT * 4::TINYINT + 1::TINYINT, month, area, 0::UTINYINT, ${sums}
      FROM chosen WHERE area <> ${noCounty} GROUP BY GROUPING SETS ((area), (area, month))`;
}

/**
 * One statement for all that a refresh asks. Over all areas it chooses the rows of the subject, and takes the totals from
 * the table; over some counties it chooses those of all subjects, so that the counties are looked up once. It is the quickest
 * of those that were tried: a single pass of grouping sets with `FILTER`, a `GROUP BY` for each part, sums of sums, and flags
 * by `bool_or` or `max` in place of sets all took longer.
 */
export function statement(from: TableName, question: Question, subjectCount: number): string {
  const { subject, areas, categories, firstMonth, months } = question;
  const isOfAll = areas.length === 0;
  const sums = `sum(value) AS sum, ${from === 'cube' ? 'sum(counted)' : 'count(*)'}::INTEGER AS counted, bit_or(seen) AS seen`;
  const when = `month BETWEEN ${firstMonth} AND ${firstMonth + months - 1}`;
  const where = isOfAll ? '' : ` AND area IN (${areas.join()})`;
  const kinds = categories.length === 0 ? '' : ` AND category IN (${categories.join()})`;
  const asked = `FROM ${from} WHERE ${when}${where}${kinds}`;
  return `
    WITH chosen AS MATERIALIZED (SELECT * ${asked} AND subject ${isOfAll ? `= ${subject}` : `< ${subjectCount}`})
    ${grouped(subject, sums, isOfAll)}
    UNION ALL
    SELECT ${parts.totals}::TINYINT, 0::USMALLINT, subject::USMALLINT, 0::UTINYINT, ${sums}
      ${isOfAll ? `${asked} AND subject < ${subjectCount} AND root = 1` : 'FROM chosen'} GROUP BY subject
    UNION ALL
    SELECT ${parts.covered}::TINYINT, month, area, 0::UTINYINT, 0::DOUBLE, 0::INTEGER, 0::UTINYINT
      FROM covered WHERE ${when}${where}`;
}
