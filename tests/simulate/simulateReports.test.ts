import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset';
import { isWithin } from '../../src/model/period';
import { readDescriptor } from '../../src/read/package/descriptor';
import { demoDataset } from '../../src/simulate/demoDataset';
import { simulateReports } from '../../src/simulate/simulateReports';
import { syntheticAreas } from '../../src/simulate/syntheticAreas';
import { answer } from '../../src/statistics/answer';
import type { Filter } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { readWhole } from '../support/store/readWhole';

function bundledDataset(): Dataset {
  const described = readDescriptor(readFileSync('data/datapackage.json', 'utf8'));
  if (!described.ok) throw new Error('no descriptor');
  const { resources } = described.descriptor;
  const texts = new Map(
    resources.flatMap(({ paths }) => paths).map((path) => [path, readFileSync(`data/${path}`, 'utf8')]),
  );
  const read = readWhole(described.descriptor, texts);
  if (!read.ok) throw new Error('no package');
  return read.dataPackage.dataset;
}

describe('the demo', () => {
  let real: Dataset;
  let demo: Dataset;
  beforeAll(() => {
    real = bundledDataset();
    demo = demoDataset(real);
  });

  it('is the same every time', () => {
    expect(demoDataset(real)).toEqual(demo);
  });

  it('says in every title and issuer that nothing in it is true', () => {
    for (const { title, issuer } of demo.reports) expect(`${title} ${issuer}`).toMatch(/模拟数据.*模拟数据/);
  });

  it('holds eight counties over 48 months, every granularity, revisions, parts, targets, stocks and rates', () => {
    const monthly = demo.reports.filter(({ frequency }) => frequency === 'M');
    expect(new Set(monthly.map(({ coverageStart }) => coverageStart)).size).toBe(48);
    expect(new Set(demo.reports.map(({ refArea }) => refArea)).size).toBe(9);
    expect(new Set(demo.reports.map(({ frequency }) => frequency))).toEqual(new Set(['M', 'Q', 'S', 'A']));
    expect(demo.reports.some(({ id }) => id.endsWith('.2'))).toBe(true);
    expect(demo.observations.some(({ partOf }) => partOf !== null)).toBe(true);
    expect(demo.observations.some(({ status }) => status === 'target')).toBe(true);
    expect(new Set(demo.observations.map(({ kind }) => kind))).toEqual(new Set(['flow', 'stock', 'rate']));
    expect(new Set(demo.observations.map(({ qualifier }) => qualifier)).size).toBeGreaterThan(3);
  });

  it('has unique ids, parts within their wholes, and observations within their reports', () => {
    const reports = new Map(demo.reports.map((report) => [report.id, report]));
    const byId = new Map(demo.observations.map((observation) => [observation.id, observation]));
    expect(reports.size).toBe(demo.reports.length);
    expect(byId.size).toBe(demo.observations.length);
    for (const { reportId, partOf, value, periodStart, periodEnd, status } of demo.observations) {
      expect(value).toBeGreaterThan(0);
      const report = reports.get(reportId);
      const period = { start: periodStart ?? '', end: periodEnd ?? '' };
      if (status === 'actual')
        expect(isWithin(period, { start: report?.coverageStart ?? '', end: report?.coverageEnd ?? '' })).toBe(true);
      if (partOf !== null) expect(byId.get(partOf)?.value).toBeGreaterThanOrEqual(value);
    }
  });

  it('names only indicators, areas and categories that the package has', () => {
    const indicators = new Set(real.indicators.map(({ code }) => code));
    const areas = new Set(real.areas.map(({ code }) => code));
    for (const { indicator, refArea } of demo.observations) {
      if (indicator !== null) expect(indicators).toContain(indicator);
      expect(areas).toContain(refArea);
    }
  });

  it('leaves some months unreported and counts no month of a year twice', () => {
    const filter: Filter = { granularity: 'M', from: null, to: null, areas: [], categories: [], reports: [] };
    const resolved = resolveDataset(demo);
    const ask = (granularity: Filter['granularity']) =>
      answer(resolved, 'series', {
        filter: { ...filter, granularity, areas: ['421022'] },
        subject: 'members',
        split: 'none',
      }).overall;
    const months = ask('M').cells;
    expect(months.map(({ state }) => state)).toContain('unreported');
    const year = ask('A').cells[0]?.value ?? 0;
    const sum = months.slice(0, 12).reduce((all, { value }) => all + (value ?? 0), 0);
    // The year's summary stands for its months, the missing ones among them.
    expect(year).toBeGreaterThanOrEqual(sum * 0.95);
    expect(year).toBeLessThan(sum * 2);
  });
});

test('reports of any size come one at a time', () => {
  const areas = syntheticAreas(250);
  expect(areas.filter(({ level }) => level === 'county')).toHaveLength(250);
  expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  const stream = simulateReports({ seed: 7, areas, firstMonth: 2020 * 12, months: 1200 });
  const first: string[] = [];
  for (const { report } of stream) if (first.push(report.id) === 40) break;
  expect(new Set(first).size).toBe(40);
});
