/** The part of the Frictionless Table Schema that packages of ours may use. */

export const fieldTypes = ['string', 'integer', 'number', 'boolean', 'date', 'list'] as const;
export type FieldType = (typeof fieldTypes)[number];

export interface FieldConstraints {
  required?: boolean;
  unique?: boolean;
  enum?: readonly string[];
  /** Regular expression over the whole text of the cell. */
  pattern?: string;
  minimum?: number | string;
  maximum?: number | string;
}

export interface TableField {
  name: string;
  type: FieldType;
  /** Of a list: what stands between its items; a comma by default. */
  delimiter?: string;
  constraints?: FieldConstraints;
}

/** `resource` is empty for the table itself. */
export interface ForeignKey {
  fields: readonly string[];
  reference: { resource: string; fields: readonly string[] };
}

export interface TableSchema {
  fields: readonly TableField[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
  /** Texts that stand for "no value". */
  missingValues: readonly string[];
}

/** A typed cell; null where there is no value. */
export type CellValue = string | number | boolean | readonly string[] | null;
export type TableRow = Record<string, CellValue>;

interface ValueOfType {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
  date: string;
  list: readonly string[];
}

type ValueOf<F extends TableField> = F extends { constraints: { enum: readonly (infer E)[] } }
  ? E
  : ValueOfType[F['type']];

/** The type of a row that has been checked against a schema written as a constant. */
export type RowOf<S extends { fields: readonly TableField[] }> = {
  [F in S['fields'][number] as F['name']]: F extends { constraints: { required: true } }
    ? ValueOf<F>
    : ValueOf<F> | null;
};
