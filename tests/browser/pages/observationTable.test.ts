import { createPinia } from 'pinia';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createApp, h, shallowRef, type App } from 'vue';
import { idAt, rowOfId } from '../../../src/statistics/columns/rowColumns';
import { groupRows, type Lines } from '../../../src/statistics/table/arrangeRows';
import ObservationTable from '../../../src/app/components/table/ObservationTable.vue';
import { withWords } from '../../../src/app/composables/useLocale';
import { noPicks, type Picks } from '../../../src/app/components/table/picks';
import { usualColumns, type Table } from '../../../src/statistics/table/tableColumns';
import type { GroupKey, Order } from '../../../src/statistics/table/tableState';
import '../../../src/app/styles/base.css';
import '../../../src/app/styles/tokens.css';
import { aRow, aTable } from '../../support/tableOfRows';

const hostile = '<img src=x onerror="window.attacked = true">';

interface Shown {
  table: Table;
  lines: Lines;
}

/** Invented rows; the second one's label is hostile. */
function rowsOf(count: number, by: GroupKey = 'none', collapsed: ReadonlySet<string> = new Set()): Shown {
  const table = aTable(
    Array.from({ length: count }, (_, index) =>
      aRow(`r.${String(index)}`, {
        label: index === 1 ? hostile : `标签${String(index)}`,
        surface: `${String(index)}人`,
        value: index,
        refArea: index % 2 === 0 ? '421000' : '421088',
      }),
    ),
  );
  return {
    table,
    lines: groupRows(
      table,
      Uint32Array.from({ length: count }, (_, row) => row),
      by,
      collapsed,
    ),
  };
}

let app: App | null = null;
const opened: (string | undefined)[] = [];
const ordered: Order[] = [];
const folded: string[] = [];
const wanted: number[][] = [];
/** All rows are here. */
const knownIn = ({ text }: Table) => ({ has: () => true, text });
const picked = shallowRef<Picks>(noPicks);
const pickedRows = () => Array.from({ length: 100 }, (_, row) => row).filter((row) => picked.value.has(row));

function mount(first: Shown, options: { narrow?: boolean; marked?: string } = {}) {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const shown = shallowRef(first);
  app = createApp(() =>
    h(ObservationTable, {
      lines: shown.value.lines,
      rows: knownIn(shown.value.table),
      columns: usualColumns,
      order: null,
      narrow: options.narrow ?? false,
      marked: options.marked === undefined ? -1 : rowOfId(shown.value.table.columns, options.marked),
      picked: picked.value,
      'onUpdate:picked': (rows: Picks) => (picked.value = rows),
      onOpen: (row: number) => opened.push(idAt(shown.value.table.columns, row)),
      onOrder: (order: Order) => ordered.push(order),
      onFold: (group: string) => folded.push(group),
      onWant: (rows: number[]) => wanted.push(rows),
    }),
  );
  app.use(createPinia()).mount(host);
  return shown;
}

const drawnRows = () => document.querySelectorAll('[role=row][data-index]');
const indexOf = (element: Element | null) => Number(element?.getAttribute('data-index'));

// The table is mounted without the page that brings its words.
beforeAll(() => withWords(() => Promise.resolve()));
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  app?.unmount();
  app = null;
  opened.length = 0;
  ordered.length = 0;
  folded.length = 0;
  wanted.length = 0;
  picked.value = noPicks;
});

test('draws what is seen of 100 000 rows, and End and Home reach both ends', async () => {
  mount(rowsOf(100_000));
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001');
  await expect.poll(() => drawnRows().length).toBeGreaterThan(5);
  expect(drawnRows().length).toBeLessThan(60);

  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => indexOf(document.activeElement)).toBe(99_999);
  expect(drawnRows().length).toBeLessThan(60);
  await userEvent.keyboard('{PageUp}');
  await expect.poll(() => indexOf(document.activeElement)).toBeLessThan(99_999);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => indexOf(document.activeElement)).toBe(0);
});

