import type { Observation } from '../../model/observation';
import { codesFor, type Codes } from './codes';
import { continued } from './continued';
import { rowFields, rowText, usualId, type CodedColumn, type CodedField, type RowColumns } from './rowColumns';
import { inTextOrder } from './rowsMaker';

/** In lists longer than that a value is not looked for: it stands there twice then. */
const longList = 10_000;

/**
 * All rows with what some reports say now in place of what they said: those come last, and what the reports said is of no
 * report any more. The given rows stay as they are.
 */
export function withReports(all: RowColumns, ids: readonly string[], observations: readonly Observation[]): RowColumns {
  const added = inTextOrder(observations);
  const out = new Set(ids);
  const gone = new Set(all.gone);
  all.coded.reportId.values.forEach((id, code) => out.has(id) && gone.add(code));
  const names = new Map(all.ids);
  added.forEach(({ id, reportId, start }, i) => {
    if (id !== usualId(reportId, start)) names.set(all.count + i, id);
  });
  const column = (field: CodedField) => {
    const texts = added.map((observation) => rowText(observation, field));
    return longer(all.coded[field], texts, field !== 'reportId');
  };
  return {
    count: all.count + added.length,
    ids: names,
    gone,
    coded: Object.fromEntries(rowFields.map((field) => [field, column(field)])) as RowColumns['coded'],
    value: continued(
      all.value,
      added.map(({ value }) => value),
    ),
    start: continued(
      all.start,
      added.map(({ start }) => start),
    ),
    end: continued(
      all.end,
      added.map(({ end }) => end),
    ),
  };
}

/** A column with some texts more; `isShared` where one that is there already may serve. */
function longer({ values, codes }: CodedColumn, texts: readonly string[], isShared: boolean): CodedColumn {
  const isLookedFor = isShared && values.length <= longList;
  const known = new Map(isLookedFor ? values.map((value, code) => [value, code]) : []);
  const more: string[] = [];
  const numbers = texts.map((text) => {
    const code = known.get(text) ?? values.length + more.push(text) - 1;
    known.set(text, code);
    return code;
  });
  const all = more.length > 0 ? [...values, ...more] : values;
  return { values: all, codes: continued(wideEnough(codes, all.length), numbers) };
}

function wideEnough(codes: Codes, values: number): Codes {
  const room = codesFor(values, 0);
  if (room.BYTES_PER_ELEMENT <= codes.BYTES_PER_ELEMENT) return codes;
  const wider = codesFor(values, codes.length);
  wider.set(codes);
  return wider;
}
