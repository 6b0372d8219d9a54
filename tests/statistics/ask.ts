import type { Dataset } from '../../src/model/dataset';
import { answer } from '../../src/statistics/answer';
import type { Cell, CellAddress, Explanation, Filter, SeriesResult, Split, Tile } from '../../src/statistics/query';
import { resolveDataset } from '../../src/statistics/resolveDataset';
import { aFilter } from '../support/datasets';

interface Question extends Partial<Filter> {
  subject?: string;
  split?: Split;
}

/** A figure of 荆州's participants by year, unless asked otherwise. */
export function figureOf(
  dataset: Dataset,
  { subject = 'participants', split = 'none', ...filter }: Question = {},
): SeriesResult {
  const asked = aFilter({ areas: ['421000'], ...filter });
  return answer(resolveDataset(dataset), 'series', { filter: asked, subject, split });
}

/** The cell of one bucket of the unsplit figure. */
export function cellOf(dataset: Dataset, bucket: string, question: Question = {}): Cell {
  const { buckets, overall } = figureOf(dataset, question);
  const cell = overall.cells[buckets.indexOf(bucket)];
  if (!cell) throw new Error(`no bucket ${bucket} among ${buckets.join()}`);
  return cell;
}

export function explanationOf(
  dataset: Dataset,
  buckets: string[],
  { subject = 'participants', split = 'none', ...filter }: Question = {},
  address: Partial<CellAddress> = {},
): Explanation {
  const cell: CellAddress = { subject, key: 'total', split, status: 'actual', buckets, ...address };
  return answer(resolveDataset(dataset), 'explain', { filter: aFilter({ areas: ['421000'], ...filter }), cell });
}

/** What is left out of a cell, as `value reason`, and what counts. */
export function waysOf(explanation: Explanation): { counted: number[]; leftOut: string[] } {
  return {
    counted: explanation.counted.map(({ value }) => value),
    leftOut: explanation.leftOut.map(({ observation, reason }) => `${String(observation.value)} ${reason}`),
  };
}

export function tileOf(dataset: Dataset, { subject = 'participants', ...filter }: Question = {}): Tile {
  const asked = aFilter({ areas: ['421000'], ...filter });
  const [tile] = answer(resolveDataset(dataset), 'tiles', { filter: asked, subjects: [subject] });
  if (!tile) throw new Error('a tile for each subject');
  return tile;
}
