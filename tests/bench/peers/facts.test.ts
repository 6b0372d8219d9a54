import { describe, expect, it } from 'vitest';
import { qualifiers } from '../../../src/model/qualifier';
import { answer } from '../../../src/statistics/answer';
import { resolveDataset } from '../../../src/statistics/resolveDataset';
import { resolvedFacts } from './data/resolvedFacts';
import { coveredSubject, factRows, factsOf, packFacts, sortFacts, unpackFacts, type FactRow } from './facts';
import { toAnswer, toRequest } from './page/adapter';
import { reduceRows } from './page/reduceRows';
import { ofNothing } from './qualifierSets';
import {
  columnsOf,
  differenceOf,
  hasValue,
  isUnmentioned,
  randomQuestions,
  type Sums,
  type Question,
} from './question';
import { simulatedDataset } from './simulatedDataset';
import type { World } from './world';

/** A world with everything that is needed to ask about it. */
function worldOf(reports?: number) {
  const { dataset, known } = simulatedDataset(7, 12, reports);
  const facts = sortFacts(unpackFacts(packFacts([resolvedFacts(dataset, known)])));
  const world: World = { ...known, observations: dataset.observations.length, facts: facts.value.length, imports: [] };
  const rows = factRows(facts);
  const questions = randomQuestions(world, 40, 7);
  const resolved = resolveDataset(dataset);
  const oursTo = (i: number) => {
    const question = questions[i];
    if (!question) throw new Error(`no question ${String(i)}`);
    return { question, ours: toAnswer(world, question, answer(resolved, 'refresh', toRequest(world, question))) };
  };
  return { world, rows, questions, resolved, oursTo };
}

it('facts are put in order without one being lost', () => {
  const { rows } = worldOf();
  const mixed = rows.toReversed();
  const sorted = factRows(sortFacts(factsOf(mixed)));
  const keys = sorted.map(({ subject, month }) => subject * 1000 + month);
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  const texts = (some: FactRow[]) => some.map((row) => JSON.stringify(row)).sort();
  expect(texts(sorted)).toEqual(texts(mixed));
});

describe.each([
  ['all areas report', worldOf()],
  ['few areas report often', worldOf(60)],
])('facts for peers that know none of our rules, where %s', (_, { world, rows, questions, resolved, oursTo }) => {
  it.each(questions.map((_, i) => i))('make what our statistics answer, question %i', (i) => {
    const { question, ours } = oursTo(i);
    expect(differenceOf(ours, reduceRows(world, question, rows)())).toBeNull();
  });

  it('are asked of both a selection and all areas, and answered with numbers', () => {
    expect(new Set(questions.map((question) => question.areas.length === 0))).toEqual(new Set([true, false]));
    const answered = questions.filter((_, i) => oursTo(i).ours.totals.value.some((total) => total > 0));
    expect(answered.length).toBeGreaterThan(20);
  });

  it('are answered with several qualifiers in every part, with counts, and with all three states', () => {
    const answers = questions.map((_, i) => oursTo(i).ours);
    const kindsOf = (name: string) => new Set(answers.flatMap((answer) => [...(columnsOf(answer).get(name) ?? [])]));
    for (const part of ['byMonth', 'byArea', 'byCategory', 'totals']) {
      const kinds = kindsOf(`${part}.qualifier`);
      kinds.delete(ofNothing);
      expect([part, kinds.size]).toEqual([part, expect.toSatisfy((size: number) => size >= 3)]);
      expect(Math.max(...kindsOf(`${part}.counted`))).toBeGreaterThan(3);
    }
    expect(kindsOf('coverage')).toEqual(new Set([0, isUnmentioned, hasValue]));
  });

  /** Our answer to a question, and how that from some other rows differs. */
  const asked = (question: Question) => {
    const ours = toAnswer(world, question, answer(resolved, 'refresh', toRequest(world, question)));
    return { ours, withRows: (others: FactRow[]) => differenceOf(ours, reduceRows(world, question, others)()) };
  };
  const everything: Question = { subject: 0, areas: [], categories: [], firstMonth: 0, months: 24 };
  const found = (test: (row: FactRow) => boolean): FactRow => {
    const row = rows.find(test);
    if (!row) throw new Error('no such fact');
    return row;
  };

  it('a fact more, or one with another qualifier, is told as a difference', () => {
    const { ours, withRows } = asked(everything);
    const fact = found((row) => row.root === 1 && row.subject === 0);
    expect(withRows(rows)).toBeNull();
    expect(withRows([...rows, fact])).toMatch(/^byMonth\.value/);
    expect(withRows([...rows, { ...fact, value: 0 }])).toMatch(/^byMonth\.counted/);
    const [about, under] = [qualifiers.indexOf('about'), qualifiers.indexOf('under')];
    const qualifierOf = ({ category, month }: FactRow) => ours.byCategory.qualifier[category * 24 + month] ?? about;
    const clear = found((row) => row.root === 1 && row.subject === 0 && ![about, under].includes(qualifierOf(row)));
    const changed = rows.map((row) => (row === clear ? { ...row, qualifier: under } : row));
    expect(withRows(changed)).toMatch(/^by(Month|Area|Category)\.qualifier/);
  });

  it('a month that a report covers more or less is told as a difference', () => {
    const rare = questions.find((_, i) => oursTo(i).ours.coverage.includes(isUnmentioned));
    const { withRows } = asked(rare ?? everything);
    expect(withRows(rows.filter(({ subject }) => subject !== coveredSubject))).toMatch(/^coverage.*: 1 and 0$/);
    const { ours, withRows: withMore } = asked(everything);
    const unreported = ours.coverage.indexOf(0);
    const place = { area: Math.floor(unreported / 24), month: unreported % 24 };
    const fact = { ...found(({ subject }) => subject === coveredSubject), ...place };
    expect(withMore([...rows, fact])).toMatch(/^coverage.*: 0 and 1$/);
  });

  it.each(['byMonth', 'byArea', 'byCategory', 'totals'] as const)(
    'a wrong number of %s is told as a difference',
    (part) => {
      const { ours } = asked(everything);
      const at = ours[part].counted.findIndex((count) => count > 0);
      const wrong = (column: keyof Sums, by: number) => {
        const changed = ours[part][column].slice();
        changed[at] = (changed[at] ?? 0) + by;
        return differenceOf(ours, { ...ours, [part]: { ...ours[part], [column]: changed } });
      };
      expect(at).toBeGreaterThanOrEqual(0);
      expect(wrong('value', 1 + (ours[part].value[at] ?? 0))).toMatch(`${part}.value[${String(at)}]`);
      expect(wrong('counted', 1)).toMatch(`${part}.counted[${String(at)}]`);
      expect(wrong('qualifier', 1)).toMatch(`${part}.qualifier[${String(at)}]`);
      expect(differenceOf(ours, { ...ours, [part]: { ...ours[part], value: ours[part].value.slice(1) } })).toMatch(
        `${part}.value: `,
      );
    },
  );
});
