import type { Report } from '../model/report';

/** The order in which the fields of a report are kept: their names, thousands of times over, would be a third of it all. */
const fields = Object.keys({
  ...{ id: 0, title: 0, issuer: 0, refArea: 0, coverageStart: 0, coverageEnd: 0 },
  ...{ frequency: 0, issuedOn: 0, issueNumber: 0, doc: 0, implied: 0 },
} satisfies Record<keyof Report, 0>) as (keyof Report)[];

/** Reports as bytes, one after another: thousands cross into memory at once, and each is read when it is asked for. */
export interface ReportWords {
  /** JSON of the fields of each. */
  text: Uint8Array<ArrayBuffer>;
  /** By number: where its text begins; one more at the end. */
  offset: Uint32Array<ArrayBuffer>;
}

/** Packs reports in the order of their numbers. */
export function packWords(reports: readonly Report[]): ReportWords {
  const encoder = new TextEncoder();
  const texts = reports.map((report) => encoder.encode(JSON.stringify(fields.map((field) => report[field]))));
  const offset = new Uint32Array(texts.length + 1);
  texts.forEach(({ length }, i) => (offset[i + 1] = (offset[i] ?? 0) + length));
  const text = new Uint8Array(offset.at(-1) ?? 0);
  texts.forEach((bytes, i) => text.set(bytes, offset[i]));
  return { text, offset };
}

/** Whether all is there that the offsets say. */
export function areWholeWords({ text, offset }: ReportWords): boolean {
  return offset.at(-1) === text.length;
}

/** So many reports are kept once read: what is asked for comes again, but whoever lists all needs each once. */
const mostKept = 1000;

/** Gives the report of a number. Throws on a number that there is not. */
export function wordReader({ text, offset }: ReportWords): (number: number) => Report {
  const decoder = new TextDecoder();
  const known = new Map<number, Report>();
  return (number) => {
    const found = known.get(number);
    if (found) return found;
    const [from, to] = [offset[number], offset[number + 1]];
    if (from === undefined || to === undefined) throw new Error(`no report: ${String(number)}`);
    const values = JSON.parse(decoder.decode(text.subarray(from, to))) as unknown[];
    const report = Object.fromEntries(fields.map((field, i) => [field, values[i]])) as unknown as Report;
    if (known.size === mostKept) known.clear();
    known.set(number, report);
    return report;
  };
}
