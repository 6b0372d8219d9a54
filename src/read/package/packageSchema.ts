import { annotationKinds } from '../../model/annotation';
import { areaLevels } from '../../model/area';
import { categoryCodes } from '../../model/categories';
import { valences } from '../../model/indicator';
import { measureCodes } from '../../model/measures';
import { kinds, statuses } from '../../model/observation';
import { qualifiers } from '../../model/qualifier';
import { frequencies } from '../../model/report';
import type { TableField, TableSchema } from './tableSchema';

const required = { required: true } as const;

const key = (field: string, resource: string, target: string) => ({
  fields: [field],
  reference: { resource, fields: [target] },
});

const reports = {
  fields: [
    { name: 'id', type: 'string', constraints: required },
    { name: 'doc', type: 'string', constraints: required },
    { name: 'title', type: 'string', constraints: required },
    { name: 'issuer', type: 'string', constraints: required },
    { name: 'refArea', type: 'string', constraints: required },
    { name: 'coverageStart', type: 'date', constraints: required },
    { name: 'coverageEnd', type: 'date', constraints: required },
    { name: 'frequency', type: 'string', constraints: { enum: frequencies } },
    { name: 'issuedOn', type: 'date' },
    { name: 'issueNumber', type: 'string' },
    { name: 'implied', type: 'list', delimiter: ' ' },
  ],
  primaryKey: ['id'],
  foreignKeys: [key('refArea', 'areas', 'code')],
  missingValues: [''],
} as const satisfies TableSchema;

const observations = {
  fields: [
    { name: 'id', type: 'string', constraints: required },
    { name: 'reportId', type: 'string', constraints: required },
    { name: 'doc', type: 'string', constraints: required },
    { name: 'section', type: 'string' },
    { name: 'label', type: 'string', constraints: required },
    { name: 'indicator', type: 'string' },
    { name: 'value', type: 'number', constraints: required },
    { name: 'unit', type: 'string', constraints: required },
    { name: 'qualifier', type: 'string', constraints: { required: true, enum: qualifiers } },
    { name: 'measure', type: 'string', constraints: { required: true, enum: measureCodes } },
    { name: 'category', type: 'string', constraints: { required: true, enum: categoryCodes } },
    { name: 'refArea', type: 'string', constraints: required },
    { name: 'periodStart', type: 'date' },
    { name: 'periodEnd', type: 'date' },
    { name: 'kind', type: 'string', constraints: { required: true, enum: kinds } },
    { name: 'status', type: 'string', constraints: { required: true, enum: statuses } },
    { name: 'partOf', type: 'string' },
    { name: 'start', type: 'integer', constraints: { required: true, minimum: 0, maximum: 4294967295 } },
    { name: 'end', type: 'integer', constraints: { required: true, minimum: 0, maximum: 4294967295 } },
    { name: 'surface', type: 'string', constraints: required },
    { name: 'implied', type: 'list', delimiter: ' ' },
  ],
  primaryKey: ['id'],
  foreignKeys: [
    key('reportId', 'reports', 'id'),
    key('indicator', 'indicators', 'code'),
    key('refArea', 'areas', 'code'),
    key('partOf', '', 'id'),
  ],
  missingValues: [''],
} as const satisfies TableSchema;

const indicators = {
  fields: [
    { name: 'code', type: 'string', constraints: required },
    { name: 'name', type: 'string', constraints: required },
    { name: 'nameEn', type: 'string', constraints: required },
    { name: 'aliases', type: 'list', delimiter: '|' },
    { name: 'measure', type: 'string', constraints: { required: true, enum: measureCodes } },
    { name: 'category', type: 'string', constraints: { required: true, enum: categoryCodes } },
    { name: 'kind', type: 'string', constraints: { required: true, enum: kinds } },
    { name: 'unit', type: 'string', constraints: required },
    { name: 'valence', type: 'string', constraints: { required: true, enum: valences } },
  ],
  primaryKey: ['code'],
  foreignKeys: [],
  missingValues: [''],
} as const satisfies TableSchema;

const areas = {
  fields: [
    { name: 'code', type: 'string', constraints: required },
    { name: 'name', type: 'string', constraints: required },
    { name: 'nameEn', type: 'string', constraints: required },
    { name: 'shortName', type: 'string', constraints: required },
    { name: 'parent', type: 'string' },
    { name: 'level', type: 'string', constraints: { required: true, enum: areaLevels } },
    { name: 'validFrom', type: 'date' },
    { name: 'validTo', type: 'date' },
    { name: 'place', type: 'string', constraints: required },
    { name: 'order', type: 'integer', constraints: required },
  ],
  primaryKey: ['code'],
  foreignKeys: [key('parent', '', 'code'), key('place', '', 'code')],
  missingValues: [''],
} as const satisfies TableSchema;

const annotations = {
  fields: [
    { name: 'id', type: 'string', constraints: required },
    { name: 'start', type: 'date', constraints: required },
    { name: 'end', type: 'date', constraints: required },
    { name: 'refArea', type: 'string', constraints: required },
    { name: 'subject', type: 'string' },
    { name: 'kind', type: 'string', constraints: { required: true, enum: annotationKinds } },
    { name: 'zh', type: 'string', constraints: required },
    { name: 'en', type: 'string', constraints: required },
  ],
  primaryKey: ['id'],
  foreignKeys: [key('refArea', 'areas', 'code')],
  missingValues: [''],
} as const satisfies TableSchema;

/**
 * What the app needs of each table of a package, whatever else its own schema promises; every package is checked
 * against both. To add a column: a field here and its place in `packageRows.ts`; a column that older packages lack must
 * not be required.
 */
export const packageSchema = { areas, indicators, reports, observations, annotations };

export type PackageTable = keyof typeof packageSchema;

/** Tables that a package may lack: packages of the time before there were any stay readable. */
export const optionalTables: readonly string[] = ['annotations'] satisfies PackageTable[];

/** Tables in an order in which every table comes after those it points to. */
export const packageTables = Object.keys(packageSchema) as PackageTable[];

/** Fields of a table whose periods run from the first to the second, both or neither present. */
export const orderedFields: Record<PackageTable, [TableField['name'], TableField['name']][]> = {
  areas: [],
  indicators: [],
  reports: [['coverageStart', 'coverageEnd']],
  observations: [
    ['periodStart', 'periodEnd'],
    ['start', 'end'],
  ],
  annotations: [['start', 'end']],
};
