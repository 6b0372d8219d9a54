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
    if (!whole) return observation;
    const kind = observation.kind === 'rate' ? observation.kind : whole.kind;
    return { ...observation, partOf: whole.start, kind };
  });
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
  const context: ReportContext = {
    coverage,
    refArea: header.refArea.value,
    title: header.title.value ?? '',
    titleSpan: readTitle(report).span ?? null,
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
