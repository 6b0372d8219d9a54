import { serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/model/appError';
import type { Observation } from '../../src/model/observation';
import { packSegment, unpackSegment } from '../../src/store/segment';
import { arbitraryObservation, arbitraryReport } from '../support/store/arbitraryObservation';
import { smallPackage } from '../support/store/packageSmall';

const roundTrip = (observations: Observation[]) => unpackSegment(structuredClone(packSegment('r', observations)));

test('gives back what an extractor packed, also through a structured clone', () => {
  fc.assert(
    fc.property(arbitraryReport('r'), (observations) => {
      expect(roundTrip(observations)).toEqual(observations);
    }),
    { seed: 20181101 },
  );
});

test('gives back observations with any ids, wholes elsewhere and repeated ids included', () => {
  fc.assert(
    fc.property(fc.array(arbitraryObservation('r'), { maxLength: 20 }), (observations) => {
      expect(roundTrip(observations)).toEqual(observations);
    }),
    { seed: 20181102 },
  );
});

test('widens its codes beyond 256 and 65536 distinct values', () => {
  const [template] = smallPackage().dataset.observations;
  if (!template) throw new Error('the fixture is empty');
  for (const count of [257, 65_537]) {
    const many = Array.from({ length: count }, (_, index) => ({
      ...template,
      id: `r.${index}`,
      reportId: 'r',
      start: index,
      unit: `单位${index}`,
    }));
    const back = roundTrip(many);
    expect(back.length).toBe(count);
    expect(back.every(({ unit, start }) => unit === `单位${start}`)).toBe(true);
  }
});

test('takes no observation of another report and no offset that would wrap', () => {
  const [first] = smallPackage().dataset.observations;
  if (!first) throw new Error('the fixture is empty');
  expect(() => packSegment('other', [first])).toThrow('observation of another report: 421000-2018.10');
  for (const start of [-1, 1.5, 2 ** 32, Number.NaN]) {
    expect(() => packSegment(first.reportId, [{ ...first, start }])).toThrow('invalid offset');
  }
});

test('a damaged or unknown record is said to be broken, not read as something else', () => {
  const observations = smallPackage().dataset.observations.filter(({ reportId }) => reportId === '421000-2018');
  const segment = packSegment('421000-2018', observations);
  const damaged = [
    { ...segment, format: 2 },
    { ...segment, label: segment.label.slice(1) },
    { ...segment, codes: segment.codes.slice(1) },
    { ...segment, codes: segment.codes.map(() => 200) },
  ];
  for (const record of damaged) {
    expect(() => unpackSegment(record)).toThrow(expect.objectContaining({ code: 'db-broken' }));
    expect(() => unpackSegment(record)).toThrow(AppError);
  }
});

test('fifty observations stay small', () => {
  const { observations } = smallPackage().dataset;
  const fifty = Array.from({ length: 50 }, (_, index) => {
    const template = observations[index % observations.length];
    if (!template) throw new Error('the fixture is empty');
    return {
      ...template,
      id: `421000-2018.${index * 70}`,
      reportId: '421000-2018',
      start: index * 70,
      end: index * 70 + 8,
      partOf: null,
    };
  });
  const packed = serialize(packSegment('421000-2018', fifty)).length / fifty.length;
  const plain = serialize(fifty).length / fifty.length;
  expect(packed).toBeLessThan(90);
  expect(packed).toBeLessThan(plain / 5);
});
