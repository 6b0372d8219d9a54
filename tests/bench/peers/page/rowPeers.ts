import type { Dexie } from 'dexie';
import type { Contender } from './contender';
import { emptyAnswer, subjects, type Answer, type Question, type Size } from './question';
import { rowStore } from './stores';

interface Row {
  subject: number;
  area: number;
  root: number;
  month: number;
  category: number;
  value: number;
}

/** Adds rows up as a reduce does. */
function reduceRows(size: Size, question: Question, rows: readonly Row[], isTotal: (row: Row) => boolean): Answer {
  const { from, to, areas, categories, subject } = question;
  const answer = emptyAnswer(size, question);
  const width = to - from + 1;
  for (const row of rows) {
    if (row.month < from || row.month > to) continue;
    if (categories.length > 0 && !categories.includes(row.category)) continue;
    const at = row.month - from;
    if (isTotal(row)) {
      if (row.subject < subjects.length) answer.totals[row.subject] = (answer.totals[row.subject] ?? 0) + row.value;
      if (row.subject === subject) {
        answer.overall[at] = (answer.overall[at] ?? 0) + row.value;
        const cell = row.category * width + at;
        answer.byCategory[cell] = (answer.byCategory[cell] ?? 0) + row.value;
      }
    }
    if (row.subject !== subject || row.area >= size.counties) continue;
    if (areas.length > 0 && !areas.includes(row.area)) continue;
    answer.byArea[row.area] = (answer.byArea[row.area] ?? 0) + row.value;
    answer.coverage[row.area * width + at] = 1;
  }
  return answer;
}

const totalOf =
  ({ areas }: Question) =>
  (row: Row) =>
    areas.length === 0 ? row.root === 1 : areas.includes(row.area);

/** Dexie rows, all read at the start; every refresh is a reduce over them. */
export function rowsInMemory(size: Size): Contender {
  let rows: Row[] = [];
  return {
    name: 'dexie-rows',
    open: async () => {
      const store = await rowStore();
      rows = (await store.table('facts').toArray()) as Row[];
      store.close();
    },
    ask: (question) => reduceRows(size, question, rows, totalOf(question)),
    answer: (_, own) => own as Answer,
  };
}

/** Dexie rows, asked for through compound indexes at each refresh. */
export function rowsByIndex(size: Size): Contender {
  let store: Dexie | null = null;
  return {
    name: 'dexie-indexes',
    open: async () => {
      store = await rowStore();
    },
    ask: async (question) => {
      if (!store) throw new Error('not open');
      const facts = store.table<Row>('facts');
      const { from, to, areas } = question;
      const read = areas.length
        ? areas.map((area) => facts.where('[area+month]').between([area, from], [area, to], true, true).toArray())
        : subjects.map((_, i) => facts.where('[subject+month]').between([i, from], [i, to], true, true).toArray());
      return reduceRows(size, question, (await Promise.all(read)).flat(), totalOf(question));
    },
    answer: (_, own) => own as Answer,
  };
}
