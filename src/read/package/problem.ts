/** What can be wrong with a package; the words for a reader live in the locales. */
export type ProblemCode =
  | 'json'
  | 'descriptor'
  | 'version'
  | 'resource-missing'
  | 'path'
  | 'schema'
  | 'quotes'
  | 'cells'
  | 'header-empty'
  | 'header-repeated'
  | 'column-missing'
  | 'type'
  | 'required'
  | 'unique'
  | 'enum'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'primary-key'
  | 'foreign-key'
  | 'order'
  | 'split-report';

/** Trouble in one table. */
export interface TableProblem {
  code: ProblemCode;
  /** Number of the record as a spreadsheet shows it, the header being 1; null for the table as a whole. */
  row: number | null;
  column: string | null;
  /** The offending text, cut to a readable length. */
  value: string;
}

/**
 * Trouble in a package, with the resource it is in: `datapackage.json` for the descriptor, the path of the file where a
 * resource has several.
 */
export interface PackageProblem extends TableProblem {
  resource: string;
}

const longest = 80;

/** Builds a problem; long values are cut, so that a broken file cannot flood a message. */
export function problem(code: ProblemCode, row: number | null, column: string | null, value: string): TableProblem {
  return { code, row, column, value: value.length > longest ? `${value.slice(0, longest)}…` : value };
}
