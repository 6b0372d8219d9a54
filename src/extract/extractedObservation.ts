import type { Category } from '../model/categories';
import type { Measure } from '../model/measures';
import type { Kind, Observation, Status } from '../model/observation';
import type { Qualifier } from '../model/qualifier';
import type { ReportHeader } from './header/reportHeader';
import type { Issue, IssueCode } from './issue';

/**
 * An observation as found: as in the codebook, but area and period are null while the report's are not known.
 * Offsets point into the text as given, in UTF-16 units.
 */
export interface ExtractedObservation {
  start: number;
  end: number;
  /** As printed, blanks and line breaks included. */
  surface: string;
  label: string;
  value: number;
  unit: string;
  qualifier: Qualifier;
  measure: Measure;
  category: Category;
  refArea: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  kind: Kind;
  status: Status;
  /** Start of the observation that this one is a part of. */
  partOf: number | null;
  indicator: string | null;
  section: string;
  confidence: number;
  /** Names of fields that were inferred, not printed. */
  implied: string[];
  /** Why the confidence is not full. */
  reasons: IssueCode[];
}

/** What a report's observations need to know about it to stand alone. */
export interface ReportIdentity {
  reportId: string;
  doc: string;
}

/**
 * Turns a found observation into one of the model.
 * Output: null while its area is unknown; periods stay null while the year is.
 */
export function toObservation(found: ExtractedObservation, { reportId, doc }: ReportIdentity): Observation | null {
  if (found.refArea === null) return null;
  const { start, end, label, value, unit, qualifier, measure, category, refArea, periodStart, periodEnd } = found;
  const { kind, status, indicator, section, confidence, implied, partOf } = found;
  return {
    id: `${reportId}.${start}`,
    reportId,
    doc,
    start,
    end,
    surface: found.surface.replace(/\s+/g, ''),
    label,
    value,
    unit,
    qualifier,
    measure,
    category,
    refArea,
    periodStart,
    periodEnd,
    kind,
    status,
    partOf: partOf === null ? null : `${reportId}.${partOf}`,
    indicator,
    section,
    confidence,
    review: 'machine',
    implied,
  };
}

/** Everything found in one text. */
export interface ExtractResult {
  report: ReportHeader;
  observations: ExtractedObservation[];
  issues: Issue[];
}
