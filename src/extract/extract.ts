import { topicOf } from './category/topicOf';
import { withUnit } from './context/bareNumber';
import { type View, viewOf } from './context/view';
import { readReportText, type ReportText } from './document';
import { exclusionOf } from './exclude/index';
import type { ExtractedObservation, ExtractResult } from './extractedObservation';
import { coverageOf, readHeader } from './header/readHeader';
import type { ReportHeader, ReportMeta } from './header/reportHeader';
import { readTitle } from './header/title';
import { headerIssues, observationIssues } from './issues';
import { partsOf } from './parts/partsOf';
import { eventDates } from './period/eventDates';
import type { Measure } from '../model/measures';
import type { UnitClass } from './vocabulary/units';
import { readObservation, type ReportContext } from './readObservation';

/** Views of the numbers that count something, with the unit they are given. */
function countingViews(report: ReportText): View[] {
  const views: View[] = [];
  report.quantities.forEach((_, index) => {
    const view = viewOf(report, index);
    if (!view) return;
    const quantity = withUnit(view);
    if (!quantity) return;
    view.quantity = quantity;
    if (exclusionOf(view) === null) views.push(view);
  });
  return views;
}

function withParts(views: readonly View[], observations: readonly ExtractedObservation[]): ExtractedObservation[] {
  const candidates = views.map((view, i) => ({
    view,
    value: view.quantity.value,
    unit: observations[i]?.unit ?? '',
  }));
  const parts = partsOf(candidates);
  return observations.map((observation, i) => {
    const whole = observations[parts.get(i) ?? -1];
    return whole ? asPart(observation, whole, views[i]?.quantity.unit?.unitClass ?? 'thing') : observation;
  });
}

/** Whether a part says by itself what it counts: of 500 visited 30 were given a prize. */
const speaksForItself: ReadonlySet<Measure> = new Set(['honours', 'jobs', 'rate', 'funds', 'other', 'trainees']);

/**
 * A part is of the kind of its whole, and counted as it is: companies and people told only by their whole, presents of
 * which some go to couriers. Model workers and what is women's by its own words keep their line of work.
 */
function asPart(part: ExtractedObservation, whole: ExtractedObservation, unitClass: UnitClass): ExtractedObservation {
  const kind = part.kind === 'rate' ? part.kind : whole.kind;
  const sameThing = part.unit === whole.unit && !speaksForItself.has(part.measure);
  const asUnions = part.measure === 'organisations' && whole.measure === 'unions';
  const measure = sameThing || asUnions ? whole.measure : part.measure;
  const own = part.category === 'models' || (part.category === 'women' && unitClass !== 'person');
  return { ...part, partOf: whole.start, kind, measure, category: own ? part.category : whole.category };
}

/**
 * Finds the observations of one report.
 * Input: the text as read from its file, and what a person confirmed about it. Output: the header found, observations in
 * order of their offsets into that text, and issues.
 * Issues: a missing year leaves periods null and is told; nothing is guessed. Throws for no string. Deterministic and
 * linear in the length of the text. Source: codebook.
 */
export function extract(text: string, meta: ReportMeta = {}): ExtractResult {
  const report = readReportText(text);
  const header: ReportHeader = readHeader(report, meta);
  const coverage = coverageOf(header);
  const titleSpan = readTitle(report).span ?? null;
  const context: ReportContext = {
    coverage,
    refArea: header.refArea.value,
    title: header.title.value ?? '',
    titleSpan,
    topic: topicOf(report, titleSpan),
    events: eventDates(report, coverage),
  };
  const views = countingViews(report);
  const found: ExtractedObservation[] = [];
  views.forEach((view, i) => {
    const previous = views[i - 1];
    const observation = found[i - 1];
    found.push(readObservation(view, context, previous && observation ? { view: previous, observation } : null));
  });
  const observations = withParts(views, found);
  return { report: header, observations, issues: [...headerIssues(header), ...observationIssues(observations)] };
}
