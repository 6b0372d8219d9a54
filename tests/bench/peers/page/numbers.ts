import { areaTree, type Area } from '../../../../src/model/area';

/** Numbers that columns hold in place of texts. */
export interface Numbers {
  /** By any code: that of the place. The counties come first, as in the world. */
  areas: Map<string, number>;
  /** By the number of an area: that of its city; its own where it lies in none. */
  cities: number[];
  issuers: Map<string, number>;
  /** Texts that two printings of one number share. */
  prints: Map<string, number>;
}

/** The number of a text; the next one where it is new. */
export function numberIn(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text) ?? numbers.size;
  numbers.set(text, known);
  return known;
}

/** Numbers of areas, and as yet of nothing else. */
export function numbersOf(areas: readonly Area[], counties: readonly string[]): Numbers {
  const tree = areaTree(areas);
  const numbers = new Map(counties.map((code, i) => [code, i]));
  for (const { place } of tree.places) numberIn(numbers, place);
  const cities = Array.from(numbers.keys(), (code) => {
    const isCity = (one: string) => tree.area(one)?.level === 'prefecture';
    return numberIn(numbers, [code, ...tree.ancestors(code)].find(isCity) ?? code);
  });
  for (const { code, place } of areas) numbers.set(code, numberIn(numbers, place));
  return { areas: numbers, cities, issuers: new Map(), prints: new Map() };
}

/** How many texts have a number. */
export function sizeOf({ areas, issuers, prints }: Numbers): number {
  return areas.size + issuers.size + prints.size;
}

/** The numbers as bytes to be stored. */
export function packNumbers({ areas, cities, issuers, prints }: Numbers): ArrayBuffer {
  const plain = { areas: [...areas], cities, issuers: [...issuers], prints: [...prints] };
  return new TextEncoder().encode(JSON.stringify(plain)).buffer;
}

/** The numbers that were stored. */
export function unpackNumbers(bytes: ArrayBuffer): Numbers {
  const { areas, cities, issuers, prints } = JSON.parse(new TextDecoder().decode(bytes)) as {
    [Name in Exclude<keyof Numbers, 'cities'>]: [string, number][];
  } & Pick<Numbers, 'cities'>;
  return { areas: new Map(areas), cities, issuers: new Map(issuers), prints: new Map(prints) };
}
