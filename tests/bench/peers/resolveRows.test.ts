import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/model/area';
import type { Dataset } from '../../../src/model/dataset';
import type { Observation } from '../../../src/model/observation';
import type { Report } from '../../../src/model/report';
import { aDataset, anObservation, aReport, areas, during } from '../../support/datasets';
import { resolvedFacts } from './data/resolvedFacts';
import { coveredSubject, factRows, noCounty, type FactRow } from './facts';
import { resolveRows } from './page/resolveRows';
import { simulatedDataset } from './simulatedDataset';
import type { Known } from './world';

const texts = (rows: readonly FactRow[]) =>
  rows
    .map(({ value, area, month, subject, category, root, qualifier }) =>
      [subject, month, area, root, category, qualifier, value].join(),
    )
    .sort();

/** The rows of both, which must be the same as often. */
function expectSame(dataset: Dataset, known: Known): FactRow[] {
  const rows = [...resolveRows(dataset, known).values()].flat();
  expect(texts(rows)).toEqual(texts(factRows(resolvedFacts(dataset, known))));
  return rows;
}

describe('rules that loops over rows apply leave what our statistics leave', () => {
  it.each([
    ['all areas report', 7, 12, undefined],
    ['all areas report, other numbers', 8, 30, undefined],
    ['few areas report often', 7, 12, 60],
    ['hardly anybody reports', 9, 120, 200],
  ] as const)('of simulated reports: %s', (_, seed, counties, reports) => {
    const { dataset, known } = simulatedDataset(seed, counties, reports);
    const rows = expectSame(dataset, known);
    expect(rows.filter(({ subject }) => subject === coveredSubject).length).toBeGreaterThan(10);
    // For a county and the total, for the county alone, for the total alone.
    const kinds = new Set(rows.map(({ area, root }) => `${String(area !== noCounty)} ${String(root)}`));
    expect(kinds).toEqual(new Set(['true 1', 'true 0', 'false 1']));
  });
});

const known: Known = {
  counties: areas.filter(({ level, code, place }) => level === 'county' && code === place).map(({ code }) => code),
  subjects: ['participants'],
  firstMonth: 2018 * 12,
};
const [city, county, other] = ['421000', '421002', '421087'] as const;

/** Each row but those of coverage: value, county or `-`, and whether it counts in the total. */
function countedIn(places: Area[], ...said: [Report, ...Observation[]][]): string[] {
  const reports = said.map(([report]) => report);
  const observations = said.flatMap(([, ...mine]) => mine);
  return expectSame({ ...aDataset(reports, observations), areas: places }, known)
    .filter(({ subject }) => subject !== coveredSubject)
    .map(({ value, area, root }) => [value, known.counties[area] ?? '-', root].join(' '))
    .sort();
}

const counted = (...said: [Report, ...Observation[]][]) => countedIn(areas, ...said);

