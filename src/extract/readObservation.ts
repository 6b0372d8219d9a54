import type { Category } from '../model/categories';
import { areaOf } from './area/areaOf';
import { categoryOf } from './category/categoryOf';
import { type Confidence, confidenceOf } from './confidence/confidenceOf';
import type { View } from './context/view';
import { zonedCues } from './context/zones';
import type { ExtractedObservation } from './extractedObservation';
import { indicatorOf } from './indicator/indicatorOf';
import { labelOf } from './label/labelOf';
import { measureOf } from './measure/measureOf';
import { yearOf } from './period/calendar';
import { periodOf } from './period/periodOf';
import { targetPeriod } from './period/targetPeriod';
import type { EventDates } from './period/eventDates';
import type { Coverage } from './period/resolveTime';
import { kindOf } from './status/kindOf';
import { statusOf } from './status/statusOf';
import type { Span } from './text/structure';
import { originalSpan } from './text/cleanText';
import { tableCell } from './table/column';

/** What the whole report tells its observations. */
export interface ReportContext {
  coverage: Coverage;
  refArea: string | null;
  title: string;
  /** Place of the title in the clean text. */
  titleSpan: Span | null;
  topic: Category | null;
  events: EventDates;
}

/** Numbers of the items that the observation stands under: 二、4. */
function sectionOf(view: View): string {
  return view.line.headings
    .map((heading) => heading.label)
    .filter((label) => label !== '')
    .join('、');
}

/** Whether two numbers stand in one sentence, or in rows that belong together. */
function continuesList(before: View, view: View): boolean {
  return before.sentenceIndex === view.sentenceIndex && before.report === view.report;
}

function periodFor(view: View, context: ReportContext, status: 'actual' | 'target') {
  const cell = tableCell(view);
  const column = cell?.time ?? 'report';
  const { coverage } = context;
  if (cell?.year) return { period: yearOf(cell.year), printed: true, basis: 'heading' as const };
  if (coverage && column === 'yearToDate') {
    const period = { start: `${coverage.end.slice(0, 4)}-01-01`, end: coverage.end };
    return { period, printed: true, basis: 'heading' as const };
  }
  if (status === 'target') return targetPeriod(view, coverage);
  return periodOf(view, coverage, context.events);
}

/**
 * Reads every field of one observation.
 * Input: view of a number that counts something, the report's context, and the observation before it. Output: the observation, without its whole.
 */
export function readObservation(
  view: View,
  context: ReportContext,
  before: { view: View; observation: ExtractedObservation } | null,
): ExtractedObservation {
  const { quantity, report } = view;
  const cues = zonedCues(view, context.titleSpan);
  const listed = before && continuesList(before.view, view) ? before.observation : null;
  const sameLine = before && before.view.sentence.line === view.sentence.line ? before.observation : null;
  const category = categoryOf(view, cues, {
    listed: listed?.category ?? null,
    told: sameLine?.category ?? null,
    topic: context.titleSpan && quantity.start >= context.titleSpan.end ? context.topic : null,
  });
  const listedMeasure = sameLine && sameLine.unit === quantity.unit?.form ? sameLine.measure : null;
  const adjacent = before?.view.quantity.end === quantity.start ? before.observation.measure : null;
  const measure = measureOf(view, cues, { category: category.category, listed: listedMeasure, adjacent });
  const status = statusOf(view, context.title, context.coverage, listed?.status ?? null);
  const kind = kindOf(view, measure.measure, listed?.kind ?? null, context.coverage);
  const period = periodFor(view, context, status);
  const area = areaOf(view, context.refArea, period.period?.end ?? null);
  const unitPrinted = report.quantities[view.index]?.unit !== null;
  const evidence = { view, measure, category, period, areaPrinted: area.printed, unitPrinted, kind, status };
  const confidence: Confidence = confidenceOf(evidence);
  const span = originalSpan(report.clean, quantity.start, quantity.end);
  const implied: string[] = period.printed ? [] : ['periodStart', 'periodEnd'];
  if (!area.printed) implied.push('refArea');
  if (!unitPrinted) implied.push('unit');
  return {
    start: span.start,
    end: span.end,
    surface: report.clean.original.slice(span.start, span.end),
    label: labelOf(view, { measure: measure.measure, category: category.category, head: measure.head, cues }),
    value: quantity.value,
    unit: quantity.unit?.form ?? '个',
    qualifier: quantity.qualifier,
    measure: measure.measure,
    category: category.category,
    refArea: area.refArea,
    periodStart: period.period?.start ?? null,
    periodEnd: period.period?.end ?? null,
    kind,
    status,
    partOf: null,
    indicator: indicatorOf(view, { measure: measure.measure, category: category.category, kind }),
    section: sectionOf(view),
    confidence: confidence.value,
    implied,
    reasons: confidence.reasons,
  };
}
