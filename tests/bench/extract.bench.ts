import { extract } from '../../src/extract/extract';
import type { Bench, BenchFigure } from './bench';
import { fixtureNames, readFixture } from '../extract/scorer';

const meta = { refArea: '421000', coverageStart: '2018-01-01', coverageEnd: '2018-12-31' };
const megabytes = (text: string) => Buffer.byteLength(text) / 1e6;

/** Prose without a number, as much of it as reports have between their numbers (one number in about 300 bytes). */
const prose =
  '各级工会坚持以职工为中心的工作导向，把服务职工群众作为一切工作的出发点和落脚点，持续改进工作作风，推动各项任务落地见效。' +
  '要进一步加强组织领导，压实工作责任，强化协调配合，形成工作合力，为高质量发展凝聚职工力量。\n';

/** A text of about `size` megabytes made of the invented reports; `dense` leaves out the prose. */
function reportText(size: number, dense: boolean): string {
  const parts = fixtureNames().map((fixture) => {
    const { text } = readFixture(fixture);
    return text + '\n' + (dense ? '' : prose.repeat(Math.ceil((text.length * 1.7) / prose.length)));
  });
  const all = parts.join('');
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

type Figure = {
  what: string;
  megabytes: number;
  seconds: number;
  /** Of all threads, collection of garbage included. */
  cpuSeconds: number;
  megabytesPerSecond: number;
};

/** Time of one reading, by the clock and of the processor; on a busy machine only the second tells the truth. */
function measure(what: string, text: string): Figure {
  const before = process.cpuUsage();
  const started = performance.now();
  extract(text, meta);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { what, megabytes: megabytes(text), seconds, cpuSeconds, megabytesPerSecond: megabytes(text) / seconds };
}

/** Reads report text of 1, 5 and 10 MB, then each hostile text at one and four times a length: time must grow fourfold, not more. */
export const extractBench: Bench = {
  name: 'extract',
  run() {
    measure('warm-up', reportText(2, false));
    const figures: BenchFigure[] = [1, 5, 10].map((size) => measure(`reports ${size} MB`, reportText(size, false)));
    figures.push(measure('reports with three times as many numbers, 5 MB', reportText(5, true)));
    for (const [what, unit] of Object.entries(hostile)) {
      const short = unit.repeat(Math.ceil(20_000 / unit.length));
      const once = measure(what, short);
      const four = measure(what, short.repeat(4));
      figures.push({ ...four, what: `hostile ${what}`, growth: four.cpuSeconds / once.cpuSeconds });
    }
    return Promise.resolve(figures);
  },
};
