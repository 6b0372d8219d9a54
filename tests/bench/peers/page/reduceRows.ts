import { coveredSubject, noCounty, type FactRow } from '../facts';
import { setOf } from '../qualifierSets';
import { emptyAnswer, hasValue, isUnmentioned, put, type Answer, type Question, type Sums } from '../question';
import type { World } from '../world';

/** Sums while they are made; `qualifier` holds sets. */
const openSums = ({ value }: Sums) => ({
  value: new Float64Array(value.length),
  counted: new Uint32Array(value.length),
  set: new Uint8Array(value.length),
});

type OpenSums = ReturnType<typeof openSums>;

function add({ value, counted, set }: OpenSums, at: number, row: FactRow): void {
  value[at] = (value[at] ?? 0) + row.value;
  counted[at] = (counted[at] ?? 0) + 1;
  set[at] = (set[at] ?? 0) | setOf(row.qualifier);
}

function close(sums: Sums, { value, counted, set }: OpenSums): void {
  for (let at = 0; at < value.length; at++) put(sums, at, value[at] ?? 0, counted[at] ?? 0, set[at] ?? 0);
}

/** Answers a question from rows of all subjects, reading each once; gives what puts the answer into the common form. */
export function reduceRows(world: World, question: Question, rows: Iterable<FactRow>): () => Answer {
  const answer = emptyAnswer(world, question);
  const { coverage } = answer;
  const [byMonth, byArea] = [openSums(answer.byMonth), openSums(answer.byArea)];
  const [byCategory, totals] = [openSums(answer.byCategory), openSums(answer.totals)];
  const { subject, firstMonth, months } = question;
  const [areas, categories] = [new Set(question.areas), new Set(question.categories)];
  for (const row of rows) {
    const month = row.month - firstMonth;
    if (month < 0 || month >= months) continue;
    const isChosen = areas.has(row.area);
    if (row.subject === coveredSubject) {
      const at = row.area * months + month;
      if ((areas.size === 0 || isChosen) && coverage[at] !== hasValue) coverage[at] = isUnmentioned;
      continue;
    }
    if (categories.size > 0 && !categories.has(row.category)) continue;
    if (areas.size === 0 ? row.root === 1 : isChosen) {
      add(totals, row.subject, row);
      if (row.subject === subject) {
        add(byMonth, month, row);
        add(byCategory, row.category * months + month, row);
      }
    }
    if (row.subject !== subject || row.area === noCounty || (areas.size > 0 && !isChosen)) continue;
    add(byArea, row.area, row);
    coverage[row.area * months + month] = hasValue;
  }
  return () => {
    close(answer.byMonth, byMonth);
    close(answer.byArea, byArea);
    close(answer.byCategory, byCategory);
    close(answer.totals, totals);
    return answer;
  };
}
