import { Package } from 'datapackage';
import { beforeAll, describe, expect, it } from 'vitest';
import { categoryCodes } from '../../src/model/categories';
import { measureCodes } from '../../src/model/measures';
import { isWithin } from '../../src/model/period';

/** The reference implementation of Frictionless reads the package: it shares no code with ours. */
const tables = ['reports', 'observations', 'indicators', 'areas', 'annotations'] as const;
type Row = Record<string, string | number | null>;
const rows = {} as Record<(typeof tables)[number], Row[]>;
let published: Package;

beforeAll(async () => {
  published = await Package.load('data/datapackage.json', { basePath: 'data', strict: true });
  for (const name of tables) {
    const resource = published.getResource(name);
    if (!resource) throw new Error(`no resource ${name}`);
    rows[name] = await resource.read({ keyed: true, relations: false, cast: true });
    expect(await resource.checkRelations()).toBe(true);
  }
});

const iso = (value: unknown) => {
  const date = value as Date;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
};
const text = (value: unknown) => String(value);

describe('data/ is a valid Data Package', () => {
  it('by the specification', () => {
    expect(published.errors).toEqual([]);
    expect(published.valid).toBe(true);
  });

  it('whose every row was read, typed and related without error', () => {
    expect(tables.map((name) => rows[name].length > 0)).toEqual([true, true, true, true, true]);
    expect(rows.observations).toHaveLength(130);
  });
});

describe('the rows obey the codebook where a schema cannot say so', () => {
  it('uses the codes of the model', () => {
    const enumOf = (table: string, field: string) =>
      published.getResource(table)?.schema.fields.find((f) => f.name === field)?.constraints['enum'];
    expect(enumOf('observations', 'measure')).toEqual(measureCodes);
    expect(enumOf('observations', 'category')).toEqual(categoryCodes);
  });

  it('attaches remarks to measures and indicators that exist', () => {
    const known = new Set<unknown>([...measureCodes, ...rows.indicators.map((row) => row['code'])]);
    const about = rows.annotations.map((row) => row['subject']).filter(Boolean);
    expect(about.filter((subject) => !known.has(subject))).toEqual([]);
    for (const row of rows.annotations) expect(iso(row['start']) <= iso(row['end'])).toBe(true);
  });

  it('says that 监利 changed its code on the day on which its old code ends', () => {
    const former = rows.areas.find((area) => area['code'] === '421023');
    const remark = rows.annotations.find((row) => row['id'] === 'jianli-city');
    const dayAfter = new Date(former?.['validTo'] as unknown as Date);
    dayAfter.setDate(dayAfter.getDate() + 1);
    expect(iso(remark?.['start'])).toBe(iso(dayAfter));
    expect(text(remark?.['zh'])).toContain('421023');
  });

  it('has ids that are built from report and offset', () => {
    for (const row of rows.observations) expect(row['id']).toBe(`${text(row['reportId'])}.${text(row['start'])}`);
  });

  it('has spans that do not overlap and periods that run forward', () => {
    const ends = new Map<unknown, number>();
    for (const row of rows.observations) {
      expect(Number(row['start'])).toBeGreaterThanOrEqual(ends.get(row['doc']) ?? 0);
      expect(Number(row['end'])).toBeGreaterThan(Number(row['start']));
      ends.set(row['doc'], Number(row['end']));
      expect(iso(row['periodStart']) <= iso(row['periodEnd'])).toBe(true);
    }
  });

  it('has parts of the same unit that are no more than their whole', () => {
    const byId = new Map(rows.observations.map((row) => [row['id'], row]));
    for (const part of rows.observations.filter((row) => row['partOf'])) {
      const whole = byId.get(part['partOf'] ?? '');
      expect(whole?.['unit']).toBe(part['unit']);
      expect(Number(part['value'])).toBeLessThanOrEqual(Number(whole?.['value']));
    }
  });

  it('uses the area code in force at the time', () => {
    const areas = new Map(rows.areas.map((area) => [area['code'], area]));
    for (const row of rows.observations) {
      const area = areas.get(row['refArea'] ?? '');
      const valid = {
        start: area?.['validFrom'] ? iso(area['validFrom']) : '0000-01-01',
        end: area?.['validTo'] ? iso(area['validTo']) : '9999-12-31',
      };
      expect(isWithin({ start: iso(row['periodStart']), end: iso(row['periodEnd']) }, valid)).toBe(true);
    }
  });

  it('gives rates in % and only rates', () => {
    for (const row of rows.observations) {
      expect([row['measure'] === 'rate', row['kind'] === 'rate']).toEqual([row['unit'] === '%', row['unit'] === '%']);
    }
  });
});
