import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Feature {
  id: string;
  properties: { code: string; name: string; cp: [number, number] };
  geometry: { type: 'Polygon'; coordinates: [number, number][][] };
}
const read = (code: string) =>
  (JSON.parse(readFileSync(`data/geo/${code}.json`, 'utf8')) as { features: Feature[] }).features;
const rows = readFileSync('data/areas.csv', 'utf8').trim().split('\n').slice(1);
const today = rows.map((row) => row.split(',')).filter(([code, , , , , , , , place]) => code === place);

const ringOf = (feature: Feature) => feature.geometry.coordinates[0] ?? [];
const edges = (ring: [number, number][]) => ring.slice(1).map((to, i) => [String(ring[i]), String(to)] as const);

const inside = ([x, y]: [number, number], ring: [number, number][]) =>
  ring.slice(1).filter((b, i) => {
    const a = ring[i] ?? b;
    return a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
  }).length %
    2 ===
  1;

describe('boundaries', () => {
  it('are under 60 KB in all', () => {
    const bytes = readdirSync('data/geo').map((name) => statSync(`data/geo/${name}`).size);
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(60 * 1024);
  });

  it.each(['421000', '420700'])('%s: one closed ring for each county of today, named as in areas.csv', (city) => {
    const counties = today.filter(([, , , , parent, level]) => parent === city && level === 'county');
    const names = (pairs: (string | undefined)[][]) => pairs.map((pair) => pair.join(' ')).sort();
    expect(names(read(city).map(({ id, properties }) => [id, properties.name]))).toEqual(
      names(counties.map(([code, name]) => [code, name])),
    );
    for (const feature of read(city)) {
      expect(feature.geometry.coordinates).toHaveLength(1);
      expect(ringOf(feature).at(0)).toEqual(ringOf(feature).at(-1));
      expect(inside(feature.properties.cp, ringOf(feature))).toBe(true);
    }
  });

  it.each(['421000', '420700'])('%s: neighbours share their borders exactly, and the outline is one ring', (city) => {
    const directed = new Set<string>();
    for (const feature of read(city)) {
      for (const [from, to] of edges(ringOf(feature))) {
        expect(directed.has(`${from}>${to}`), `${feature.properties.name} overlaps at ${from}`).toBe(false);
        directed.add(`${from}>${to}`);
      }
    }
    const outer = new Map<string, string>();
    for (const edge of directed) {
      const [from = '', to = ''] = edge.split('>');
      if (!directed.has(`${to}>${from}`)) outer.set(from, to);
    }
    const start = [...outer.keys()][0] ?? '';
    let length = 0;
    let at = start;
    do {
      at = outer.get(at) ?? '';
      length++;
    } while (at !== start && at !== '' && length <= outer.size);
    expect(length).toBe(outer.size);
  });
});
