import { expect, test } from 'vitest';
import { exclusions } from '../../src/extract/exclude/index';
import { extract } from '../../src/extract/extract';

const meta = { refArea: '421000', coverageStart: '2020-01-01', coverageEnd: '2020-12-31', issuer: '荆州市总工会' };

/** Whether the number in ⟦⟧ comes out as an observation. */
function isRead(marked: string): boolean {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  return extract(text, meta).observations.some((row) => row.start < end && row.end > start);
}

const examples = exclusions.flatMap((rule) => rule.examples.map((text) => ({ id: rule.id, text })));
const nearMisses = exclusions.flatMap((rule) => rule.nearMisses.map((text) => ({ id: rule.id, text })));

test.each(examples)('$id leaves out $text', ({ text }) => {
  expect(isRead(text)).toBe(false);
});

test.each(nearMisses)('$id keeps $text', ({ text }) => {
  expect(isRead(text)).toBe(true);
});

test('every rule has examples and a near miss', () => {
  for (const rule of exclusions) {
    expect(rule.examples.length, rule.id).toBeGreaterThan(0);
    expect(rule.nearMisses.length, rule.id).toBeGreaterThan(0);
  }
  expect(new Set(exclusions.map((rule) => rule.id)).size).toBe(exclusions.length);
});

test.each([
  '深入学习党的十九大、中国工会十七大精神。',
  '今年是建党98周年。',
  '树牢“四个意识”、坚定“四个自信”。',
  '推进“两学一做”学习教育，落实三项制度。',
  '拨打12351热线，邮编434000，电话0716-8219262。',
  '荣获全国五一劳动奖章、“五一”劳动奖状。',
  '双11期间，“六一”来临之际。',
  '50人以上企业、14岁以下子女。',
  '每月发放100元至300元的津贴，每人2000元。',
  '两三样礼品，几万元物资，多名职工，若干单位。',
  '每半年开展一次，联合五部委、三大类别。',
  '市、县两级工会五年来，三个等次。',
  '三峡工程、九鼎房产、万达广场、十堰市、五峰县、三门峡市、百色市。',
  '《荆州市保洁行业三个合同示范文本》',
  '〔2023〕12号文件，第3页，第十八次代表大会。',
  '24小时内，5个工作日，3天，两年，七载，9:30开始，38℃。',
])('no observation in %s', (text) => {
  expect(extract(text, meta).observations.map((row) => row.surface)).toEqual([]);
});
