import type { Category } from '../../model/categories';
import { type ReportText, within } from '../document';
import type { Span } from '../text/structure';

/** A word that names its line of work beyond doubt. */
const STRONG = 3;

/**
 * The one line of work that the title names: 职工医疗互助情况的报告 speaks of it throughout. Meetings and debriefings name
 * governance, but report on everything.
 * Output: category; null for a title that names none or several.
 */
export function topicOf(report: ReportText, title: Span | null): Category | null {
  if (!title) return null;
  const named = new Set(
    within(report.cues, title.start, title.end).flatMap(({ entry }) =>
      entry.categoryWeights.flatMap(([category, weight]) =>
        weight >= STRONG && category !== 'governance' ? [category] : [],
      ),
    ),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}
