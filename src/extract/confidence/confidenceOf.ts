import type { CategoryReading } from '../category/categoryOf';
import type { View } from '../context/view';
import { within } from '../document';
import type { IssueCode } from '../issue';
import type { MeasureReading } from '../measure/measureOf';
import type { PeriodReading } from '../period/periodOf';

/** What is known about how an observation was read. */
export interface Evidence {
  view: View;
  measure: MeasureReading;
  category: CategoryReading;
  period: PeriodReading;
  areaPrinted: boolean;
  /** Whether the unit was printed beside the number. */
  unitPrinted: boolean;
  kind: 'flow' | 'stock' | 'rate';
  status: 'actual' | 'target';
}

/** Confidence with the reasons that lowered it. */
export interface Confidence {
  value: number;
  reasons: IssueCode[];
}

/** Whether a day was told before on the same line, of an event that was taken for another one. */
function hasDayBefore({ report, line, quantity }: View): boolean {
  const from = Math.max(line.start, quantity.start - 200);
  return within(report.times, from, quantity.start).some((time) => time.kind === 'date' && time.from.day !== undefined);
}

/** What kept a number from being plain, whatever the clarity of its fields; measured on reports not seen before. */
function doubtsOf({ view, measure, period, kind, status }: Evidence): IssueCode[] {
  const { report, sentence, quantity, line } = view;
  const doubts: IssueCode[] = [];
  if (!measure.head) doubts.push('noun-unknown');
  if (!within(report.cues, sentence.start, quantity.start).some(({ entry }) => entry.isAct)) doubts.push('act-missing');
  if (line.kind !== 'body' || line.headings.length === 0) doubts.push('heading-missing');
  if (kind === 'stock' || status === 'target') doubts.push('level-or-target');
  const times = within(report.times, sentence.start, quantity.start);
  if (period.basis !== 'heading' && times.some((time) => time.kind !== 'duration')) doubts.push('time-printed');
  return doubts;
}

/** Highest confidence of a number that is not plain. */
const DOUBTFUL = 0.89;

/**
 * Estimates how likely every field is right; 0.9 and above is meant for acceptance in bulk, at 95 right of 100.
 * Input: how the fields were read. Output: 0 to 1, with the reasons that lowered it. The factors were set on invented
 * reports that the rules had not seen and must be checked again whenever measured material is added.
 */
export function confidenceOf(evidence: Evidence): Confidence {
  const reasons: IssueCode[] = [];
  let value = 0.97;
  const lower = (code: IssueCode, factor: number) => {
    reasons.push(code);
    value *= factor;
  };
  if (evidence.measure.clarity < 0.3) lower('measure-unclear', 0.7);
  else if (evidence.measure.clarity < 0.9) lower('measure-unclear', 0.88);
  if (evidence.category.clarity < 0.3) lower('category-unclear', 0.7);
  else if (evidence.category.clarity < 0.9) lower('category-unclear', 0.88);
  if (evidence.category.fromHeading) lower('category-from-heading', 0.9);
  if (evidence.period.basis === 'event') lower('period-from-event', 0.9);
  if (evidence.period.basis === 'coverage' && hasDayBefore(evidence.view)) lower('period-from-event', 0.9);
  if (evidence.areaPrinted) lower('area-named', 0.93);
  if (!evidence.unitPrinted) lower('unit-unknown', 0.8);
  if (evidence.view.quantity.unit?.form === '%' && evidence.view.quantity.value > 100) lower('rate-over-100', 0.7);
  if (evidence.kind === 'stock') value *= 0.92;
  const doubts = doubtsOf(evidence);
  if (doubts.length > 0) {
    reasons.push(...doubts);
    value = Math.min(value, DOUBTFUL);
  }
  return { value: Math.round(value * 100) / 100, reasons };
}