test('a list longer than a browser can draw is walked and scrolled to both ends', async () => {
  await page.viewport(390, 800);
  const count = 200_000;
  mount(rowsOf(count), { narrow: true });
  await expect.poll(() => drawnRows().length).toBeGreaterThan(5);
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('no grid');
  expect(grid.scrollHeight).toBeLessThan(17_000_000);
  const isInView = () => {
    const [row, box] = [document.activeElement?.getBoundingClientRect(), grid.getBoundingClientRect()];
    return row !== undefined && row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
  };
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  for (const [keys, row] of [
    ['{End}', count - 1],
    ['{ArrowUp}', count - 2],
    ['{Home}', 0],
    ['{ArrowDown}', 1],
  ] as const) {
    await userEvent.keyboard(keys);
    await expect.poll(() => indexOf(document.activeElement)).toBe(row);
    await expect.poll(isInView, { message: keys }).toBe(true);
  }
  for (let row = 2; row < 30; row++) {
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => indexOf(document.activeElement)).toBe(row);
    await expect.poll(isInView).toBe(true);
  }
  grid.scrollTop = grid.scrollHeight / 2;
  await expect.poll(() => Math.max(...[...drawnRows()].map(indexOf))).toBeGreaterThan(count * 0.45);
  const drawn = [...drawnRows()].map(indexOf).filter((index) => index > 100);
  expect(drawn).toEqual(drawn.map((_, i) => (drawn[0] ?? 0) + i));
  grid.scrollTop = grid.scrollHeight;
  await expect.poll(() => Math.max(...[...drawnRows()].map(indexOf))).toBe(count - 1);
});

test('keeps the focus on its row while the list is scrolled away', async () => {
  mount(rowsOf(5000));
  await expect.poll(() => drawnRows().length).toBeGreaterThan(5);
  document.querySelector<HTMLElement>('[data-index="3"]')?.focus();
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('no grid');
  grid.scrollTop = 80_000;
  await expect.poll(() => Math.max(...[...drawnRows()].map(indexOf))).toBeGreaterThan(1000);
  expect(indexOf(document.activeElement)).toBe(3);
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual(['r.3']);
});

test('begins at the row that the address points at', async () => {
  mount(rowsOf(5000), { marked: 'r.4321' });
  await expect.poll(() => document.querySelector('[data-index="4321"]')?.textContent).toContain('标签4321');
  expect(document.querySelector('[data-index="4321"]')?.getAttribute('tabindex')).toBe('0');
});

test('prints what a report says as text, never as markup', async () => {
  mount(rowsOf(10));
  await expect.element(page.getByText(hostile)).toBeVisible();
  expect(document.querySelector('.data-table img')).toBeNull();
  expect('attacked' in window).toBe(false);
});

test('on a narrow screen a row is one cell beside the one that picks it, and a press opens it', async () => {
  await page.viewport(390, 800);
  mount(rowsOf(500), { narrow: true });
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-colcount', '2');
  await page.getByText('标签2', { exact: true }).click();
  expect(opened).toEqual(['r.2']);
});

test('follows a list that shrinks below the row that was active', async () => {
  const shown = mount(rowsOf(5000));
  await expect.poll(() => drawnRows().length).toBeGreaterThan(5);
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => indexOf(document.activeElement)).toBe(4999);
  shown.value = rowsOf(3);
  await expect.poll(() => drawnRows().length).toBe(3);
  expect(document.querySelectorAll('[role=row][tabindex="0"]').length).toBe(1);
});

test('asks for the order of a column', async () => {
  mount(rowsOf(5));
  await page.getByRole('button', { name: '数值' }).click();
  expect(ordered).toEqual([{ column: 'value', descending: false }]);
});

test('space picks, Shift and down picks on, Ctrl+A picks all; arrow keys walk through the cells', async () => {
  mount(rowsOf(50));
  await expect.poll(() => drawnRows().length).toBeGreaterThan(5);
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  await userEvent.keyboard(' {ArrowDown}{Shift>}{ArrowDown}{/Shift}');
  expect(pickedRows()).toEqual([0, 1]);
  expect(document.querySelectorAll('[aria-selected="true"]').length).toBe(2);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement?.getAttribute('role')).toBe('gridcell');
  expect(document.activeElement?.textContent).toContain('报告r');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(indexOf(document.activeElement)).toBe(2);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(picked.value.size).toBe(50);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(picked.value.size).toBe(0);
});

test('groups: a heading says how many rows it holds, folds by press and by arrow key, and opens no source', async () => {
  const shown = mount(rowsOf(100_000, 'area'));
  await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '100003');
  await expect.element(page.getByText('50000 条')).toBeVisible();
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(folded).toEqual(['421000']);
  shown.value = rowsOf(100_000, 'area', new Set(['421000']));
  await expect.element(page.getByText('监利市').first()).toBeVisible();
  expect(document.querySelector('[data-index="0"]')?.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(folded).toEqual(['421000', '421000', '421000']);
  expect(opened).toEqual([]);
});
