import { expect, test } from 'vitest';
import type { Report } from '../../../src/model/report';
import { aDataset, anObservation, aReport } from '../../support/datasets';
import { cellOf, explanationOf } from '../ask';

const november = (more: Partial<Report>) => aReport('421000', '2018-11', more);

/** Value of 2018 when the first issue says 10 and the second 20. */
const standing = (first: Partial<Report>, second: Partial<Report>) => {
  const [a, b] = [november({ id: 'a', ...first }), november({ id: 'b', ...second })];
  return cellOf(aDataset([b, a], [anObservation(b, 20), anObservation(a, 10)]), '2018').value;
};

test('of two issues the later stands: by date, then by number, then by revision, then by id', () => {
  expect(standing({ issuedOn: '2018-12-20' }, { issuedOn: '2018-12-12' })).toBe(10);
  expect(standing({}, { issuedOn: '2018-12-12' })).toBe(20);
  expect(standing({ issueNumber: '第１０期' }, { issueNumber: '第 9 期' })).toBe(10);
  expect(standing({ id: '421000-2018-11.10' }, { id: '421000-2018-11.2' })).toBe(10);
  expect(standing({}, {})).toBe(20);
});

test('the older issue is left out by the newer one', () => {
  const [first, second] = [november({}), november({ id: '421000-2018-11.2' })];
  const data = aDataset([first, second], [anObservation(first, 10), anObservation(second, 20)]);
  const { leftOut, cell } = explanationOf(data, ['2018']);
  expect(leftOut).toMatchObject([{ reason: 'superseded', by: second.id }]);
  expect(cell).toMatchObject({ value: 20, months: { covered: 1 } });
});

test('the issuer is the same however it is spaced; another issuer is no revision', () => {
  expect(standing({ issuer: '荆州市 总工会' }, { issuer: '荆州市总工会' })).toBe(20);
  expect(standing({ issuer: '女职工委员会' }, { issuer: '荆州市总工会' })).toBe(30);
});

test('both codes of a place are one issuer place; another coverage is no revision', () => {
  const [old, today] = [aReport('421023', '2020', { issuer: 'x' }), aReport('421088', '2020', { issuer: 'x' })];
  const data = aDataset([old, today], [anObservation(old, 10), anObservation(today, 20)]);
  expect(cellOf(data, '2020', { areas: ['421088'] }).value).toBe(20);
  const october = aReport('421000', '2018-10');
  const both = aDataset([november({}), october], [anObservation(november({}), 1), anObservation(october, 2)]);
  expect(cellOf(both, '2018').value).toBe(3);
});

test('a rejected number counts nowhere, and a report chosen alone is as if the others had not been read', () => {
  const [first, second] = [november({}), november({ id: '421000-2018-11.2' })];
  const data = aDataset([first, second], [anObservation(first, 10), anObservation(second, 20, { review: 'rejected' })]);
  expect(
    explanationOf(data, ['2018'])
      .leftOut.map(({ reason }) => reason)
      .sort(),
  ).toEqual(['rejected', 'superseded']);
  expect(cellOf(data, '2018', { reports: [first.id] }).value).toBe(10);
});
