import { extract } from '../../src/extract/extract';
import { fixtureNames, readFixture } from '../extract/scorer';

export const name = 'extract';

const meta = { refArea: '421000', coverageStart: '2018-01-01', coverageEnd: '2018-12-31' };
const megabytes = (text: string) => Buffer.byteLength(text) / 1e6;

/** A text of about `size` megabytes made of the invented reports. */
function reportText(size: number): string {
  const all = fixtureNames()
    .map((fixture) => readFixture(fixture).text)
    .join('\n');
  return Buffer.from(all.repeat(Math.ceil(size / megabytes(all)))).toString('utf8');
}

/** Texts made to be slow: no end to sentences, numerals, brackets, quotes, rows. */
const hostile: Readonly<Record<string, string>> = {
  digits: '1',
  commas: '1,',
  numerals: '万一点',
  percents: '百分之',
  people: '职工1人',
  parts: '其中1人，',
  brackets: '（1人',
  quotes: '“《1人',
  dates: '1月1日至',
  headings: '一、1人\n',
  rows: '甲   1   2\n',
  cells: '\t1',
  places: '荆州市、',
  each: '每',
};

interface Figure {
  what: string;
  megabytes: number;
  cpuSeconds: number;
  megabytesPerSecond: number;
}

/** Processor time of one reading, so that a busy machine does not lie. */
function measure(what: string, text: string): Figure {
  const before = process.cpuUsage();
  extract(text, meta);
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { what, megabytes: megabytes(text), cpuSeconds, megabytesPerSecond: megabytes(text) / cpuSeconds };
}

/** Reads report text of 1, 5 and 10 MB, then each hostile text at one and four times a length: time must grow fourfold, not more. */
export async function run(): Promise<object[]> {
  await Promise.resolve();
  measure('warm-up', reportText(1));
  const figures: object[] = [1, 5, 10].map((size) => measure(`reports ${size} MB`, reportText(size)));
  for (const [what, unit] of Object.entries(hostile)) {
    const short = unit.repeat(Math.ceil(20_000 / unit.length));
    const once = measure(what, short);
    const four = measure(what, short.repeat(4));
    figures.push({ ...four, what: `hostile ${what}`, growth: four.cpuSeconds / once.cpuSeconds });
  }
  for (const figure of figures) process.stdout.write(JSON.stringify({ bench: name, ...figure }) + '\n');
  return figures;
}
