/** Bits of `characterClass`: what a character can begin or be. Tables make the passes over a text cheap. */
export const ASCII_DIGIT = 1;
/** Can stand in a Chinese numeral. */
export const CHINESE_NUMERAL = 2;
/** Can begin a number written in a time: 半, 几, 数 too. */
export const TIME_NUMERAL = 4;
/** Can begin a word such as 今年 or 截至目前. */
export const TIME_WORD = 8;
/** Ends a clause. */
export const CLAUSE_END = 16;
/** Ends a sentence. */
export const SENTENCE_END = 32;
/** Ends a clause, brackets apart. */
export const PHRASE_END = 64;

/** Can stand behind the number of a time: 年, 小时, 个月, a range's dash. Other numbers are no times. */
export const TIME_UNIT = 128;

const classes = new Uint8Array(0x10000);
const mark = (characters: string, bit: number) => {
  for (const char of characters) classes[char.charCodeAt(0)] = (classes[char.charCodeAt(0)] ?? 0) | bit;
};
mark('0123456789', ASCII_DIGIT | TIME_NUMERAL);
mark('零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟', CHINESE_NUMERAL);
mark('零〇一二两三四五六七八九十半几数百', TIME_NUMERAL);
mark('今本年去上明当全下截到迄至目月第前一二三四', TIME_WORD);
mark('年月日号至到—-~、和及./:多余几个半天小周岁载世工刻夜℃°摄时点分秒星学季', TIME_UNIT);
mark('，。；：！？\n（）', CLAUSE_END);
mark('。！？', SENTENCE_END);
mark('，。；：！？\n\t', PHRASE_END);

/** Bits of a UTF-16 unit. */
export function characterClass(code: number): number {
  return classes[code] ?? 0;
}
