import { noCounty } from '../facts';
import type { Question } from '../question';

/**
 * One statement for all that a refresh asks. Parts of the answer: 0 totals by subject (in `area`), 3 by month, 2 by
 * category and month, 5 by area, 1 by area and month, as GROUPING numbers them.
 */
export function statement(from: 'facts' | 'cube', question: Question, subjectCount: number): string {
  const { subject, areas, categories, firstMonth, months } = question;
  const whole = areas.length === 0 ? 'root = 1' : 'true';
  const conditions = [
    `subject < ${subjectCount}`,
    `month BETWEEN ${firstMonth} AND ${firstMonth + months - 1}`,
    ...(areas.length > 0 ? [`area IN (${areas.join()})`] : [`(subject = ${subject} OR root = 1)`]),
    ...(categories.length > 0 ? [`category IN (${categories.join()})`] : []),
  ];
  return `
    WITH chosen AS MATERIALIZED (SELECT * FROM ${from} WHERE ${conditions.join(' AND ')}),
    grouped AS (
      SELECT GROUPING(month, area, category)::INTEGER AS part, month, area, category,
        sum(value) AS own, sum(value) FILTER (WHERE ${whole}) AS whole
      FROM chosen WHERE subject = ${subject}
      GROUP BY GROUPING SETS ((month), (area), (category, month), (area, month))
    )
    SELECT part, coalesce(month, 0)::INTEGER AS month, coalesce(area, 0)::INTEGER AS area,
      coalesce(category, 0)::INTEGER AS category,
      coalesce(CASE WHEN part IN (1, 5) THEN own ELSE whole END, 0)::DOUBLE AS sum
    FROM grouped WHERE area IS NULL OR area <> ${noCounty}
    UNION ALL
    SELECT 0, 0, subject::INTEGER, 0, sum(value)::DOUBLE FROM chosen WHERE ${whole} GROUP BY subject`;
}
