import type { EChartsOption, MapSeriesOption } from 'echarts';
import type { FeatureCollection } from 'geojson';
import type { Cell, SeriesResult } from '../statistics/query';
import { baseOption, hatch, stripes } from './baseOption';
import { boundariesOf, type Boundaries } from './boundaries';
import { cellText, drawnValue, isIncomplete } from './cell';
import { classColour, classLegendItems, classLegendStub } from './classLegend';
import { inkOn, mix } from './colours';
import type { FigureContext } from './context';
import type { Figure, Frame } from './figure';
import { layOutLegend, layOutLegendColumn, type LegendItem } from './legend';
import { distinctLabels, estimateEm, twoLines } from './measureText';
import { composeNotes } from './notes';
import { isOneBucket, rowAddress, rowsOf, rowsTable, rowsUnit, wholeOf, type Row } from './rows';
import { shortList } from './shortList';
import { markOf, sourceLine } from './sourceLine';
import type { ChartTheme } from './theme';
import { fileStemOf, scopeOf, subjectOf, subtitleOf } from './titles';
import { tooltipHtml, tooltipStyle } from './tooltip';
import { valueClasses, type ValueClass } from './valueClasses';

export interface CountyMapInput {
  /** Split by area. */
  answer: SeriesResult;
  /** One bucket; null for the total over the range. */
  bucket: string | null;
  /** Code of the place whose counties are drawn. */
  place: string;
  /** GeoJSON of the counties; features carry their code as `properties.code` or as id. */
  boundaries: FeatureCollection;
}

interface Drawing {
  rows: readonly Row[];
  classes: readonly ValueClass[];
  bounds: Boundaries;
  mapName: string;
  oneBucket: boolean;
  theme: ChartTheme;
  frame: Frame;
  context: FigureContext;
}

function regionStyle(cell: Cell, drawing: Drawing) {
  const { theme, frame } = drawing;
  const value = drawnValue(cell);
  if (value === null) {
    const decal = cell.state === 'unreported' ? { decal: hatch(theme.unreported, frame.fontPx) } : {};
    return { areaColor: theme.noData, ...decal };
  }
  const areaColor = classColour(value, drawing.classes, theme);
  return drawing.oneBucket && isIncomplete(cell)
    ? { areaColor, decal: stripes(mix(areaColor, theme.surface, 0.35), frame.fontPx) }
    : { areaColor };
}

function regions(drawing: Drawing) {
  const { rows, theme, frame, context } = drawing;
  return rows.map((row) => {
    const value = drawnValue(row.cell);
    const style = regionStyle(row.cell, drawing);
    const ink = value === null ? theme.textMuted : inkOn(style.areaColor);
    const chosen = context.filter.areas.includes(row.key);
    return {
      name: row.key,
      value: value ?? Number.NaN,
      itemStyle: {
        ...style,
        borderColor: chosen ? theme.text : value === null ? theme.unreported : theme.surface,
        borderWidth: Math.max(1, frame.fontPx / (chosen ? 6 : 12)),
      },
      label: {
        show: true,
        color: ink,
        textBorderColor: value === null ? theme.noData : style.areaColor,
        textBorderWidth: frame.fontPx / 6,
      },
      emphasis: { label: { color: ink } },
    };
  });
}

/** The number of a place as its label has it. */
const labelOf = ({ cell }: Row, context: FigureContext) => cellText(cell, context, { style: 'compact', unit: false });

/**
 * Whether numbers stand below the names: in all places or in none, for some alone would look like the large ones. A label
 * may reach a little over its place.
 */
function isNumbered({ rows, bounds, context }: Drawing, mapPx: number, labelPx: number): boolean {
  return rows.every((row) => {
    if (drawnValue(row.cell) === null) return true;
    return estimateEm(labelOf(row, context)) * labelPx <= (bounds.widths.get(row.key) ?? 0) * mapPx * 1.1;
  });
}

/** Longest name on a map, and narrowest line of one, in em. */
const [longestName, leastLineEm] = [12, 5];

/** Names as they stand on the map: in two lines where one is wider than its place. */
function mapNames({ rows, bounds }: Drawing, mapPx: number, labelPx: number): ReadonlyMap<string, string> {
  const short = distinctLabels(
    rows.map(({ name }) => name),
    longestName,
  );
  return new Map(
    rows.map(({ key }, i) => {
      const roomEm = ((bounds.widths.get(key) ?? 0) * mapPx * 1.1) / labelPx;
      return [key, twoLines(short[i] ?? '', Math.max(leastLineEm, roomEm))];
    }),
  );
}

/** Smallest type of the names on a map, and how much wider than a letter it is where that fits the counties. */
const leastLabelPx = 10;
const labelShare = 44;

/** A picture this much wider than high has its legend beside the map. */
const lowAspect = 2.8;

/** The legend above the map or, in a low picture, at its left; where the map begins, and how large it can be. */
function arrange(items: readonly LegendItem[], { bounds, theme, frame }: Drawing) {
  const { fontPx, widthPx, heightPx } = frame;
  const low = frame.purpose === 'export' && widthPx > heightPx * lowAspect;
  const column = low ? layOutLegendColumn(items, theme, frame) : null;
  const rows = low ? null : layOutLegend(items, theme, frame, { selectable: false });
  const left = column ? column.widthPx + fontPx : 0;
  const top = rows ? rows.heightPx + fontPx * 0.5 : 0;
  const room = { width: (widthPx - left) * 0.98, height: Math.max(20, heightPx - top) * 0.98 };
  const size =
    bounds.aspect > 1
      ? Math.min(room.width, room.height * bounds.aspect)
      : Math.min(room.height, room.width / bounds.aspect);
  return { legend: column?.option ?? rows?.option ?? [], left, top, size };
}

