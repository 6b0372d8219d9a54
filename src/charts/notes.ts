import { formatDate } from '../statistics/format';
import type { Cell, SeriesResult, Split } from '../statistics/query';
import { annotationsOf, annotationText } from './annotations';
import { cellText, isApproximate, isIncomplete } from './cell';
import type { FigureContext } from './context';
import { shortList } from './shortList';

/** A named cell that a figure shows: a bucket of a time series, or a row. */
export interface NotedCell {
  name: string;
  cell: Cell;
}

export interface NotesInput {
  answer: SeriesResult;
  split: Split;
  /** In the order shown. */
  shown: readonly NotedCell[];
  /** Whether neighbours of `shown` are neighbours in time, so that runs can be told as spans. */
  inTime: boolean;
  /** Cells of the single series, where `shown` are their totals. */
  grid?: readonly Cell[];
  /** True where the chart itself writes 未报 and 未提及 beside each name. */
  absencesWritten?: boolean;
  /** The cell of the whole, which counts what was left out. */
  whole: Cell;
}

const listed = 4;

/** Names of the cells that hold, runs of neighbours in time as spans. */
function runNames(input: NotesInput, holds: (cell: Cell) => boolean, context: FigureContext): string[] {
  if (!input.inTime) return input.shown.filter(({ cell }) => holds(cell)).map(({ name }) => name);
  const runs: { first: string; last: string }[] = [];
  let open: { first: string; last: string } | null = null;
  for (const { name, cell } of input.shown) {
    if (!holds(cell)) open = null;
    else if (open) open.last = name;
    else runs.push((open = { first: name, last: name }));
  }
  return runs.map(({ first, last }) => (first === last ? first : context.text.span(first, last)));
}

function absences(input: NotesInput, context: FigureContext): string[] {
  const { text } = context;
  const notes: string[] = [];
  const unreported = runNames(input, (cell) => cell.state === 'unreported', context);
  const unmentioned = runNames(input, (cell) => cell.state === 'unmentioned', context);
  if (!input.absencesWritten) {
    if (unreported.length > 0) notes.push(text.noteUnreported(shortList(unreported, listed, text)));
    if (unmentioned.length > 0) notes.push(text.noteUnmentioned(shortList(unmentioned, listed, text)));
  }
  // Gaps of single series that the list of whole buckets above does not already name.
  const width = Math.max(1, input.shown.length);
  const own = (input.grid ?? []).filter((_, i) => input.shown[i % width]?.cell.state === 'value');
  const counts = [
    own.filter((c) => c.state === 'unreported').length,
    own.filter((c) => c.state === 'unmentioned').length,
  ];
  const [missing = 0, silent = 0] = counts;
  if (missing + silent > 0) notes.push(text.noteGaps(missing, silent));
  return notes;
}

/** What is approximate, by name; counted where a total is so only for some of the single numbers that it is made of. */
function approximations(input: NotesInput, context: FigureContext): string[] {
  const { shown, grid = [] } = input;
  const { text } = context;
  const values = shown.filter(({ cell }) => cell.state === 'value');
  const approximate = values.filter(({ cell }) => isApproximate(cell));
  if (approximate.length === 0) return [];
  const own = grid.filter(({ state }) => state === 'value');
  const isMixed = grid.some(
    (cell, i) => cell.state === 'value' && isApproximate(shown[i % shown.length]?.cell ?? cell) !== isApproximate(cell),
  );
  if (isMixed) return [text.noteSomeApproximate(own.filter(isApproximate).length, own.length)];
  if (approximate.length > 1 && approximate.length === values.length) return [text.noteAllApproximate];
  return [text.noteApproximate(shortList(runNames(input, isApproximate, context), listed, text))];
}

function qualifications(input: NotesInput, context: FigureContext): string[] {
  const { text } = context;
  const notes = approximations(input, context);
  const values = input.shown.filter(({ cell }) => cell.state === 'value');

  const withDetail = (cells: readonly NotedCell[], detail: (cell: Cell) => string) =>
    shortList(
      cells.map(({ name, cell }) => name + text.details([detail(cell)])),
      listed,
      text,
    );
  const incomplete = values.filter(({ cell }) => isIncomplete(cell));
  if (incomplete.length > 0)
    notes.push(text.noteIncomplete(withDetail(incomplete, ({ months }) => text.months(months.covered, months.total))));
  const summed = input.split === 'area' ? [] : values.filter(({ cell }) => cell.children !== null);
  if (summed.length > 0)
    notes.push(
      text.noteChildren(
        withDetail(summed, ({ children }) => text.children(children?.reported ?? 0, children?.total ?? 0)),
      ),
    );
  const above = values.filter(({ cell }) => cell.basis === 'above');
  if (above.length > 0)
    notes.push(
      text.noteAboveFor(
        shortList(
          above.map(({ name }) => name),
          listed,
          text,
        ),
      ),
    );
  return notes;
}

function undefinedValues({ shown, grid = [] }: NotesInput, { text }: FigureContext): string[] {
  const reasons = new Map<string, string[]>();
  for (const { name, cell } of shown)
    if (cell.state === 'value' && cell.reason !== null)
      reasons.set(text.reason[cell.reason], [...(reasons.get(text.reason[cell.reason]) ?? []), name]);
  const hidden = grid.find((cell) => cell.state === 'value' && cell.reason !== null)?.reason;
  if (reasons.size === 0 && hidden) return [text.reason[hidden]];
  return [...reasons].map(([reason, names]) => text.noteUndefined(reason, shortList(names, listed, text)));
}

function beyond({ answer }: NotesInput, context: FigureContext): string[] {
  const { names, text } = context;
  const values = answer.beyond
    .filter(({ cell }) => cell.state === 'value')
    .map(({ bucket, cell }) => text.named(names.bucket(bucket), cellText(cell, context, { style: 'compact' })));
  return values.length > 0 ? [text.noteBeyond(shortList(values, listed, text))] : [];
}

function standingDates({ shown }: NotesInput, { text, language }: FigureContext): string[] {
  const dates = shown.flatMap(({ cell }) => (cell.state === 'value' && cell.asOf !== null ? [cell.asOf] : [])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [text.noteStandsAt(formatDate(first, language), formatDate(last, language))];
}

/**
 * What a reader must know beside a figure, the gravest first: values that cannot be formed, gaps of both kinds,
 * approximate and incomplete values, sums over children, figures of longer periods, standing dates, left-out counts, events and changed definitions.
 * Output: sentences without a full stop, in the language of the context; empty when there is nothing to say.
 */
export function composeNotes(input: NotesInput, context: FigureContext): string[] {
  const { whole } = input;
  return [
    ...undefinedValues(input, context),
    ...absences(input, context),
    ...qualifications(input, context),
    ...beyond(input, context),
    ...standingDates(input, context),
    ...(whole.leftOut > 0 ? [context.text.noteLeftOut(whole.leftOut)] : []),
    ...annotationsOf(input.answer, context).map((one) => annotationText(one, context)),
  ];
}
