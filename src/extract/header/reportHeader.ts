import type { Frequency } from '../../model/report';

/** What a person confirmed about a report; null or absent fields are looked for in the text. */
export interface ReportMeta {
  title?: string | null;
  issuer?: string | null;
  refArea?: string | null;
  /** ISO dates, both inclusive. */
  coverageStart?: string | null;
  coverageEnd?: string | null;
  frequency?: Frequency | null;
  issueNumber?: string | null;
  issuedOn?: string | null;
  /** File name of the text. */
  doc?: string;
}

export const headerFields = [
  'title',
  'issuer',
  'refArea',
  'coverageStart',
  'coverageEnd',
  'frequency',
  'issueNumber',
  'issuedOn',
] as const;
export type HeaderFieldName = (typeof headerFields)[number];

/** Where a header field comes from. */
export type HeaderBasis = 'confirmed' | 'printed' | 'inferred' | 'missing';

/** One field of the header; offsets point into the text as given, where something is printed. */
export interface HeaderField {
  value: string | null;
  basis: HeaderBasis;
  start: number | null;
  end: number | null;
}

/** The header that a report's text carries, each field with its basis (codebook section 7). */
export type ReportHeader = Record<HeaderFieldName, HeaderField>;
