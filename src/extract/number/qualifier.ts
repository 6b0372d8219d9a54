import type { Qualifier } from '../../model/qualifier';

/** A qualifier printed beside a number, with its length. */
export interface PrintedQualifier {
  qualifier: Qualifier;
  length: number;
}

/** Words before the number, with the characters that make them a part of another word (节约, 附近). */
export const qualifiersBefore: readonly (readonly [string, Qualifier, string])[] = [
  ['将近', 'nearly', ''],
  ['接近', 'nearly', ''],
  ['临近', 'nearly', ''],
  ['近', 'nearly', '附最靠邻远亲新'],
  ['大约', 'about', ''],
  ['约为', 'about', ''],
  ['约计', 'about', ''],
  ['大概', 'about', ''],
  ['约', 'about', '公契节签预要履违续特条邀合解'],
  ['不超过', 'under', ''],
  ['不少于', 'over', ''],
  ['不低于', 'over', ''],
  ['超过了', 'over', ''],
  ['超过', 'over', ''],
  ['突破', 'over', ''],
  ['至少', 'over', ''],
  ['多于', 'over', ''],
  ['高于', 'over', ''],
  ['逾', 'over', ''],
  ['超', 'over', '赶'],
  ['不足', 'under', ''],
  ['不到', 'under', ''],
  ['低于', 'under', ''],
  ['少于', 'under', '不'],
];
/** Words behind the unit. */
export const qualifiersAfter: readonly (readonly [string, Qualifier])[] = [
  ['及以上', 'over'],
  ['以上', 'over'],
  ['有余', 'over'],
  ['之多', 'exact'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['以内', 'under'],
  ['以下', 'under'],
];
/** Words behind the numeral itself: 1000多, 35万余, 十来. */
export const qualifiersInside = { 多: 'over', 余: 'over', 来: 'about', 几: 'over', '': null } as const satisfies Record<
  string,
  Qualifier | null
>;

const lastCharacters = new Set(qualifiersBefore.map(([word]) => word.charCodeAt(word.length - 1)));
const firstCharacters = new Set(qualifiersAfter.map(([word]) => word.charCodeAt(0)));

/** Reads the qualifier that ends at `end`; null when none does. 签约 and 附近 hold none. */
export function qualifierBefore(text: string, end: number): PrintedQualifier | null {
  if (!lastCharacters.has(text.charCodeAt(end - 1))) return null;
  for (const [word, qualifier, not] of qualifiersBefore) {
    if (!text.startsWith(word, end - word.length) || end < word.length) continue;
    const previous = text.charAt(end - word.length - 1);
    if (previous !== '' && not.includes(previous)) continue;
    return { qualifier, length: word.length };
  }
  return null;
}

/** Reads the qualifier that begins at `at`, behind the unit; null when none does. */
export function qualifierAfter(text: string, at: number): PrintedQualifier | null {
  if (!firstCharacters.has(text.charCodeAt(at))) return null;
  for (const [word, qualifier] of qualifiersAfter) {
    if (text.startsWith(word, at)) return { qualifier, length: word.length };
  }
  return null;
}
