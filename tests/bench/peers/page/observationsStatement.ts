import { noCounty } from '../facts';
import type { Question } from '../question';
import type { World } from '../world';
import { covering, grouped, listed, totalled } from './duckdbParts';
import { noWhole } from './observationColumns';

const sums = 'sum(value) AS sum, count(*)::INTEGER AS counted, bit_or(seen) AS seen';

/** The counties that are asked for, with their cities. */
const wantedFrom = (areas: readonly number[]) =>
  `wanted AS MATERIALIZED (SELECT area, city FROM areas WHERE area IN ${listed(areas)}),`;

/**
 * One statement that applies the rules and gives all that a refresh asks, from what is asked for alone: months, subjects,
 * counties and, of reports, those of their cities.
 *
 * - `live`: of reports of one issuer, place and days the last issued (rule 7).
 * - `voices`: whether it counts in the total: a city's own does, a county's where its city has none (rule 3).
 * - `kept`: what those say in the month, about the place or what lies in it.
 * - `lost`: parts whose whole is kept for the same place (rule 4).
 * - `placed`: counts for a county what its own report says, or its city's where it has none (rule 3).
 * - `chosen`: of what a report prints twice one.
 *
 * Left out is what the simulated world cannot have: two live reports of one place in one month (rule 2), reports of
 * provinces, numbers of other days than their report's, parts of parts, numbers that are printed alone and as a part.
 *
 * It is the quickest of those that were tried. Windows for `live` or `chosen`, a self-join for `chosen`, the counties as a
 * list of numbers, and `kept` worked out anew wherever it is read took longer. `DISTINCT`, the key of a printing as one
 * number, parts and what is said about others apart from the rest, duplicates taken out before the reports are joined, other
 * orders of the rows, and preparing the statement made no difference. Comparing each row with the one before it saves a fifth
 * of the longest, but nothing promises in which order rows are read.
 */
export function observationsStatement(question: Question, { counties, subjects }: World): string {
  const { subject, areas, categories, firstMonth, months } = question;
  const isOfAll = areas.length === 0;
  const when = `month BETWEEN ${firstMonth} AND ${firstMonth + months - 1}`;
  const among = (column: string, places: string) => (isOfAll ? '' : ` AND ${column} IN (SELECT ${places} FROM wanted)`);
  const kinds = categories.length === 0 ? '' : ` AND category IN (${categories.join()})`;
  return `
    WITH ${isOfAll ? '' : wantedFrom(areas)}
    live AS MATERIALIZED (
      SELECT max_by(report, (issuedOn, issue, report)) AS report, place, any_value(city) AS city, any_value(month) AS month
      FROM reports WHERE ${when}${among('city', 'city')} GROUP BY issuer, place, firstDay, lastDay),
    voices AS MATERIALIZED (
      SELECT live.report, (live.place = live.city OR own.place IS NULL)::UTINYINT AS root
      FROM live LEFT JOIN live AS own ON own.place = live.city AND own.month = live.month),
    kept AS MATERIALIZED (
      SELECT id, report, whole, print, area AS place, month, subject, category, value, seen, about, root
      FROM observations JOIN voices USING (report)
      WHERE subject < ${subjects.length} AND ${when}${among('area', 'area')}),
    lost AS (
      SELECT part.id FROM kept AS part JOIN kept AS entire ON entire.id = part.whole
        AND entire.place = part.place AND entire.subject = part.subject AND entire.month = part.month
      WHERE part.whole <> ${noWhole}),
    placed AS (
      SELECT *, (CASE
          WHEN kept.place >= ${counties.length} THEN ${noCounty}
          WHEN about = 1 AND EXISTS (FROM live WHERE live.place = kept.place AND live.month = kept.month) THEN ${noCounty}
          ELSE kept.place END)::USMALLINT AS area
      FROM kept WHERE (whole = ${noWhole} OR id NOT IN (FROM lost))${kinds}),
    chosen AS MATERIALIZED (
      SELECT subject, area, root, month, category, value, any_value(seen) AS seen FROM placed
      ${isOfAll ? '' : `WHERE area <> ${noCounty}`}
      GROUP BY report, print, place, value, subject, area, root, month, category)
    ${grouped(subject, sums, isOfAll)}
    UNION ALL
    ${totalled(sums, isOfAll ? 'FROM chosen WHERE root = 1' : 'FROM chosen')}
    UNION ALL
    ${covering('place', `FROM live WHERE place < ${counties.length}${among('place', 'area')}`)}`;
}
