import {
  fieldTypes,
  type FieldConstraints,
  type FieldType,
  type ForeignKey,
  type TableField,
  type TableSchema,
} from './tableSchema';

type Json = Record<string, unknown>;

/** Whether a JSON value is an object, i.e. neither a list nor null. */
export function isJsonObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isBound = (value: unknown): value is number | string => isText(value) || Number.isFinite(value);

function toTexts(value: unknown): string[] | null {
  if (value === undefined) return [];
  if (isText(value)) return [value];
  return isTexts(value) ? value : null;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const understood: Record<keyof FieldConstraints, (value: unknown) => boolean> = {
  required: (value) => typeof value === 'boolean',
  unique: (value) => typeof value === 'boolean',
  enum: isTexts,
  pattern: (value) => isText(value) && isPattern(value),
  minimum: isBound,
  maximum: isBound,
};

function parseConstraints(value: unknown): FieldConstraints | null {
  if (value === undefined) return {};
  if (!isJsonObject(value)) return null;
  const fits = Object.entries(value).every(([name, constraint]) =>
    Object.hasOwn(understood, name) ? understood[name as keyof FieldConstraints](constraint) : false,
  );
  return fits ? value : null;
}

function parseField(value: unknown): TableField | null {
  if (!isJsonObject(value)) return null;
  const { name, type = 'string', delimiter } = value;
  const constraints = parseConstraints(value['constraints']);
  if (!isText(name) || !constraints || !fieldTypes.includes(type as FieldType)) return null;
  return { name, type: type as FieldType, constraints, ...(isText(delimiter) ? { delimiter } : {}) };
}

function parseForeignKey(value: unknown): ForeignKey | null {
  if (!isJsonObject(value) || !isJsonObject(value['reference'])) return null;
  const fields = toTexts(value['fields']);
  const target = toTexts(value['reference']['fields']);
  const resource = value['reference']['resource'] ?? '';
  return fields && target && isText(resource) && fields.length === target.length
    ? { fields, reference: { resource, fields: target } }
    : null;
}

/** Every item parsed, or null when one of them is not understood or the value is no list. */
function parseEach<T>(value: unknown, parse: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const parsed = value.map(parse);
  return parsed.every((item) => item !== null) ? parsed : null;
}

/**
 * Reads a `schema` of a data package.
 * Output: the schema; null when it is malformed or asks for a type or a constraint that we do not check: what a package
 * promises is checked or refused, never passed over.
 * Source: Frictionless Table Schema, https://datapackage.org/standard/table-schema/
 */
export function parseTableSchema(value: unknown): TableSchema | null {
  if (!isJsonObject(value)) return null;
  const fields = parseEach(value['fields'], parseField);
  const primaryKey = toTexts(value['primaryKey']);
  const foreignKeys = parseEach(value['foreignKeys'] ?? [], parseForeignKey);
  const missingValues = value['missingValues'] === undefined ? [''] : toTexts(value['missingValues']);
  if (!fields || !primaryKey || !foreignKeys || !missingValues) return null;
  const names = new Set(fields.map((field) => field.name));
  const keys = [primaryKey, ...foreignKeys.map((key) => key.fields)];
  return keys.every((key) => key.every((name) => names.has(name)))
    ? { fields, primaryKey, foreignKeys, missingValues }
    : null;
}
