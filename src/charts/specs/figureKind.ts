import type { FeatureCollection } from 'geojson';
import type { PlaceOrder, PlacesAsked } from '../../statistics/placePages';
import type { Filter, Queries, QueryName, Split } from '../../statistics/query';
import type { FigureContext } from '../context';
import type { Figure } from '../figure';

/** A question that a figure asks of the data. */
export type FigureRequest = { [N in QueryName]: { name: N; request: Queries[N]['request'] } }[QueryName];
/** The questions of one figure, each under a name of the figure's own. */
export type FigureRequests = Readonly<Record<string, FigureRequest>>;
/** Their answers, under the same names. */
export type AnswersOf<Asked extends FigureRequests> = { [K in keyof Asked]: Queries[Asked[K]['name']]['answer'] };

/** What is drawn beside answers; empty where a kind needs none or none are known. */
export interface FigureAssets {
  boundaries: FeatureCollection;
}

/** A figure as its kind sees it. */
export interface SpecOf<Params extends object> {
  params: Params;
  filter: Filter;
  /** Of more places than are seen at once: the number or the code of one that is on the page. The first page when absent. */
  from?: number | string;
}

/** What draws the figures of one kind from the answers to their questions. */
export interface FigureDrawer<Params extends object = object, Asked extends FigureRequests = FigureRequests> {
  build(spec: SpecOf<Params>, answers: AnswersOf<Asked>, context: FigureContext, assets: FigureAssets): Figure;
}

/** One kind of figure: how it is read from storage, what it asks, and how it is drawn. Pure. */
export interface FigureKind<Params extends object = object, Asked extends FigureRequests = FigureRequests> {
  /** Parameters from storage or an address; null when this kind cannot draw them. Fields it does not know are dropped. */
  read(stored: Readonly<Record<string, unknown>>): Params | null;
  requests(spec: SpecOf<Params>): Asked;
  /** Code of the place whose counties' boundaries are drawn; absent for kinds without a map. */
  place?(params: Params): string | null;
  /** The code that draws, which loads on demand; everything above is known at once. */
  load(): Promise<FigureDrawer<Params, Asked>>;
}

/** Declares a kind; only infers its types. */
export function figureKind<Params extends object, Asked extends FigureRequests>(
  kind: FigureKind<Params, Asked>,
): FigureKind<Params, Asked> {
  return kind;
}

/** The question that most figures ask: one subject over the buckets of the filter, whole or split; of many places a page. */
export function askSeries(filter: Filter, subject: string, split: Split, places?: PlacesAsked) {
  return { name: 'series' as const, request: { filter, subject, split, ...(places && { places }) } };
}

/** A question about places, of which no more than so many are seen at once. */
export function askPlaces({ filter, from = 0 }: SpecOf<object>, subject: string, order: PlaceOrder, most = 40) {
  return askSeries(filter, subject, 'area', { order, most, from });
}

/** A question about places or categories side by side over time. */
export function askSplit(spec: SpecOf<{ subject: string; split: Split }>, most: number) {
  const { subject, split } = spec.params;
  return {
    series: split === 'area' ? askPlaces(spec, subject, 'value', most) : askSeries(spec.filter, subject, split),
  };
}
