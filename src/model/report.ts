export const frequencies = ['A', 'S', 'Q', 'M'] as const;
/** SDMX frequency: `A` year, `S` half-year, `Q` quarter, `M` month. */
export type Frequency = (typeof frequencies)[number];

/** One report: who says it, about which area and time (codebook section 7). */
export interface Report {
  /** `<refArea>-<period>`, e.g. `421000-2018-11`, `420704-2019-S1`; a revision adds `.2`. */
  id: string;
  title: string;
  issuer: string;
  refArea: string;
  /** ISO dates, both inclusive. */
  coverageStart: string;
  coverageEnd: string;
  frequency: Frequency | null;
  /** ISO date, when printed. */
  issuedOn: string | null;
  issueNumber: string | null;
  /** File name of the text. */
  doc: string;
  /** Names of header fields that were inferred, not printed. */
  implied: string[];
}
