import { escape, op, table, type ColumnTable } from 'arquero';
import type { Contender } from './contender';
import { storedFacts } from './crossfilterPeer';
import { emptyAnswer, subjects, type Answer, type Question, type Size } from './question';

interface Row {
  subject: number;
  area: number;
  month: number;
  category: number;
}

interface Found {
  totals: ColumnTable;
  overall: ColumnTable;
  byCategory: ColumnTable;
  byArea: ColumnTable;
  coverage: ColumnTable;
}

/** Arquero: a filter, then a roll-up for each figure. */
export function arqueroPeer(size: Size): Contender {
  let facts: ColumnTable | null = null;
  return {
    name: 'arquero',
    open: async () => {
      facts = table({ ...(await storedFacts()) });
    },
    ask: ({ areas, categories, from, to, subject }) => {
      if (!facts) throw new Error('not open');
      const [isArea, isCategory] = [new Set(areas), new Set(categories)];
      const within = facts.filter(
        escape(
          (row: Row) =>
            row.month >= from && row.month <= to && (categories.length === 0 || isCategory.has(row.category)),
        ),
      );
      const total = within.filter(
        escape((row: Row & { root: number }) => (areas.length === 0 ? row.root === 1 : isArea.has(row.area))),
      );
      const mine = total.filter(escape((row: Row) => row.subject === subject));
      const places = within.filter(
        escape(
          (row: Row) =>
            row.subject === subject && row.area < size.counties && (areas.length === 0 || isArea.has(row.area)),
        ),
      );
      const found: Found = {
        totals: total.groupby('subject').rollup({ sum: op.sum('value') }),
        overall: mine.groupby('month').rollup({ sum: op.sum('value') }),
        byCategory: mine.groupby('category', 'month').rollup({ sum: op.sum('value') }),
        byArea: places.groupby('area').rollup({ sum: op.sum('value') }),
        coverage: places.groupby('area', 'month').rollup({ count: op.count() }),
      };
      return found;
    },
    answer: (question, own) => common(size, question, own as Found),
  };
}

function common(size: Size, question: Question, found: Found): Answer {
  const answer = emptyAnswer(size, question);
  const { from, to } = question;
  const width = to - from + 1;
  type Group = Record<'subject' | 'month' | 'category' | 'area' | 'sum', number>;
  const rows = (of: ColumnTable) => of.objects() as Group[];
  for (const { subject, sum } of rows(found.totals)) if (subject < subjects.length) answer.totals[subject] = sum;
  for (const { month, sum } of rows(found.overall)) answer.overall[month - from] = sum;
  for (const { category, month, sum } of rows(found.byCategory))
    answer.byCategory[category * width + month - from] = sum;
  for (const { area, sum } of rows(found.byArea)) answer.byArea[area] = sum;
  for (const { area, month } of rows(found.coverage)) answer.coverage[area * width + month - from] = 1;
  return answer;
}
