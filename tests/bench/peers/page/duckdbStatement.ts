import { coveredSubject } from '../facts';
import type { Question } from '../question';
import { covering, grouped, listed, totalled } from './duckdbParts';

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
  const where = isOfAll ? '' : ` AND area IN ${listed(areas)}`;
  const kinds = categories.length === 0 ? '' : ` AND category IN (${categories.join()})`;
  const asked = `FROM ${from} WHERE ${when}${where}${kinds}`;
  return `
    WITH chosen AS MATERIALIZED (SELECT * ${asked} AND subject ${isOfAll ? `= ${subject}` : `< ${subjectCount}`})
    ${grouped(isOfAll ? null : subject, sums, isOfAll)}
    UNION ALL
    ${totalled(sums, isOfAll ? `${asked} AND subject < ${subjectCount} AND root = 1` : 'FROM chosen')}
    UNION ALL
    ${covering('area', `FROM covered WHERE ${when}${where}`)}`;
}
