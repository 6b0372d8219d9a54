import type { Period } from '../../model/period';
import type { ReportText } from '../document';
import { originalSpan } from '../text/cleanText';
import type { Span } from '../text/structure';
import { readCoverage } from './coverage';
import { readIssuer } from './issuer';
import type { HeaderBasis, HeaderField, HeaderFieldName, ReportHeader, ReportMeta } from './reportHeader';
import { readTitle } from './title';

/** A header field as found: value, where it is printed, and whether it had to be inferred. */
export interface Found {
  value: string | null;
  span?: Span | null | undefined;
  inferred?: boolean;
}

const issueNumber = /(?:总?第\s?([\d一二三四五六七八九十百]{1,5})\s?期)/;

function field(report: ReportText, found: Found, confirmed: string | null | undefined): HeaderField {
  const at = found.span ? originalSpan(report.clean, found.span.start, found.span.end) : null;
  const place = { start: at?.start ?? null, end: at?.end ?? null };
  if (confirmed !== null && confirmed !== undefined) return { value: confirmed, basis: 'confirmed', ...place };
  const basis: HeaderBasis = found.value === null ? 'missing' : found.inferred ? 'inferred' : 'printed';
  return { value: found.value, basis, ...place };
}

function readIssueNumber(report: ReportText): Found {
  for (const line of report.lines.slice(0, 8)) {
    const printed = report.text.slice(line.start, Math.min(line.end, line.start + 60));
    const match = issueNumber.exec(printed);
    const short = line.end - line.start <= 40 || line.kind === 'heading';
    if (match?.[1] !== undefined && short) {
      const start = line.start + match.index;
      return { value: match[1], span: { start, end: start + match[0].length } };
    }
  }
  return { value: null };
}

/**
 * Finds the header of a report: title, issuer, area, coverage, frequency, issue number, date of issue.
 * Input: text and what a person confirmed, which wins. Output: every field with its basis; a year that is printed nowhere
 * leaves the coverage missing, never guessed. Source: codebook section 7.
 */
export function readHeader(report: ReportText, meta: ReportMeta): ReportHeader {
  const title = readTitle(report);
  const confirmedTitle = meta.title ?? title.value ?? '';
  const issuer = readIssuer(report, title.span ?? null, meta.issuer ?? null);
  const coverage = readCoverage(report, confirmedTitle, title.span ?? null);
  const fields: Record<HeaderFieldName, Found> = {
    title,
    issuer: issuer.name,
    refArea: issuer.area,
    coverageStart: coverage.start,
    coverageEnd: coverage.end,
    frequency: coverage.frequency,
    issueNumber: readIssueNumber(report),
    issuedOn: coverage.issuedOn,
  };
  const entries = Object.entries(fields) as [HeaderFieldName, Found][];
  return Object.fromEntries(entries.map(([name, found]) => [name, field(report, found, meta[name])])) as ReportHeader;
}

/** Coverage as a period; null unless both ends are known and in order. */
export function coverageOf(header: ReportHeader): Period | null {
  const start = header.coverageStart.value;
  const end = header.coverageEnd.value;
  return start !== null && end !== null && start <= end ? { start, end } : null;
}
