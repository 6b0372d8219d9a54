import { describe, expect, it } from 'vitest';
import { composeNotes } from '../../src/charts/notes';
import { sourceLine } from '../../src/charts/sourceLine';
import { trend } from '../../src/charts/trend';
import {
  aCell,
  aContext,
  anAnswer,
  aSeries,
  byCounty,
  gappyMonths,
  troubledYears,
} from '../support/charts/sampleAnswers';

const notesOf = (answer = troubledYears(), context = aContext()) =>
  trend({ answer, split: 'none', kind: 'line' }, context).notes;

describe('notes of a trend', () => {
  it('names both absences, apart from zero', () => {
    const notes = notesOf();
    expect(notes).toContain('未报（没有报告，不等于 0）：2019年');
    expect(notes).toContain('未提及（有报告而没有这个数，不等于 0）：2020年');
    expect(notes.join('')).not.toContain('2017年、');
  });

  it('names approximate and incomplete values and what is longer than a bucket', () => {
    const notes = notesOf();
    expect(notes).toContain('约数（报告写作约、近、多、以上等）：2018年');
    expect(notes).toContain('只有部分月份的报告：2022年（3/12 个月）');
    expect(notes).toContain('另有期间更长、不分摊到各期的数：2018–2019年 约100万人次');
  });

  it('tells runs of months as spans and names the year figure beside them', () => {
    const notes = notesOf(gappyMonths(), aContext({ granularity: 'M' }));
    expect(notes[0]).toBe(
      '未报（没有报告，不等于 0）：2018年1月至2018年10月、2018年12月至2019年2月、2019年5月至2020年6月',
    );
    expect(notes).toContain('另有期间更长、不分摊到各期的数：2018年 28万人次');
  });

  it('counts gaps of single series once and lists series without any value', () => {
    const { notes } = trend({ answer: byCounty(), split: 'area', kind: 'line' }, aContext());
    expect(notes).toContain('图中空缺：未提及 2 处，均不等于 0');
    expect(notes).toContain('未报（没有报告，不等于 0）：江陵县');
  });

  it('says once that everything is approximate', () => {
    const cells = [aCell(1, { qualifier: 'about' }), aCell(2, { qualifier: 'over' })];
    expect(notesOf(anAnswer(['2018', '2019'], [aSeries('total', cells)]))).toEqual([
      '各数均为约数（报告写作约、近、多、以上等）',
    ]);
  });

  it('counts the approximate ones of single series where others beside them are exact', () => {
    const mixed = [aCell(1, { qualifier: 'about' }), aCell(2)];
    const series = [aSeries('421002', mixed), aSeries('421003', [...mixed].reverse())];
    const answer = anAnswer(['2018', '2019'], series);
    answer.overall.cells = [aCell(3, { qualifier: 'about' }), aCell(3, { qualifier: 'about' })];
    const split = { answer, split: 'area', kind: 'bar' } as const;
    expect(trend(split, aContext()).notes).toEqual(['4 个数中 2 个为约数（报告写作约、近、多、以上等）']);
    for (const { cells } of series) cells.fill(aCell(1, { qualifier: 'about' }));
    expect(trend(split, aContext()).notes).toEqual(['各数均为约数（报告写作约、近、多、以上等）']);
  });

  it('says what sums, borrowed and left-out values rest on', () => {
    const cells = [aCell(8, { basis: 'children', children: { reported: 5, total: 8 } }), aCell(3, { basis: 'above' })];
    const answer = anAnswer(['2018', '2019'], [aSeries('total', cells)]);
    answer.overall.total.leftOut = 3;
    expect(notesOf(answer)).toEqual([
      '由下级工会报告相加：2018年（8 个下级地区中 5 个已报）',
      '本级没有报告，取自上级工会报告：2019年',
      '另有 3 条数据为免重复未计入',
    ]);
  });

  it('gives the reason where there is no single value', () => {
    const cells = [aCell(null, { state: 'value', reason: 'rate-not-additive' })];
    expect(notesOf(anAnswer(['2018'], [aSeries('total', cells)]))).toEqual(['比率不能相加或平均：2018年']);
  });

  it('shortens long lists and is silent when there is nothing to say', () => {
    const shown = Array.from({ length: 9 }, (_, i) => ({ name: String(i), cell: aCell(null) }));
    const answer = anAnswer([], []);
    const input = { answer, split: 'area' as const, shown, inTime: false, whole: aCell(1) };
    expect(composeNotes(input, aContext())).toEqual(['未报（没有报告，不等于 0）：0、1、2、3等 9 个']);
    expect(composeNotes({ ...input, shown: [] }, aContext())).toEqual([]);
  });
});

describe('source line', () => {
  it('groups titles by issuer, newest first, and counts what it leaves out', () => {
    const context = aContext();
    expect(sourceLine([], context)).toBe('');
    expect(sourceLine(['421000-2020'], context)).toBe('荆州市总工会《2020年工作总结》');
    const all = ['421000-2022', '421000-2021', '421000-2020', '421000-2019', '421000-2018'];
    expect(sourceLine(all, context)).toBe('荆州市总工会《2022年工作总结》《2021年工作总结》《2020年工作总结》等 5 份');
    expect(sourceLine(all, aContext({}, 'en'))).toContain('and 2 more');
  });

  it('does not repeat an issuer that the title names, and cuts endless titles', () => {
    const context = aContext();
    const report = context.reports.get('421000-2020');
    if (!report) throw new Error('no report');
    const titled = (title: string) => ({
      ...context,
      reports: new Map([['r', { ...report, title }]]),
      names: { ...context.names, report: () => title },
    });
    expect(sourceLine(['r'], titled('荆州市总工会2020年工作总结'))).toBe('《荆州市总工会2020年工作总结》');
    expect(sourceLine(['r'], titled('长'.repeat(500))).length).toBeLessThan(60);
  });
});
