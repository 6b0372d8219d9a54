// Reasons to leave a number out. To add one: a file or an entry beside its kin, with examples and near misses, and its
// place in the list; the first that applies gives the reason. tests/extract/exclude.test.ts sweeps all examples.
import type { View } from '../context/view';
import { listOfPoints, parties, placeName, setPhrase } from './abstract';
import { perHead, radius, range, threshold } from './amounts';
import { type Exclusion, surroundingsOf } from './exclusion';
import { backReference, indefinite, ordinal } from './ordinal';
import { inDocumentTitle, inQuotedName, inSpeech } from './quoted';
import { bareScale, digitByDigit, pageCounter, vague } from './vague';

/** All rules in order. */
export const exclusions: readonly Exclusion[] = [
  inDocumentTitle,
  inQuotedName,
  inSpeech,
  ordinal,
  backReference,
  range,
  perHead,
  threshold,
  radius,
  vague,
  pageCounter,
  digitByDigit,
  bareScale,
  indefinite,
  placeName,
  listOfPoints,
  setPhrase,
  parties,
];

/** Id of the first rule that leaves the number out; null when none does. */
export function exclusionOf(view: View): string | null {
  if (view.line.kind === 'footer') return 'footer';
  const around = surroundingsOf(view);
  return exclusions.find((rule) => rule.excludes(around))?.id ?? null;
}
