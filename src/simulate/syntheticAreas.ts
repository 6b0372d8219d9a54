import type { Area, AreaLevel } from '../model/area';

function area(code: string, name: string, level: AreaLevel, parent: string | null, order: number): Area {
  return {
    ...{ code, name, nameEn: name, shortName: name, parent, level, order, place: code },
    validFrom: null,
    validTo: null,
  };
}

/**
 * Areas that do not exist, for measurements at a size that no package has: a province for every hundred counties, a
 * prefecture for every ten. Output: exactly `counties` counties with what is above them, parents first.
 */
export function syntheticAreas(counties: number): Area[] {
  const areas: Area[] = [];
  for (let i = 0; i < counties; i++) {
    const province = `${String(10 + Math.floor(i / 100)).padStart(2, '0')}0000`;
    const prefecture = `${province.slice(0, 2)}${String(1 + (Math.floor(i / 10) % 10)).padStart(2, '0')}00`;
    if (i % 100 === 0) areas.push(area(province, `模拟省${String(i / 100 + 1)}`, 'province', null, i / 100));
    if (i % 10 === 0) areas.push(area(prefecture, `模拟市${String(i / 10 + 1)}`, 'prefecture', province, i / 10));
    const code = `${prefecture.slice(0, 4)}${String((i % 10) + 1).padStart(2, '0')}`;
    areas.push(area(code, `模拟县${String(i + 1)}`, 'county', prefecture, i));
  }
  return areas;
}
