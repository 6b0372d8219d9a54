import crossfilter, { type Dimension, type Grouping } from 'crossfilter2';
import { qualifiers } from '../../../../src/model/qualifier';
import { coveredSubject, factRows, noCounty, type FactRow } from '../facts';
import { setOf } from '../qualifierSets';
import { emptyAnswer, hasValue, isUnmentioned, put, type Answer, type Question, type Sums } from '../question';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { addFacts, readFacts, storeFacts } from './storedFacts';

/** What a group holds; by qualifier how many there are, so that what is filtered out can be taken away again. */
interface Group {
  value: number;
  counted: number;
  marked: number[];
}

function change(group: Group, { value, qualifier }: FactRow, by: 1 | -1): Group {
  group.value += by * value;
  group.counted += by;
  group.marked[qualifier] = (group.marked[qualifier] ?? 0) + by;
  return group;
}

const sums = (dimension: Dimension<FactRow, number>) =>
  dimension.group<number, Group>().reduce(
    (group, row) => change(group, row, 1),
    (group, row) => change(group, row, -1),
    () => ({ value: 0, counted: 0, marked: qualifiers.map(() => 0) }),
  );

/** Dimensions to filter by, and groups that follow the filters of all dimensions but their own. */
function cube(rows: FactRow[], { months }: World) {
  const data = crossfilter(rows.filter((row) => row.subject !== coveredSubject));
  const width = months + 12;
  const [subject, month] = [data.dimension((row) => row.subject), data.dimension((row) => row.month)];
  const [area, category] = [data.dimension((row) => row.area), data.dimension((row) => row.category)];
  const root = data.dimension((row) => row.root);
  const categoryMonth = data.dimension((row) => row.category * width + row.month);
  const areaMonth = data.dimension((row) => row.area * width + row.month);
  const covered = crossfilter(rows.filter((row) => row.subject === coveredSubject));
  return {
    ...{ data, width, subject, month, area, category, root },
    ...{
      covered,
      coveredMonth: covered.dimension((row) => row.month),
      coveredArea: covered.dimension((row) => row.area),
    },
    ...{ totals: sums(subject), byMonth: sums(month), byArea: sums(area), byCategory: sums(categoryMonth) },
    coverage: areaMonth.group<number, number>().reduceCount(),
  };
}

type Cube = ReturnType<typeof cube>;

function chooseFilter(made: Cube, question: Question): void {
  const { subject, month, area, category, root, coveredMonth, coveredArea } = made;
  const { areas, categories, firstMonth, months } = question;
  const [areaSet, categorySet] = [new Set(areas), new Set(categories)];
  subject.filterExact(question.subject);
  for (const when of [month, coveredMonth]) when.filterRange([firstMonth, firstMonth + months]);
  for (const where of [area, coveredArea])
    if (areas.length === 0) where.filterAll();
    else where.filterFunction((value) => areaSet.has(value));
  if (categories.length === 0) category.filterAll();
  else category.filterFunction((value) => categorySet.has(value));
  if (areas.length === 0) root.filterExact(1);
  else root.filterAll();
}

/** Puts the sums of groups where they belong; of groups of which everything is filtered out there is nothing. */
function putAll(into: Sums, groups: readonly Grouping<number, Group>[], placeOf: (key: number) => number): void {
  for (const { key, value: group } of groups) {
    if (group.counted === 0) continue;
    const set = group.marked.reduce((all, count, qualifier) => (count > 0 ? all | setOf(qualifier) : all), 0);
    put(into, placeOf(key), group.value, group.counted, set);
  }
}

function read(made: Cube, question: Question, answer: Answer): Answer {
  const { areas, firstMonth, months } = question;
  const { width } = made;
  const { coverage } = answer;
  const isAsked = (key: number) => key >= firstMonth && key < firstMonth + months;
  putAll(answer.totals, made.totals.all(), (key) => key);
  const monthsAsked = made.byMonth.all().filter(({ key }) => isAsked(key));
  putAll(answer.byMonth, monthsAsked, (key) => key - firstMonth);
  putAll(
    answer.byCategory,
    made.byCategory.all(),
    (key) => Math.floor(key / width) * months + (key % width) - firstMonth,
  );
  made.root.filterAll();
  const chosen = new Set(areas);
  const counties = made.byArea.all().filter(({ key }) => key !== noCounty && (areas.length === 0 || chosen.has(key)));
  putAll(answer.byArea, counties, (key) => key);
  for (const { area, month } of made.covered.allFiltered())
    coverage[area * months + month - firstMonth] = isUnmentioned;
  for (const { key, value } of made.coverage.all()) {
    const area = Math.floor(key / width);
    if (value > 0 && area !== noCounty) coverage[area * months + (key % width) - firstMonth] = hasValue;
  }
  return answer;
}

export const crossfilterPeer: Contender = {
  store: storeFacts,
  async open(_, known): Promise<Opened> {
    const [facts, world] = await Promise.all([readFacts(), known]);
    const made = cube(factRows(facts), world);
    const ask: Opened['ask'] = (question) => {
      chooseFilter(made, question);
      const answer = read(made, question, emptyAnswer(world, question));
      return Promise.resolve(() => answer);
    };
    const insert = async (bytes: number[]) => {
      const rows = factRows(await addFacts(bytes));
      made.data.add(rows.filter((row) => row.subject !== coveredSubject));
      made.covered.add(rows.filter((row) => row.subject === coveredSubject));
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
