import type { EChartsOption } from 'echarts';
import type { FeatureCollection } from 'geojson';
import type { PlacesShown } from '../statistics/placePages';
import type { CellAddress, CellState } from '../statistics/query';
import type { NativeChart } from './nativeChart';
import type { ChartTheme } from './theme';

/** The space a chart is laid out in. The same chart is laid out anew for the screen and for each export preset. */
export interface Frame {
  widthPx: number;
  heightPx: number;
  /** Base type size; everything else in the chart is a multiple of it. */
  fontPx: number;
  /** Exports show labels and marks that the screen leaves to hover. */
  purpose: 'screen' | 'export';
  /** True stops all animation: prefers-reduced-motion. Exports never move. */
  still?: boolean;
}

/** The part of ECharts that a figure draws with, `axes` being bars with lines and legends that scroll; each loads on demand. */
export type ChartGroup = 'bars' | 'axes' | 'map' | 'parts' | 'treemap';

/** Boundaries to register before a map is drawn: `name` is unique to the content. */
export interface FigureMap {
  name: string;
  geoJson: FeatureCollection;
}

/** What a document must say beside a number; a cell of mere words has none. */
export interface CellFacts {
  /** As printed, in the language of the figure. */
  unit: string;
  /** The number with its qualifier and without its unit; the word of its absence where there is none. */
  bare: string;
  /** In one word each: 约, 以上, 不满整期, 未报, 未提及. */
  flags: string[];
  /** Months covered, children reporting, the day of a stock, why there is no value. */
  details: string[];
}

/** A cell of the table twin: `text` for people, `value` for sorting and spreadsheets, and the way to its source. */
export interface TableCell {
  text: string;
  value: number | null;
  state: CellState;
  source: CellAddress | null;
  facts?: CellFacts;
  /** The value is a share of 1. */
  ratio?: true;
}

/** The same numbers as the chart, in the same order, as a table. */
export interface FigureTable {
  columns: string[];
  rows: { header: string; cells: TableCell[] }[];
}

/**
 * A chart with everything it must carry when it leaves the page; pure data but for `option`, which lays it out for a
 * theme and a frame. Screen, table twin and every exporter draw from the same figure.
 */
export interface Figure {
  /** Chart type and series, stable: the key of the DOM node and of tests. */
  id: string;
  title: string;
  /** Scope, time and granularity. */
  subtitle: string;
  /** Already scaled, e.g. 万人次; empty when the axes carry it. */
  unit: string;
  /** Qualifiers, gaps, left-out counts, year figures beside a monthly chart. */
  notes: string[];
  /** 来源 line, without the word 来源. */
  source: string;
  /** ISO date of 截至; null when unknown. */
  asOf: string | null;
  /** A word that must stand on it wherever it goes, e.g. 模拟数据; absent for real data. */
  mark?: string;
  option: (theme: ChartTheme, frame: Frame) => EChartsOption;
  table: FigureTable;
  /** What an office program can draw itself; null or absent where only a picture will do. */
  native?: NativeChart | null;
  /** The table's side that runs along the chart's axis; its rows when absent. The keyboard walks by it. */
  tableAxis?: 'columns';
  /** Where a click on a mark leads, by ECharts series and data index; null for a mark without data. */
  addressOf: (seriesIndex: number, dataIndex: number) => CellAddress | null;
  /**
   * Where cells are painted together, a mark is a row of them: the number of the column that a pointer is over is told
   * here, and its tooltip and address are then those of that cell.
   */
  pointAt?: (column: number) => void;
  /** True when there is nothing to draw: the card shows why instead of empty axes. */
  empty: boolean;
  group: ChartGroup;
  /** Boundaries that `option` draws; only maps have them. */
  map?: FigureMap;
  /** Scope, subject, granularity and time, safe in a file name of any system; `fileNameOf` adds preset and extension. */
  fileStem: string;
  /** Where it shows one page of more places than can be seen at once. */
  places?: PlacesShown;
  /** Then, the same figure of all of them, for a file that holds a table. */
  whole?: () => Promise<Figure>;
  /** Height that the rows of a ranking need at a type size, in pixels; absent where any height will do. */
  naturalHeightPx?: (fontPx: number) => number;
}
