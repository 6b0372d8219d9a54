import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract';

const header = (text: string, meta = {}) => extract(text, meta).report;
const values = (text: string) =>
  Object.fromEntries(Object.entries(header(text)).map(([name, field]) => [name, field.value]));

describe('header', () => {
  test('a year summary', () => {
    expect(values('2018年度襄阳市总工会工作总结\n\n2018年以来，市总工会……')).toMatchObject({
      title: '2018年度襄阳市总工会工作总结',
      issuer: '襄阳市总工会',
      refArea: '420600',
      coverageStart: '2018-01-01',
      coverageEnd: '2018-12-31',
      frequency: 'A',
    });
  });
  test('a monthly bulletin printed a month later', () => {
    expect(
      values('工会工作动态\n第 14 期\n黄石市总工会\n2020 年 9 月 3 日\n黄石市总工会八月份工作小结\n一、学习。'),
    ).toMatchObject({
      issuer: '黄石市总工会',
      coverageStart: '2020-08-01',
      coverageEnd: '2020-08-31',
      frequency: 'M',
      issueNumber: '14',
      issuedOn: '2020-09-03',
    });
  });
  test('December told in January is of the year before', () => {
    expect(values('枝江市总工会 2020年1月5日\n枝江市总工会十二月份工作情况\n一、学习。')).toMatchObject({
      refArea: '420583',
      coverageStart: '2019-12-01',
      coverageEnd: '2019-12-31',
    });
  });
  test('half-years and quarters', () => {
    expect(values('谷城县总工会2022年上半年工作总结')).toMatchObject({
      coverageStart: '2022-01-01',
      coverageEnd: '2022-06-30',
      frequency: 'S',
    });
    expect(values('隨縣總工會2023年第一季度工作簡報')).toMatchObject({
      refArea: '421321',
      coverageStart: '2023-01-01',
      coverageEnd: '2023-03-31',
      frequency: 'Q',
    });
  });
  test('a county that shares its name is told by its city', () => {
    expect(values('2020年工作情况\n鼓楼区总工会在徐州市总工会领导下……')).toMatchObject({ refArea: '320302' });
  });
  test('what a person confirmed wins', () => {
    expect(header('荆州市总工会2018年工作总结', { refArea: '420704', coverageEnd: '2019-06-30' })).toMatchObject({
      refArea: { value: '420704', basis: 'confirmed' },
      coverageEnd: { value: '2019-06-30', basis: 'confirmed' },
      coverageStart: { value: '2018-01-01', basis: 'printed' },
    });
  });
  test('nothing is guessed', () => {
    expect(values('一些文字。')).toEqual({
      title: null,
      issuer: null,
      refArea: null,
      coverageStart: null,
      coverageEnd: null,
      frequency: null,
      issueNumber: null,
      issuedOn: null,
    });
  });
});
