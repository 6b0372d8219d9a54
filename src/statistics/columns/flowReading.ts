import { categoryCodes } from '../../model/categories';
import { isCoarser, spansOf } from '../buckets';
import type { Scope } from '../cell';
import type { Counting } from '../cellAt';
import type { Span } from '../resolved';
import { bucketNumber } from './bucketNumber';
import { allCategories, type Where } from './eachCell';
import type { Flows, OpenSheet } from './flows';

/** Categories as bits; none is all. */
function categoryBits(categories: Scope['categories']): number {
  if (categories.length === 0) return allCategories;
  return categories.reduce((bits, code) => bits | (1 << categoryCodes.indexOf(code)), 0);
}

/** What a question about a flow counts. */
export type What = Pick<Counting, 'subject' | 'granularity'>;

/** What it reads. */
export interface Reading {
  open: OpenSheet | null;
  spans: readonly Span[];
  where: Where;
}

/** The sheet with the buckets of a figure, which are consecutive, and what counts in them. */
export function flowReading(
  flows: Flows,
  { subject, granularity }: What,
  buckets: readonly string[],
  scope: Scope,
): Reading {
  const spans = spansOf(buckets);
  const [first] = spans;
  // Buckets of a figure are alike.
  const isBeyond = first !== undefined && isCoarser(first, granularity);
  const open = first ? flows.open(subject.code, isBeyond ? null : granularity) : null;
  const from = !first
    ? 0
    : isBeyond
      ? (open?.sheet.spans.indexOf(first.id) ?? -1)
      : bucketNumber(granularity, first.id);
  const where: Where = {
    places: flows.numbersOf(scope.places),
    isEverything: scope.places === flows.roots,
    categories: categoryBits(scope.categories),
    from,
    count: spans.length,
  };
  return { open: from < 0 ? null : open, spans, where };
}
