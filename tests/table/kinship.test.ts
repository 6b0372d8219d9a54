import { expect, it } from 'vitest';
import { kinshipOf } from '../../src/app/components/figure/kinship';
import type { Observation } from '../../src/model/observation';

const named = (id: string, partOf: string | null) => ({ id, partOf, label: `label ${id}` }) as Observation;

it('knows the whole of a part and the parts of a whole', () => {
  const kinship = kinshipOf([named('a', null), named('b', 'a'), named('c', 'a')]);
  expect(kinship.get('b')).toEqual({ whole: { label: 'label a' }, parts: [] });
  expect(kinship.get('a')).toEqual({ whole: null, parts: ['label b', 'label c'] });
});

it('says that a whole is unknown when it is not in the list', () => {
  expect(kinshipOf([named('b', 'a')]).get('b')?.whole).toBe('unknown');
});

it('does not hang on circles, and counts an observation that is listed twice once', () => {
  const kinship = kinshipOf([named('a', 'a'), named('b', 'c'), named('c', 'b'), named('c', 'b')]);
  expect(kinship.get('a')?.parts).toEqual([]);
  expect(kinship.get('b')?.parts).toEqual(['label c']);
});
