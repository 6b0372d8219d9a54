import crossfilter from 'crossfilter2';
import type { Contender } from './contender';
import { emptyAnswer, subjects, type Facts, type Question, type Size } from './question';
import { factStore } from './stores';

interface Row {
  subject: number;
  area: number;
  root: number;
  month: number;
  category: number;
  value: number;
}

/** Facts as they are stored, as columns. */
export async function storedFacts(): Promise<Facts> {
  const store = await factStore();
  const row = (await store.table('facts').get('columns')) as { content: Facts };
  store.close();
  return row.content;
}

/** Facts as rows. */
export function rowsOf(facts: Facts): Row[] {
  return Array.from(facts.value, (value, i) => ({
    subject: facts.subject[i] ?? 0,
    area: facts.area[i] ?? 0,
    root: facts.root[i] ?? 0,
    month: facts.month[i] ?? 0,
    category: facts.category[i] ?? 0,
    value,
  }));
}

const months = 4096;

/** Crossfilter: a dimension for each filter, groups for each figure. */
export function crossfilterPeer(size: Size): Contender {
  let ask: ((question: Question) => unknown) | null = null;
  return {
    name: 'crossfilter2',
    open: async () => {
      const filter = crossfilter(rowsOf(await storedFacts()));
      const place = filter.dimension(({ area }) => area);
      const root = filter.dimension((row) => row.root);
      const month = filter.dimension((row) => row.month);
      const category = filter.dimension((row) => row.category);
      const subject = filter.dimension((row) => row.subject);
      const value = ({ value: number }: Row) => number;
      const bySubject = subject.group<number, number>().reduceSum(value);
      const byMonth = month.group<number, number>().reduceSum(value);
      const byArea = place.group<number, number>().reduceSum(value);
      const cell = filter.dimension((row) => row.category * months + row.month);
      const byCell = cell.group<number, number>().reduceSum(value);
      const spot = filter.dimension((row) => row.area * months + row.month);
      const bySpot = spot.group<number, number>().reduceCount();
      ask = (question) => {
        const { areas, categories, from, to } = question;
        const [isArea, isCategory] = [new Set(areas), new Set(categories)];
        month.filterRange([from, to + 1]);
        category.filterFunction((one) => categories.length === 0 || isCategory.has(one));
        const answer = emptyAnswer(size, question);
        const width = to - from + 1;
        const total = () => {
          if (areas.length === 0) root.filterExact(1);
          else place.filterFunction((one) => isArea.has(one));
        };
        total();
        subject.filterAll();
        for (const { key, value: sum } of bySubject.all()) if (key < subjects.length) answer.totals[key] = sum;
        subject.filterExact(question.subject);
        month.filterAll();
        for (const { key, value: sum } of byMonth.all()) if (key >= from && key <= to) answer.overall[key - from] = sum;
        month.filterRange([from, to + 1]);
        for (const { key, value: sum } of byCell.all()) {
          const [row, at] = [Math.floor(key / months), (key % months) - from];
          if (at >= 0 && at < width) answer.byCategory[row * width + at] = sum;
        }
        root.filterAll();
        for (const { key, value: sum } of byArea.all()) {
          if (key < size.counties && (areas.length === 0 || isArea.has(key))) answer.byArea[key] = sum;
        }
        for (const { key, value: count } of bySpot.all()) {
          const [row, at] = [Math.floor(key / months), (key % months) - from];
          if (row < size.counties && at >= 0 && at < width && count > 0) answer.coverage[row * width + at] = 1;
        }
        place.filterAll();
        return answer;
      };
    },
    ask: (question) => ask?.(question),
    answer: (_, own) => own as ReturnType<typeof emptyAnswer>,
  };
}
