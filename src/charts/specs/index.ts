/**
 * Kinds of figures by their stable ids, one file each. A spec of a kind is plain data that says all of a figure but its
 * numbers: pages, trays and addresses keep specs. To add a kind: its file and one line here; never rename an id. What a
 * kind asks is known at once; the code that draws it comes when it is first drawn.
 */
import type { Filter } from '../../statistics/query';
import type { FigureContext } from '../context';
import type { Figure } from '../figure';
import { categoryMatrixKind } from './categoryMatrixKind';
import { comparisonKind } from './comparisonKind';
import { compositionKind } from './compositionKind';
import { countyMapKind } from './countyMapKind';
import type { AnswersOf, FigureAssets, FigureDrawer, FigureKind, FigureRequests } from './figureKind';
import { heatMapKind } from './heatMapKind';
import { multiplesKind } from './multiplesKind';
import { overlayKind } from './overlayKind';
import { rankingKind } from './rankingKind';
import { readFilter } from './readFilter';
import { slopeKind } from './slopeKind';
import { tileGridKind } from './tileGridKind';
import { trendKind } from './trendKind';
import { isCode, type Stored } from './readParams';

export const figureKinds = {
  trend: trendKind,
  multiples: multiplesKind,
  overlay: overlayKind,
  composition: compositionKind,
  ranking: rankingKind,
  countyMap: countyMapKind,
  tileGrid: tileGridKind,
  heatMap: heatMapKind,
  slope: slopeKind,
  comparison: comparisonKind,
  categoryMatrix: categoryMatrixKind,
} as const satisfies Record<string, FigureKind>;

export type FigureKindId = keyof typeof figureKinds;
type KindOf<K extends FigureKindId> = (typeof figureKinds)[K];

/** A figure of one kind as plain data. */
export interface KindSpec<K extends FigureKindId> {
  kind: K;
  params: NonNullable<ReturnType<KindOf<K>['read']>>;
  filter: Filter;
  from?: number | string;
}
/** Any figure as plain data. */
export type FigureSpec = { [K in FigureKindId]: KindSpec<K> }[FigureKindId];
/** What the questions of a kind are answered with. */
export type KindAnswers<K extends FigureKindId> = AnswersOf<ReturnType<KindOf<K>['requests']>>;

/** The questions that a figure asks. */
export function requestsOf(spec: FigureSpec): FigureRequests {
  const kind: FigureKind = figureKinds[spec.kind];
  return kind.requests(spec);
}

/** Code of the place whose counties' boundaries a figure draws; null for a figure that is no map. */
export function placeOf(spec: FigureSpec): string | null {
  const kind: FigureKind = figureKinds[spec.kind];
  return kind.place?.(spec.params) ?? null;
}

/** Fetches what draws a kind. Rejects when it cannot be fetched. */
export function loadDrawer(id: FigureKindId): Promise<FigureDrawer> {
  const kind: FigureKind = figureKinds[id];
  return kind.load();
}

/** Draws a figure from the answers to its questions. Throws on answers to other questions. */
export function buildFigure(
  drawer: FigureDrawer,
  spec: FigureSpec,
  answers: AnswersOf<FigureRequests>,
  context: FigureContext,
  assets: FigureAssets,
): Figure {
  const missing = Object.keys(requestsOf(spec)).find((name) => !(name in answers));
  if (missing !== undefined) throw new Error(`no answer to ${missing} of ${spec.kind}`);
  const figure = drawer.build(spec, answers, context, assets);
  for (const answer of Object.values(answers)) {
    if (!('beyond' in answer) || typeof answer.places !== 'object') continue;
    figure.places = answer.places;
    figure.subtitle += ` · ${context.text.placesShown(answer.places)}`;
    break;
  }
  return figure;
}

/** Why a stored figure cannot be drawn. */
export type SpecProblem = 'unreadable' | 'unknown-kind' | 'params' | 'filter';
export type SpecResult =
  | { ok: true; spec: FigureSpec }
  /** `kind` is what the spec calls itself; empty where it says nothing. */
  | { ok: false; problem: SpecProblem; kind: string };

const isKind = (id: unknown): id is FigureKindId => typeof id === 'string' && Object.hasOwn(figureKinds, id);
const isRecord = (value: unknown): value is Stored => typeof value === 'object' && value !== null;

/**
 * Reads a figure from storage or an address. Never throws: a kind that this version does not know, parameters that the
 * kind cannot draw, or a broken filter are named.
 */
export function readFigureSpec(stored: unknown): SpecResult {
  if (!isRecord(stored)) return { ok: false, problem: 'unreadable', kind: '' };
  const { kind: id } = stored;
  if (!isKind(id)) return { ok: false, problem: 'unknown-kind', kind: typeof id === 'string' ? id : '' };
  const kind: FigureKind = figureKinds[id];
  const params = isRecord(stored['params']) ? kind.read(stored['params']) : null;
  if (params === null) return { ok: false, problem: 'params', kind: id };
  const filter = readFilter(stored['filter']);
  if (filter === null) return { ok: false, problem: 'filter', kind: id };
  const { from } = stored;
  const page = isCode(from) || (typeof from === 'number' && from >= 0) ? { from } : {};
  // `read` of the kind has proved that the parameters are its own.
  return { ok: true, spec: { kind: id, params, filter, ...page } as FigureSpec };
}