describe('rules that loops over rows apply', () => {
  const ofCity = aReport(city, '2018-02');
  const ofCounty = aReport(county, '2018-02');

  it('let a later issue replace the earlier whole', () => {
    const later = { ...ofCounty, id: `${ofCounty.id}.2`, issuedOn: '2018-03-20' };
    const [first, both, again] = [1, 2, 3].map((value) => anObservation(ofCounty, value, { label: '甲' }));
    if (!first || !both || !again) throw new Error('three are made');
    expect(counted([ofCounty, first, both], [later, anObservation(later, 5)])).toEqual([`5 ${county} 1`]);
    expect(counted([later, anObservation(later, 5)], [ofCounty, again])).toEqual([`5 ${county} 1`]);
    for (const more of [{ issuer: '另一总工会' }, { refArea: other }]) {
      const beside = { ...later, ...more };
      expect(counted([ofCounty, first], [beside, anObservation(beside, 5)])).toHaveLength(2);
    }
  });

  it('count a part where its whole is not said, and else the whole alone', () => {
    const whole = anObservation(ofCounty, 10);
    const part = anObservation(ofCounty, 4, { partOf: whole.id });
    expect(counted([ofCounty, whole, part])).toEqual([`10 ${county} 1`]);
    expect(counted([ofCounty, part])).toEqual([`4 ${county} 1`]);
    const inMembers: Observation = { ...whole, measure: 'members' };
    expect(counted([ofCounty, inMembers, part])).toEqual([`10 ${county} 1`, `4 ${county} 1`]);
    // Beside the city's whole a part about the county counts for the county, not for the total.
    const [all, some] = [anObservation(ofCity, 10), anObservation(ofCity, 4, { refArea: county })];
    expect(counted([ofCity, all, { ...some, partOf: all.id }])).toEqual(['10 - 1', `4 ${county} 0`]);
  });

  it('count once what one report prints twice', () => {
    const one = anObservation(ofCounty, 7, { label: '甲' });
    const twice = anObservation(ofCounty, 7, { label: ' 甲 ' });
    expect(counted([ofCounty, one, twice])).toEqual([`7 ${county} 1`]);
    for (const more of [{ label: '乙' }, { unit: '人' }, { indicator: 'lectures' }, { category: 'skills' } as const])
      expect(counted([ofCounty, one, { ...twice, ...more }])).toHaveLength(2);
    expect(counted([ofCounty, one, { ...twice, value: 8 }])).toHaveLength(2);
    // Known as a part by one printing, it is one.
    const whole = anObservation(ofCounty, 9);
    expect(counted([ofCounty, whole, one, { ...twice, partOf: whole.id }])).toEqual([`9 ${county} 1`]);
  });

  it("count for a county what its city says, unless it has a report of its own; for the total the city's own alone", () => {
    const about = anObservation(ofCity, 3, { refArea: county });
    const own = anObservation(ofCounty, 2);
    expect(counted([ofCity, anObservation(ofCity, 9), about])).toEqual([`3 ${county} 1`, '9 - 1']);
    expect(counted([ofCity, anObservation(ofCity, 9), about], [ofCounty, own])).toEqual([
      `2 ${county} 0`,
      '3 - 1',
      '9 - 1',
    ]);
    expect(counted([ofCounty, own])).toEqual([`2 ${county} 1`]);
    // The county's report speaks for it also where it says nothing of this.
    expect(counted([ofCity, about], [ofCounty])).toEqual(['3 - 1']);
  });

  it('count for a county what the nearest federation above it says', () => {
    const ofProvince = aReport('420000', '2018-02');
    const [near, far] = [ofCity, ofProvince].map((report) => anObservation(report, 3, { refArea: county }));
    if (!near || !far) throw new Error('two are made');
    expect(counted([ofCity, near], [ofProvince, { ...far, value: 5 }])).toEqual([`3 ${county} 0`, '5 - 1']);
    expect(counted([ofProvince, far])).toEqual([`3 ${county} 1`]);
  });

  it('count for a county what a place in it says, and nothing about that place where another speaks for the county', () => {
    const [zone] = areas.filter(({ level }) => level === 'functional-zone');
    if (!zone) throw new Error('there is a zone');
    const within = areas.map((area) => (area === zone ? { ...area, parent: county } : area));
    const ofZone = aReport(zone.code, '2018-02');
    expect(countedIn(within, [ofZone, anObservation(ofZone, 6)])).toEqual([`6 ${county} 1`]);
    const ofProvince = aReport('420000', '2018-02');
    const about = anObservation(ofProvince, 5, { refArea: zone.code });
    expect(countedIn(within, [ofProvince, about])).toEqual([`5 ${county} 1`]);
    const near = anObservation(ofCity, 3, { refArea: county });
    expect(countedIn(within, [ofCity, near], [ofProvince, about])).toEqual([`3 ${county} 0`, '5 - 1']);
  });

  it('count in no month what is longer, and in its month what a longer report names', () => {
    const quarter = aReport(county, '2018-Q1');
    expect(counted([quarter, anObservation(quarter, 30)])).toEqual([]);
    const named = anObservation(quarter, 8, during('2018-02'));
    expect(counted([quarter, named])).toEqual([`8 ${county} 1`]);
    // Then the county has spoken for itself.
    const about = anObservation(ofCity, 3, { refArea: county });
    expect(counted([ofCity, about], [quarter, named])).toEqual(['3 - 1', `8 ${county} 0`]);
  });

  it('leave out plans, levels, ratios, what is undated and what a person has rejected', () => {
    const apart = [
      { status: 'target' },
      { kind: 'stock' },
      { measure: 'rate', kind: 'rate' },
      { periodStart: null, periodEnd: null },
      { review: 'rejected' },
    ] as const;
    for (const more of apart) expect(counted([ofCounty, anObservation(ofCounty, 1, more)])).toEqual([]);
  });
});