function mapOption(drawing: Drawing): EChartsOption {
  const { rows, bounds, mapName, theme, frame, context } = drawing;
  const { fontPx, widthPx, heightPx } = frame;
  const cells = rows.map(({ cell }) => cell);
  const items = classLegendItems({ ...drawing, cells, incomplete: drawing.oneBucket, form: 'regions' });
  const { legend, left, top, size } = arrange(items, drawing);
  if (bounds.places.length === 0) return baseOption(theme, frame);
  const labelPx = Math.max(Math.min(fontPx, leastLabelPx), Math.min(fontPx, size / labelShare));
  const mapPx = bounds.aspect > 1 ? size : size * bounds.aspect;
  const numbered = isNumbered(drawing, mapPx, labelPx);
  const shortNames = mapNames(drawing, mapPx, labelPx);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  // A lit place keeps the colour of its class.
  const quiet = {
    label: { show: true },
    itemStyle: {
      areaColor: 'inherit',
      borderColor: theme.text,
      borderWidth: Math.max(1.5, fontPx / 8),
    },
  };
  return {
    ...baseOption(theme, frame),
    legend,
    tooltip: {
      ...tooltipStyle(theme, frame),
      trigger: 'item',
      formatter: (hovered: unknown) => {
        const row = byKey.get((hovered as { name?: string }).name ?? '');
        if (!row) return '';
        const value = drawnValue(row.cell);
        const colour = value === null ? theme.unreported : classColour(value, drawing.classes, theme);
        return tooltipHtml(row.name, [{ name: '', colour, cell: row.cell }], theme, context);
      },
    },
    series: [
      {
        type: 'map',
        name: 'regions',
        map: mapName,
        nameProperty: 'name',
        roam: false,
        showLegendSymbol: false,
        selectedMode: false,
        aspectScale: bounds.degreeRatio,
        layoutCenter: [left + (widthPx - left) / 2, top + (heightPx - top) / 2],
        layoutSize: size,
        itemStyle: { areaColor: theme.surface, borderColor: theme.border },
        label: {
          show: true,
          fontFamily: theme.fontFamily,
          fontSize: labelPx,
          lineHeight: labelPx * 1.25,
          formatter: ({ name }: { name: string }) => {
            const row = byKey.get(name);
            if (!row) return '';
            const shown = shortNames.get(name) ?? '';
            return numbered ? `${shown}\n${labelOf(row, context)}` : shown;
          },
        },
        labelLayout: { hideOverlap: false, moveOverlap: 'shiftY' },
        emphasis: quiet,
        data: regions(drawing),
      } satisfies MapSeriesOption,
      ...items.map(classLegendStub),
    ],
  };
}

/** FNV-1a over a text: tells apart versions of boundaries that share a place. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * The counties of a place as a choropleth with round classes; 未报 is hatched, 未提及 blank, both named. Places without a
 * boundary (functional zones) are named in the notes with their numbers.
 * Input: a `series` answer split by area, and GeoJSON boundaries. Output: a figure whose `map` must be registered
 * before it is drawn (`echartsFor` does).
 */
export function countyMap(input: CountyMapInput, context: FigureContext): Figure {
  const { answer, bucket, place, boundaries } = input;
  const { text, names } = context;
  const rowsInput = { answer, split: 'area' as const, bucket };
  const all = rowsOf(rowsInput, context);
  const bounds = boundariesOf(boundaries, context.areas);
  const rows = all.filter(({ key }) => bounds.places.includes(key));
  const elsewhere = all.filter(
    ({ key, cell }) => !bounds.places.includes(key) && context.areas.contains(place, key) && drawnValue(cell) !== null,
  );
  const values = rows.flatMap(({ cell }) => drawnValue(cell) ?? []);
  const classes = valueClasses(values, 5);
  const mapName = `${place}:${fingerprint(JSON.stringify(bounds.geoJson))}`;
  const scope = context.filter.areas.length === 0 ? names.area(place) : scopeOf(context);
  const offMap = elsewhere.map(({ name, cell }) => text.named(name, cellText(cell, context, { style: 'compact' })));
  return {
    id: `map:${answer.subject.code}:${place}`,
    title: text.mapTitle(scope, subjectOf(answer, context)),
    subtitle: subtitleOf(answer, context, { bucket, total: true }),
    unit: rowsUnit(rows, rowsInput, context),
    notes: [
      ...(offMap.length > 0 ? [text.noteNotOnMap(shortList(offMap, 4, text))] : []),
      ...composeNotes(
        { answer, split: 'area', shown: rows, inTime: false, absencesWritten: true, whole: wholeOf(rowsInput) },
        context,
      ),
      text.noteSchematic,
    ],
    source: sourceLine(answer.sources, context),
    asOf: answer.asOf,
    ...markOf(context),
    option: (theme, frame) =>
      mapOption({ rows, classes, bounds, mapName, oneBucket: isOneBucket(rowsInput), theme, frame, context }),
    table: rowsTable(
      [...rows, ...all.filter((row) => !rows.includes(row) && elsewhere.includes(row))],
      rowsInput,
      context,
    ),
    addressOf: (seriesIndex, dataIndex) => (seriesIndex === 0 ? rowAddress(rows[dataIndex], rowsInput) : null),
    empty: values.length === 0,
    group: 'map',
    ...(bounds.places.length > 0 ? { map: { name: mapName, geoJson: bounds.geoJson } } : {}),
    fileStem: fileStemOf(answer, context, { what: text.distribution, bucket, total: true }),
  };
}
