import crossfilter from 'crossfilter2';
import { factRow, noCounty, type FactRow, type Facts } from '../facts';
import { emptyAnswer, type Answer, type Question } from '../question';
import type { World } from '../world';
import { addThenAsk, type Contender, type Opened } from './contender';
import { addFacts, readFacts, storeFacts } from './storedFacts';

const rowsOf = (facts: Facts): FactRow[] => Array.from(facts.value, (_, i) => factRow(facts, i));
const byValue = ({ value }: FactRow) => value;

/** Dimensions to filter by, and groups that follow the filters of all dimensions but their own. */
function cube(rows: FactRow[], { months }: World) {
  const data = crossfilter(rows);
  const width = months + 12;
  const subject = data.dimension((row) => row.subject);
  const month = data.dimension((row) => row.month);
  const area = data.dimension((row) => row.area);
  const category = data.dimension((row) => row.category);
  const root = data.dimension((row) => row.root);
  const categoryMonth = data.dimension((row) => row.category * width + row.month);
  const areaMonth = data.dimension((row) => row.area * width + row.month);
  return {
    ...{ data, width, subject, month, area, category, root },
    totals: subject.group<number, number>().reduceSum(byValue),
    byMonth: month.group<number, number>().reduceSum(byValue),
    byArea: area.group<number, number>().reduceSum(byValue),
    byCategory: categoryMonth.group<number, number>().reduceSum(byValue),
    coverage: areaMonth.group<number, number>().reduceCount(),
  };
}

type Cube = ReturnType<typeof cube>;

function chooseFilter({ subject, month, area, category, root }: Cube, question: Question): void {
  const { areas, categories, firstMonth, months } = question;
  const [areaSet, categorySet] = [new Set(areas), new Set(categories)];
  subject.filterExact(question.subject);
  month.filterRange([firstMonth, firstMonth + months]);
  if (areas.length === 0) area.filterAll();
  else area.filterFunction((value) => areaSet.has(value));
  if (categories.length === 0) category.filterAll();
  else category.filterFunction((value) => categorySet.has(value));
  if (areas.length === 0) root.filterExact(1);
  else root.filterAll();
}

function read(made: Cube, question: Question, answer: Answer): Answer {
  const { areas, firstMonth, months } = question;
  const { width } = made;
  for (const { key, value } of made.totals.all()) answer.totals[key] = value;
  for (const { key, value } of made.byMonth.all())
    if (key >= firstMonth && key < firstMonth + months) answer.byMonth[key - firstMonth] = value;
  for (const { key, value } of made.byCategory.all())
    if (value !== 0) answer.byCategory[Math.floor(key / width) * months + (key % width) - firstMonth] = value;
  made.root.filterAll();
  const chosen = new Set(areas);
  for (const { key, value } of made.byArea.all())
    if (key !== noCounty && (areas.length === 0 || chosen.has(key))) answer.byArea[key] = value;
  for (const { key, value } of made.coverage.all()) {
    const area = Math.floor(key / width);
    if (value > 0 && area !== noCounty) answer.coverage[area * months + (key % width) - firstMonth] = 1;
  }
  return answer;
}

export const crossfilterPeer: Contender = {
  store: storeFacts,
  async open(_, world): Promise<Opened> {
    const made = cube(rowsOf(await readFacts()), world);
    const ask: Opened['ask'] = (question) => {
      chooseFilter(made, question);
      const answer = read(made, question, emptyAnswer(world, question));
      return Promise.resolve(() => answer);
    };
    const insert = async (bytes: number[]) => void made.data.add(rowsOf(await addFacts(bytes)));
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
