import { buildTrie, type Hit, type Trie } from '../lexicon/trie';
import { formerCodes } from '../vocabulary/areas/formerCodes';
import { areaRows } from '../vocabulary/areas/areaRows';

/** One administrative area: today's code and name, with codes that it had before. */
export interface Place {
  code: string;
  name: string;
  /** Name without 市, 县, 区; equal to `name` where nothing would be left. */
  shortName: string;
  level: 'province' | 'prefecture' | 'county';
}

const nations =
  /(?:土家族苗族|布依族苗族|苗族侗族|藏族羌族|哈尼族彝族|傣族景颇族|壮族苗族|蒙古族藏族|土家族|布依族|各族|维吾尔|哈萨克|柯尔克孜|朝鲜族|蒙古族?|傈僳族|白族|彝族|傣族|回族|苗族|侗族|瑶族|壮族|藏族|满族|畲族|黎族|羌族|水族|毛南族|仫佬族|仡佬族|拉祜族|佤族|纳西族|怒族|独龙族|景颇族|哈尼族|布朗族|土族|撒拉族|保安族|东乡族|裕固族|达斡尔族|锡伯族|塔吉克|鄂伦春|鄂温克族)+自治[州县旗]$/;

function shortNameOf(name: string): string {
  const plain = name
    .replace(nations, '')
    .replace(/(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|林区|盟)$/, '');
  const cut = plain === name ? plain.replace(/[省市县区旗]$/, '') : plain;
  return cut.length >= 2 ? cut : name;
}

function levelOf(code: string): Place['level'] {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

const places = new Map<string, Place>();
const byName = new Map<string, Place[]>();

function addName(name: string, place: Place): void {
  const known = byName.get(name);
  if (!known) byName.set(name, [place]);
  else if (!known.includes(place)) known.push(place);
}

function addPlace(code: string, name: string): void {
  const place: Place = { code, name, shortName: shortNameOf(name), level: levelOf(code) };
  places.set(code, place);
  addName(name, place);
  if (place.shortName !== name) addName(place.shortName, place);
}

for (const row of areaRows) {
  const [head = '', list = ''] = row.split('|');
  const prefix = head.slice(0, 4);
  if (head.length > 4) addPlace(`${prefix}00`, head.slice(4));
  for (const county of list.split(' ')) if (county.length > 2) addPlace(prefix + county.slice(0, 2), county.slice(2));
}
for (const former of formerCodes) {
  const place = places.get(former.place);
  if (place) addName(former.name, place);
}

const trie: Trie<readonly Place[]> = buildTrie(byName);

/** A name in a text with the places that bear it. */
export type PlaceHit = Hit<readonly Place[]>;

/** Names of places found in a clean text; several places can bear one name. Linear. */
export function findPlaceNames(text: string): PlaceHit[] {
  return trie.scan(text);
}

/** Whether `code` lies in `area`, or is it. Codes nest by their digits. */
export function liesIn(code: string, area: string): boolean {
  if (area.endsWith('0000')) return code.startsWith(area.slice(0, 2));
  if (area.endsWith('00')) return code.startsWith(area.slice(0, 4));
  return code === area;
}

/**
 * Code of a place in force on an ISO date: 监利 is 421023 until 2020-06-11 and 421088 from 2020-06-12.
 * Input: today's code, or a former one; date or null for today.
 * Source: GB/T 2260 and the Ministry of Civil Affairs' yearly lists of changes.
 */
export function codeOn(code: string, date: string | null): string {
  const today = formerCodes.find((former) => former.code === code)?.place ?? code;
  if (date === null) return today;
  const former = formerCodes.find((row) => row.place === today && date <= row.until);
  return former?.code ?? today;
}

/** Smallest area that holds all the given ones; null when they share no province. */
export function commonArea(codes: readonly string[]): string | null {
  const [first] = codes;
  if (first === undefined) return null;
  if (codes.every((code) => code === first)) return first;
  for (const digits of [4, 2]) {
    const prefix = first.slice(0, digits);
    const area = prefix.padEnd(6, '0');
    // Counties of a municipality share a prefix that is no area of its own.
    if (codes.every((code) => code.startsWith(prefix)) && !prefix.endsWith('00') && places.has(area)) return area;
  }
  return null;
}
