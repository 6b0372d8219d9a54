import { addAggregateFunction, escape, op, table, type ColumnTable } from 'arquero';
import { coveredSubject, noCounty, type FactRow, type Facts } from '../facts';
import { setOf } from '../qualifierSets';
import { emptyAnswer, hasValue, isUnmentioned, put, type Answer, type Question, type Sums } from '../question';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { addFacts, readFacts, storeFacts } from './storedFacts';

interface SetState {
  set?: number;
}

// The library's own aggregates join sets flag by flag alone, which takes twice as long.
addAggregateFunction('bit_or', {
  create: () => ({
    init: (state: SetState) => void (state.set = 0),
    add: (state: SetState, more: number) => void (state.set = (state.set ?? 0) | more),
    value: (state: SetState) => state.set,
  }),
  param: [1],
});

interface Tables {
  facts: ColumnTable;
  covered: ColumnTable;
}

const keep = (rows: ColumnTable, test: (row: FactRow) => boolean) => rows.filter(escape(test));

/** What counts, with the set of its qualifier; and apart from it what reports cover. */
function toTables(facts: Facts): Tables {
  const all = table({ ...facts, seen: Uint8Array.from(facts.qualifier, setOf) });
  return {
    facts: keep(all, ({ subject }) => subject !== coveredSubject).reify(),
    covered: keep(all, ({ subject }) => subject === coveredSubject).reify(),
  };
}

const numbers = (rows: ColumnTable, name: string) => Array.from(rows.array(name) as ArrayLike<number>);

/** Adds rows up by some keys and puts each sum where its keys belong. */
function putAll(into: Sums, rows: ColumnTable, keys: readonly string[], placeOf: (...keys: number[]) => number): void {
  const sums = { value: op.sum('value'), counted: op.count(), set: 'd => op.bit_or(d.seen)' };
  const grouped = rows.groupby(...keys).rollup(sums);
  const columns = keys.map((key) => numbers(grouped, key));
  const [value, counted] = [numbers(grouped, 'value'), numbers(grouped, 'counted')];
  numbers(grouped, 'set').forEach((set, i) => {
    put(into, placeOf(...columns.map((column) => column[i] ?? 0)), value[i] ?? NaN, counted[i] ?? NaN, set);
  });
}

function answerFrom({ facts, covered }: Tables, question: Question, { subjects }: World, answer: Answer): Answer {
  const { subject, firstMonth, months } = question;
  const [areas, categories] = [new Set(question.areas), new Set(question.categories)];
  const isAsked = (month: number) => month >= firstMonth && month < firstMonth + months;
  const isPlace = (area: number) => (areas.size === 0 ? area !== noCounty : areas.has(area));
  const within = keep(
    facts,
    (row) =>
      isAsked(row.month) && row.subject < subjects.length && (categories.size === 0 || categories.has(row.category)),
  );
  const whole = keep(within, ({ area, root }) => (areas.size === 0 ? root === 1 : areas.has(area)));
  const one = keep(whole, (row) => row.subject === subject);
  const own = keep(within, (row) => row.subject === subject && isPlace(row.area));
  putAll(answer.totals, whole, ['subject'], (key = 0) => key);
  putAll(answer.byMonth, one, ['month'], (month = 0) => month - firstMonth);
  putAll(answer.byCategory, one, ['category', 'month'], (key = 0, month = 0) => key * months + month - firstMonth);
  putAll(answer.byArea, own, ['area'], (area = 0) => area);
  const cover = (rows: ColumnTable, state: number) => {
    const [area, month] = [numbers(rows, 'area'), numbers(rows, 'month')];
    area.forEach((county, i) => (answer.coverage[county * months + (month[i] ?? 0) - firstMonth] = state));
  };
  const reports = keep(covered, ({ area, month }) => isAsked(month) && isPlace(area));
  cover(reports, isUnmentioned);
  cover(own.groupby('area', 'month').rollup(), hasValue);
  return answer;
}

export const arqueroPeer: Contender = {
  store: storeFacts,
  async open(_, known): Promise<Opened> {
    const [facts, world] = await Promise.all([readFacts(), known]);
    let rows = toTables(facts);
    const ask: Opened['ask'] = (question) => {
      const answer = answerFrom(rows, question, world, emptyAnswer(world, question));
      return Promise.resolve(() => answer);
    };
    const insert = async (bytes: number[]) => {
      const { facts, covered } = toTables(await addFacts(bytes));
      rows = { facts: rows.facts.concat(facts), covered: rows.covered.concat(covered) };
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
