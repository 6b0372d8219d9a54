import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/model/area';
import type { Dataset } from '../../src/model/dataset';
import type { Indicator } from '../../src/model/indicator';
import { measureCodes } from '../../src/model/measures';
import type { Observation } from '../../src/model/observation';
import type { Report } from '../../src/model/report';
import { answer } from '../../src/statistics/answer';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { aFilter } from '../support/datasets';
import * as twin from '../support/twin/answers';
import { cellOf, explanationOf, figureOf, tileOf, waysOf } from './ask';

type Row = Record<string, string>;
const tableOf = (name: string) =>
  Papa.parse<Row>(readFileSync(`data/${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true }).data;
const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);

const reports = tableOf('reports').map((row) => ({
  ...row,
  issuedOn: orNull(row['issuedOn']),
  issueNumber: orNull(row['issueNumber']),
  implied: [],
})) as unknown as Report[];
const observations = tableOf('observations').map((row) => ({
  ...row,
  value: Number(row['value']),
  start: Number(row['start']),
  end: Number(row['end']),
  partOf: orNull(row['partOf']),
  indicator: orNull(row['indicator']),
  confidence: 1,
  review: 'accepted',
  implied: [],
})) as unknown as Observation[];
const indicators = tableOf('indicators').map((row) => ({ ...row, aliases: [] })) as unknown as Indicator[];
const areas = tableOf('areas').map((row) => ({
  ...row,
  parent: orNull(row['parent']),
  order: Number(row['order']),
})) as unknown as Area[];
const data: Dataset = { reports, observations, indicators, areas };
const months = { granularity: 'M' } as const;

describe('the published package', () => {
  test('2018 has the year summary alone; the November bulletin is left out and counted', () => {
    expect(cellOf(data, '2018')).toMatchObject({
      value: 380320,
      qualifier: 'about',
      basis: 'own',
      months: { covered: 12, total: 12 },
      counted: 3,
      leftOut: 1,
    });
    const { leftOut } = explanationOf(data, ['2018']);
    expect(leftOut).toMatchObject([{ reason: 'covered-by-longer', by: '421000-2018', observation: { value: 170 } }]);
  });

  test('each honour counts, also two medals of one in the same report', () => {
    const ofCity = { subject: 'honours', areas: ['421000'] };
    const said = [1, 30, 100, 1, 1, 1, 2, 4, 40, 30];
    expect(cellOf(data, '2018', ofCity).value).toBe(said.reduce((a, b) => a + b));
  });

  test('by month the bulletins show, the months between are unreported, the year stands beside them', () => {
    expect(cellOf(data, '2018-11', months)).toMatchObject({ value: 170, qualifier: 'over', months: { covered: 1 } });
    expect(cellOf(data, '2019-03', months)).toMatchObject({ value: 4000, qualifier: 'about' });
    expect(cellOf(data, '2019-01', months)).toMatchObject({ state: 'unreported', value: null });
    expect(cellOf(data, '2020-05', months)).toMatchObject({ state: 'unmentioned', value: null });
    expect(figureOf(data, months).beyond).toMatchObject([{ bucket: '2018', cell: { value: 380320 } }]);
  });

  test('2019 of 荆州 speaks from one month, and has nothing of the year before to compare with', () => {
    expect(cellOf(data, '2019')).toMatchObject({ value: 4000, months: { covered: 1, total: 12 } });
    expect(tileOf(data, { to: '2019-12-31' }).yearOnYear).toMatchObject({ change: null, reason: 'different-basis' });
  });

  test('funds of 2018 are a sum with the bounds of its addends', () => {
    expect(cellOf(data, '2018', { subject: 'funds' })).toMatchObject({
      value: 80540000,
      unit: '元',
      qualifier: 'about',
    });
    expect(cellOf(data, '2018', { subject: 'winter-relief-funds' })).toMatchObject({ value: 1e7, qualifier: 'over' });
  });

  test('rates are not added', () => {
    expect(cellOf(data, '2018', { subject: 'rate' })).toMatchObject({
      value: null,
      reason: 'rate-not-additive',
      counted: 2,
    });
    expect(cellOf(data, '2018', { subject: 'safety-contract-rate' })).toMatchObject({ value: 92, qualifier: 'over' });
  });

  test('the province is the sum of its cities, and 鄂州 that of its districts', () => {
    const province = cellOf(data, '2019', { areas: [], subject: 'funds' });
    expect(province).toMatchObject({ basis: 'children', children: { reported: 2, total: 2 }, value: 636100 });
    const ezhou = cellOf(data, '2019', { areas: ['420700'], subject: 'funds' });
    expect(ezhou).toMatchObject({ basis: 'children', children: { reported: 1, total: 3 }, months: { covered: 6 } });
  });

  test('监利 is found under the code of then and of now, from what the city says', () => {
    for (const place of ['421023', '421088']) {
      const cell = cellOf(data, '2020-05', { ...months, areas: [place], subject: 'funds' });
      expect(cell).toMatchObject({ value: 18000, basis: 'above' });
    }
  });

  test('a running total is a stock with its part left out', () => {
    const explanation = explanationOf(data, ['2019'], { subject: 'trainees.stock' });
    expect(waysOf(explanation)).toEqual({ counted: [3376], leftOut: ['1896 part'] });
  });

  test('every measure by year, and the headline ones by month, equal the slow twin', { timeout: 120_000 }, () => {
    const resolved = resolveDataset(data);
    const byYear = measureCodes.map((subject) => ({ subject, granularity: 'A' as const }));
    const byMonth = ['participants', 'members.stock'].map((subject) => ({ subject, granularity: 'M' as const }));
    for (const { subject, granularity } of [...byYear, ...byMonth]) {
      const request = { filter: aFilter({ granularity, areas: ['421000'] }), subject, split: 'none' as const };
      expect(answer(resolved, 'series', request)).toEqual(twin.series(data, request));
    }
  });
});
