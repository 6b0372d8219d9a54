import { createPinia } from 'pinia';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createApp, h, shallowRef, type App } from 'vue';
import { observationRows, type ObservationRow, type Order } from '../../../src/app/components/table/observationRows';
import ObservationTable from '../../../src/app/components/table/ObservationTable.vue';
import '../../../src/app/styles/base.css';
import '../../../src/app/styles/tokens.css';
import type { Observation } from '../../../src/model/observation';

const hostile = '<img src=x onerror="window.attacked = true">';

const observation = (index: number): Observation => ({
  id: `r.${String(index)}`,
  reportId: 'r',
  doc: 'a.txt',
  start: index,
  end: index + 4,
  surface: `${String(index)}人`,
  label: index === 1 ? hostile : `标签${String(index)}`,
  value: index,
  unit: '人',
  qualifier: 'exact',
  measure: 'members',
  category: 'organizing',
  refArea: '421000',
  periodStart: '2018-01-01',
  periodEnd: '2018-12-31',
  kind: 'flow',
  status: 'actual',
  partOf: null,
  indicator: null,
  section: '一',
  confidence: 1,
  review: 'accepted',
  implied: [],
});

const same = (text: string) => text;
const rowsOf = (count: number) =>
  observationRows(
    Array.from({ length: count }, (_, index) => observation(index)),
    { language: 'zh-CN', report: same, area: same, category: same, subject: same, qualifier: () => '', kind: () => '' },
  );

let app: App | null = null;
const opened: ObservationRow[] = [];
const ordered: Order[] = [];

function mount(rows: readonly ObservationRow[], options: { narrow?: boolean; marked?: string } = {}) {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const shown = shallowRef(rows);
  app = createApp(() =>
    h(ObservationTable, {
      rows: shown.value,
      order: null,
      narrow: options.narrow ?? false,
      marked: options.marked ?? '',
      onOpen: (row: ObservationRow) => opened.push(row),
      onOrder: (order: Order) => ordered.push(order),
    }),
  );
  app.use(createPinia()).mount(host);
  return shown;
}

const drawnRows = () => document.querySelectorAll('[role=row][data-index]');
const indexOf = (element: Element | null) => Number(element?.getAttribute('data-index'));

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  app?.unmount();
  app = null;
  opened.length = 0;
  ordered.length = 0;
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
  expect(opened.map((row) => row.observation.id)).toEqual(['r.3']);
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

test('on a narrow screen a row is one cell, and a press opens it', async () => {
  await page.viewport(390, 800);
  mount(rowsOf(500), { narrow: true });
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-colcount', '1');
  await page.getByText('标签2', { exact: true }).click();
  expect(opened.map((row) => row.observation.id)).toEqual(['r.2']);
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
