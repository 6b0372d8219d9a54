import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/model/observation';
import { isWithin } from '../../src/model/period';
import type { Report } from '../../src/model/report';
import { simulateReports } from '../../src/simulate/simulateReports';
import { skewedSchedule } from '../../src/simulate/skewedSchedule';
import { syntheticAreas } from '../../src/simulate/syntheticAreas';

const areas = syntheticAreas(200);
const plan = { seed: 11, areas, firstMonth: 2022 * 12, months: 120 };
const wanted = 1200;
const issuers = areas.filter(({ level }) => level !== 'province').map(({ place }) => place);

describe('a skewed world', () => {
  const made = [...simulateReports({ ...plan, schedule: skewedSchedule({ ...plan, reports: wanted }) })];
  const reports = made.map(({ report }) => report);
  const observations = made.flatMap((one) => one.observations);
  const first = reports.filter(({ issueNumber }) => issueNumber === '1');
  const countOf = (frequency: string) => {
    const counts = new Map(issuers.map((place) => [place, 0]));
    for (const report of first)
      if (report.frequency === frequency) counts.set(report.refArea, (counts.get(report.refArea) ?? 0) + 1);
    return [...counts.values()].sort((a, b) => b - a);
  };
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

  it('is the same every time', () => {
    const again = simulateReports({ ...plan, schedule: skewedSchedule({ ...plan, reports: wanted }) });
    expect([...again]).toEqual(made);
  });

  it('has as many monthly reports as are wanted, from everybody, most of them from a few', () => {
    const counts = countOf('M');
    expect(counts).toHaveLength(220);
    expect(Math.abs(sum(counts) - wanted)).toBeLessThan(wanted * 0.02);
    expect(counts.at(-1)).toBe(1);
    expect(counts[0]).toBe(plan.months);
    expect(sum(counts.slice(0, 22))).toBeGreaterThan(sum(counts) * 0.45);
    // The median reports once in ten years or twice.
    expect(counts[110]).toBeLessThan(3);
  });

  it('skews what sums up as well, and gives it rarely', () => {
    for (const frequency of ['S', 'A']) {
      const counts = countOf(frequency);
      expect(counts[0]).toBeGreaterThan(7);
      expect(counts.filter((count) => count === 0).length).toBeGreaterThan(100);
      expect(counts.filter((count) => count > 0).length).toBeGreaterThan(10);
    }
  });

  it('has every granularity, revisions, parts, targets, stocks, rates and rounded numbers', () => {
    expect(new Set(reports.map(({ frequency }) => frequency))).toEqual(new Set(['M', 'Q', 'S', 'A']));
    expect(reports.some(({ issueNumber }) => issueNumber === '2')).toBe(true);
    expect(observations.some(({ partOf }) => partOf !== null)).toBe(true);
    expect(observations.some(({ status }) => status === 'target')).toBe(true);
    expect(new Set(observations.map(({ kind }) => kind))).toEqual(new Set(['flow', 'stock', 'rate']));
    expect(new Set(observations.map(({ qualifier }) => qualifier)).size).toBeGreaterThan(3);
  });

  it('counts sixteen measures in ten categories, none of which is most of it', () => {
    const share = (pick: (one: Observation) => string) => {
      const counts = new Map<string, number>();
      for (const one of observations) counts.set(pick(one), (counts.get(pick(one)) ?? 0) + 1);
      return [...counts.values()].map((count) => count / observations.length);
    };
    for (const [shares, count] of [
      [share(({ measure }) => measure), 16],
      [share(({ category }) => category), 10],
    ] as const) {
      expect(shares).toHaveLength(count);
      expect(Math.max(...shares)).toBeLessThan(0.2);
    }
  });

  it('has reports of about fifty numbers', () => {
    const perReport = observations.length / reports.length;
    expect(perReport).toBeGreaterThan(40);
    expect(perReport).toBeLessThan(55);
  });

  it('has months on which a county reports and its city does, about the county even, and longer reports that hold them', () => {
    const monthOf = ({ refArea, coverageStart }: Report) => `${refArea} ${coverageStart}`;
    const monthly = first.filter(({ frequency }) => frequency === 'M');
    const known = new Set(monthly.map(monthOf));
    const cities = new Set(areas.filter(({ level }) => level === 'prefecture').map(({ code }) => code));
    const ofCities = new Set(monthly.filter(({ refArea }) => cities.has(refArea)).map(({ id }) => id));
    const both = observations.filter(
      ({ reportId, refArea, periodStart }) =>
        ofCities.has(reportId) && !cities.has(refArea) && known.has(`${refArea} ${periodStart ?? ''}`),
    );
    expect(both.length).toBeGreaterThan(10);
    const years = first.filter(({ frequency }) => frequency === 'A');
    const held = monthly.filter((month) =>
      years.some(
        (year) =>
          year.refArea === month.refArea &&
          isWithin(
            { start: month.coverageStart, end: month.coverageEnd },
            { start: year.coverageStart, end: year.coverageEnd },
          ),
      ),
    );
    expect(held.length).toBeGreaterThan(100);
  });
});
