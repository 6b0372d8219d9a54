import { requestsOf, type FigureSpec } from '../../../../src/charts/specs';
import type { FigureRequest } from '../../../../src/charts/specs/figureKind';
import type { Filter } from '../../../../src/statistics/query';
import { startWorkerClient } from '../../../../src/worker/client';
import type { World } from '../world';
import { filterOf } from './adapter';
import type { Question } from '../question';

/** How long a page of the product waits after a choice of the filter. */
export interface OverviewTimes {
  /** Milliseconds until the headline numbers are on the page. */
  tiles: number;
  /** Until all answers are. */
  all: number;
}

/** What the overview asks under a filter, in its order: tiles, filter bar, bulletin, trend, composition, counties of a city. */
function asked({ subjects }: World, filter: Filter, city: string): FigureRequest[] {
  const ofCity = { ...filter, areas: [city] };
  const subject = subjects[0] ?? '';
  const figures: FigureSpec[] = [
    { kind: 'trend', params: { subject, split: 'none', form: 'line' }, filter },
    { kind: 'composition', params: { subject, form: 'donut' }, filter },
    { kind: 'countyMap', params: { subject, city }, filter: ofCity },
    { kind: 'ranking', params: { subject, order: 'administrative', movement: true }, filter: ofCity },
  ];
  const tiles: FigureRequest = { name: 'tiles', request: { filter, subjects } };
  const facets: FigureRequest = { name: 'facets', request: { filter, subjects: [] } };
  const facetsOfCity: FigureRequest = { name: 'facets', request: { filter: ofCity, subjects: [] } };
  const byCategory: FigureRequest = { name: 'series', request: { filter, subject, split: 'category' } };
  // The bulletin says headlines and parts once more, the filter bar and the list of reports count the same.
  const words = [tiles, byCategory, facets];
  return [tiles, facets, facetsOfCity, ...words, ...figures.flatMap((figure) => Object.values(requestsOf(figure)))];
}

/** Asks as the product's overview does, question after question. */
export async function overviewTimes(folder: string, world: World, questions: Question[]): Promise<OverviewTimes[]> {
  const client = startWorkerClient('bench-ours');
  await client.start(`${folder}datapackage.json`, () => undefined);
  const times: OverviewTimes[] = [];
  for (const question of questions) {
    const filter = filterOf(world, question);
    const city = `${(filter.areas[0] ?? world.counties[0] ?? '').slice(0, 4)}00`;
    const start = performance.now();
    // Each part of a page asks under a number of its own.
    const [first, ...others] = asked(world, filter, city).map(({ name, request }, i) => client.query(name, request, i));
    await first;
    const tiles = performance.now() - start;
    await Promise.all(others);
    times.push({ tiles, all: performance.now() - start });
  }
  client.close();
  return times;
}
