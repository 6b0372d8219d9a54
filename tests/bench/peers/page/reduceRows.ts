import { noCounty, type FactRow } from '../facts';
import { emptyAnswer, type Answer, type Question } from '../question';
import type { World } from '../world';

/** Answers a question from rows of all subjects, reading each once. */
export function reduceRows(world: World, question: Question, rows: Iterable<FactRow>): Answer {
  const answer = emptyAnswer(world, question);
  const { byMonth, byArea, byCategory, totals, coverage } = answer;
  const { subject, firstMonth, months } = question;
  const areas = new Set(question.areas);
  const categories = new Set(question.categories);
  for (const row of rows) {
    const month = row.month - firstMonth;
    if (month < 0 || month >= months || (categories.size > 0 && !categories.has(row.category))) continue;
    const isChosen = areas.has(row.area);
    if (areas.size === 0 ? row.root === 1 : isChosen) {
      totals[row.subject] = (totals[row.subject] ?? 0) + row.value;
      if (row.subject === subject) {
        byMonth[month] = (byMonth[month] ?? 0) + row.value;
        const at = row.category * months + month;
        byCategory[at] = (byCategory[at] ?? 0) + row.value;
      }
    }
    if (row.subject !== subject || row.area === noCounty || (areas.size > 0 && !isChosen)) continue;
    byArea[row.area] = (byArea[row.area] ?? 0) + row.value;
    coverage[row.area * months + month] = 1;
  }
  return answer;
}
