import { traditionalPairs } from '../vocabulary/traditional';

/** Marks in the table of `translateCharacter`. */
export const DROP = 0;
const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Characters that carry nothing: byte order mark, zero-width and soft hyphens, control characters, directional marks. */
const dropped: readonly [number, number][] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const spaces = '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000 ';
const newlines = '\n\v\f\r\u0085\u2028\u2029';

/** Characters that are read as another one: quotes, dashes, circle zeros. The table is completed by ranges below. */
const singles: Readonly<Record<string, string>> = {
  '，': '，',
  '｡': '。',
  '〝': '“',
  '〞': '”',
  '＂': '"',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '«': '《',
  '»': '》',
  '〈': '《',
  '〉': '》',
  '﹪': '%',
  '‰': '‰',
  '○': '〇',
  '◯': '〇',
  '⚪': '〇',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '—',
  '―': '—',
  '─': '—',
  '━': '—',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '﹣': '-',
  '﹑': '、',
  '､': '、',
  '・': '·',
};

function fillRange(table: Uint16Array, from: number, to: number, target: (code: number) => number): void {
  for (let code = from; code <= to; code++) table[code] = target(code);
}

/** One UTF-16 unit to one: full-width to ASCII, radicals and compatibility forms to ideographs, traditional to simplified. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  fillRange(table, 0, 0xffff, (code) => code);
  // A broken font map prints the two bytes of GB 2312's row 3 as one code point: U+A3AC for full-width comma 0xA3AC.
  fillRange(table, 0xa3a1, 0xa3fe, (code) => code - 0xa380);
  fillRange(table, 0xff01, 0xff5e, (code) => code - 0xfee0);
  for (const [from, to] of [
    [0x2e80, 0x2fd5],
    [0xf900, 0xfaff],
  ] as const) {
    fillRange(table, from, to, (code) => {
      const folded = String.fromCharCode(code).normalize('NFKC');
      return folded.length === 1 ? folded.charCodeAt(0) : code;
    });
  }
  for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
    table[traditionalPairs.charCodeAt(i)] = traditionalPairs.charCodeAt(i + 1);
  }
  for (const [from, to] of Object.entries(singles)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  // ASCII punctuation of a Chinese sentence is read in its Chinese form; digits decide later whether a comma or stop is theirs.
  for (const [from, to] of [',，', ';；', ':：', '(（', ')）', '!！', '?？'].map(
    (pair) => [pair.charAt(0), pair.charAt(1)] as const,
  )) {
    table[from.charCodeAt(0)] = to.charCodeAt(0);
    table[from.charCodeAt(0) + 0xfee0] = to.charCodeAt(0);
    table[from.charCodeAt(0) + 0xa380] = to.charCodeAt(0);
  }
  table[0xa3ae] = '。'.charCodeAt(0);
  for (const [from, to] of dropped) fillRange(table, from, to, () => DROP);
  for (const char of spaces) table[char.charCodeAt(0)] = SPACE;
  for (const char of newlines) table[char.charCodeAt(0)] = NEWLINE;
  return table;
}

const table = buildTable();

/**
 * Reads one UTF-16 unit as the form the vocabulary is written in; `DROP` for what carries nothing.
 * Output: one unit: a space for every blank, a line feed for every line end, ASCII for full-width letters and digits,
 * Chinese forms of , ; : ( ) ! ?, and simplified characters.
 */
export function translateCharacter(code: number): number {
  return table[code] ?? code;
}
