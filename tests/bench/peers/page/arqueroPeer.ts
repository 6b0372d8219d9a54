import { escape, op, table, type ColumnTable } from 'arquero';
import { noCounty, type FactRow, type Facts } from '../facts';
import { emptyAnswer, type Answer, type Question } from '../question';
import { addThenAsk, type Contender, type Opened } from './contender';
import { addFacts, readFacts, storeFacts } from './storedFacts';

const toTable = (facts: Facts): ColumnTable => table({ ...facts });
const numbers = (grouped: ColumnTable, name: string) => Array.from(grouped.array(name) as ArrayLike<number>);
const keep = (rows: ColumnTable, test: (row: FactRow) => boolean) => rows.filter(escape(test));
const sums = (rows: ColumnTable, ...keys: string[]) => rows.groupby(...keys).rollup({ sum: op.sum('value') });

/** Calls back with keys and value of each group. */
function each(
  grouped: ColumnTable,
  keys: readonly string[],
  value: string,
  call: (value: number, keys: number[]) => void,
) {
  const columns = keys.map((key) => numbers(grouped, key));
  numbers(grouped, value).forEach((one, i) =>
    call(
      one,
      columns.map((column) => column[i] ?? 0),
    ),
  );
}

function answerFrom(rows: ColumnTable, question: Question, answer: Answer): Answer {
  const { subject, firstMonth, months } = question;
  const [areas, categories] = [new Set(question.areas), new Set(question.categories)];
  const within = keep(
    rows,
    ({ month, category }) =>
      month >= firstMonth && month < firstMonth + months && (categories.size === 0 || categories.has(category)),
  );
  const whole = keep(within, ({ area, root }) => (areas.size === 0 ? root === 1 : areas.has(area)));
  const one = keep(whole, (row) => row.subject === subject);
  const own = keep(
    within,
    (row) => row.subject === subject && row.area !== noCounty && (areas.size === 0 || areas.has(row.area)),
  );
  each(sums(whole, 'subject'), ['subject'], 'sum', (sum, [key = 0]) => (answer.totals[key] = sum));
  each(sums(one, 'month'), ['month'], 'sum', (sum, [key = 0]) => (answer.byMonth[key - firstMonth] = sum));
  each(sums(one, 'category', 'month'), ['category', 'month'], 'sum', (sum, [category = 0, month = 0]) => {
    answer.byCategory[category * months + month - firstMonth] = sum;
  });
  each(sums(own, 'area'), ['area'], 'sum', (sum, [key = 0]) => (answer.byArea[key] = sum));
  const counted = own.groupby('area', 'month').rollup({ count: op.count() });
  each(counted, ['area', 'month'], 'count', (_, [area = 0, month = 0]) => {
    answer.coverage[area * months + month - firstMonth] = 1;
  });
  return answer;
}

export const arqueroPeer: Contender = {
  store: storeFacts,
  async open(_, world): Promise<Opened> {
    let rows = toTable(await readFacts());
    const ask: Opened['ask'] = (question) => {
      const answer = answerFrom(rows, question, emptyAnswer(world, question));
      return Promise.resolve(() => answer);
    };
    const insert = async (bytes: number[]) => {
      rows = rows.concat(toTable(await addFacts(bytes)));
    };
    return {
      ask,
      add: ({ facts }, question, shows) =>
        addThenAsk(
          () => insert(facts),
          () => ask(question),
          shows,
        ),
    };
  },
};
