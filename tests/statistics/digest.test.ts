import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../src/statistics/answer';
import { readDigestLine } from '../../src/statistics/reportDigest';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import type { Dataset } from '../../src/model/dataset';
import { arbitraryDataset } from '../support/arbitraryDataset';

const digestOf = (dataset: Dataset): Record<string, string> =>
  Object.fromEntries(
    answer(resolveDataset(dataset), 'digest', {})
      .lines.split('\n')
      .flatMap((line) => (line === '' ? [] : [readDigestLine(line) ?? ['unread', line]])),
  );

test('the same data has the same marks, in whatever order it is read', () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const turned = { ...dataset, observations: [...dataset.observations].reverse() };
      expect(digestOf(turned)).toEqual(digestOf(dataset));
      expect(Object.keys(digestOf(dataset)).sort()).toEqual(dataset.reports.map(({ id }) => id).sort());
    }),
    { seed: 11, numRuns: 50 },
  );
});

test('a changed value, qualifier or decision changes the mark of its own report alone', () => {
  fc.assert(
    fc.property(
      arbitraryDataset,
      fc.nat(29),
      fc.constantFrom('value', 'qualifier', 'review'),
      (dataset, nth, field) => {
        const at = nth % dataset.observations.length;
        const changed: Dataset = {
          ...dataset,
          observations: dataset.observations.map((one, i) => {
            if (i !== at) return one;
            if (field === 'value') return { ...one, value: one.value + 1 };
            if (field === 'qualifier') return { ...one, qualifier: one.qualifier === 'about' ? 'over' : 'about' };
            return { ...one, review: one.review === 'rejected' ? 'accepted' : 'rejected' };
          }),
        };
        const [before, after] = [digestOf(dataset), digestOf(changed)];
        const differing = Object.keys(before).filter((id) => before[id] !== after[id]);
        expect(differing).toEqual([dataset.observations[at]?.reportId]);
      },
    ),
    { seed: 12, numRuns: 50 },
  );
});
