import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pages } from '../../../src/app/pageList';
import { mountApp, packageUrls, unmountAll } from '../../support/app/mountApp';

beforeEach(() => page.viewport(1440, 900));
afterEach(unmountAll);

const link = (name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('link', { name, exact: true });
const patience = { timeout: 10_000 };
const filterBar = () => page.getByRole('region', { name: '筛选' });

/** What axe finds inside the shell; pages have tests of their own. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run({ include: [['.app-shell']], exclude: [['.page-frame__content']] });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

test('a page is reached by its link; title, heading, mark in the rail and focus follow', async () => {
  const app = await mountApp();
  await expect.element(filterBar()).toBeVisible();
  for (const [name, path] of [
    ['趋势', '/trend'],
    ['县市区', '/counties'],
    ['类别', '/categories'],
    ['数据', '/data'],
    ['总览', '/'],
  ]) {
    await link(name ?? '').click();
    await expect.poll(app.address, patience).toBe(path);
    const heading = page.getByRole('heading', { level: 1, name, exact: true });
    await expect.element(heading).toHaveFocus();
    await expect.element(link(name ?? '')).toHaveAttribute('aria-current', 'page');
    expect(document.title).toBe(`${name ?? ''} · 工会数据看板`);
  }
});

test('the first page does not take the focus', async () => {
  await mountApp({ address: '/data' });
  await expect.element(filterBar()).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test('an unknown path opens the overview and keeps the choice', async () => {
  const app = await mountApp({ address: '/no/such/page?y=2018' });
  await expect.poll(app.address, patience).toBe('/?y=2018');
  await expect.element(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
});

test('the first stop of the keyboard skips to the content', async () => {
  await mountApp({ address: '/data' });
  await expect.element(filterBar()).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: '跳到正文' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('English at run time: words, document language, title; remembered for the next start', async () => {
  const app = await mountApp({ address: '/data?y=2018' });
  await expect.element(filterBar()).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect
    .element(page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Years', exact: true }))
    .toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe('Data · Union Statistics Dashboard');
  expect(app.address()).toBe('/data?y=2018');
  app.unmount();

  await mountApp({ address: '/data', database: app.database });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await page.getByRole('radio', { name: '中文' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: '数据' })).toBeVisible();
  expect(document.documentElement.lang).toBe('zh-CN');
});

test('dark and light are chosen, kept, and follow the system otherwise', async () => {
  const app = await mountApp({ packageUrl: packageUrls.small });
  const theme = () => document.documentElement.dataset['theme'];
  const menu = page.getByRole('button', { name: '显示与帮助' });
  await menu.click();
  await page.getByRole('radio', { name: '深色' }).click();
  await expect.poll(theme, patience).toBe('dark');
  app.unmount();
  const again = await mountApp({ database: app.database, packageUrl: packageUrls.small });
  await expect.poll(theme, patience).toBe('dark');
  await menu.click();
  await page.getByRole('radio', { name: '浅色' }).click();
  await expect.poll(theme, patience).toBe('light');
  await page.getByRole('radio', { name: '跟随系统' }).click();
  await expect.poll(theme, patience).toBe(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  again.unmount();
});

test.each(['not json', '[]', '"x"', 'null', '{"language":"xx","theme":7}'])(
  'settings that are no settings are passed over: %s',
  async (kept) => {
    localStorage.setItem('settings', kept);
    await mountApp({ packageUrl: packageUrls.small });
    await expect.element(filterBar()).toBeVisible();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.documentElement.dataset['theme']).toMatch(/^(light|dark)$/);
  },
);

test('a change that another tab commits arrives without a word', async () => {
  const app = await mountApp({ address: '/data', packageUrl: packageUrls.small });
  await expect.element(page.getByText(/^2 份报告/)).toBeVisible();
  const before = app.catalogue.catalogue?.packageVersion;
  const other = await mountApp({
    address: '/data',
    database: app.database,
    packageUrl: '/tests/fixtures/package-next/datapackage.json',
  });
  await expect.poll(() => other.catalogue.catalogue?.packageVersion, patience).toBeTruthy();
  const version = other.catalogue.catalogue?.packageVersion;
  expect(version).not.toBe(before);
  other.unmount();
  await expect.poll(() => app.catalogue.catalogue?.packageVersion, patience).toBe(version);
  await expect.element(filterBar()).toBeVisible();
});

test.each(['light', 'dark'])('axe finds nothing in the shell, the filter bar and its panels: %s', async (theme) => {
  localStorage.setItem('settings', JSON.stringify({ language: 'zh-CN', theme }));
  await mountApp({ address: '/data?y=2018&a=420704&c=women' });
  await expect.element(page.getByRole('list', { name: '已选条件' })).toBeVisible();
  expect(await violations()).toEqual([]);
  for (const name of ['年份', '县市区', '类别', '指标', '来源报告']) {
    await filterBar().getByRole('button', { name, exact: true }).click();
    const panel = page.getByRole('dialog');
    await expect.element(panel).toBeVisible();
    const { violations: found } = await axe.run(panel.element());
    expect(found.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(panel).not.toBeInTheDocument();
  }
});

test.each([390, 720, 1024, 1440, 2560])('nothing stands out at the side at %i px', async (width) => {
  await page.viewport(width, 844);
  const app = await mountApp({ address: '/data?g=M&y=2018-2019&a=421000,420704&c=women,rights&i=members.stock' });
  for (const { path } of pages) {
    await app.router.push({ path, query: app.router.currentRoute.value.query });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect
      .poll(() => document.documentElement.scrollWidth, { ...patience, message: path })
      .toBeLessThanOrEqual(width);
  }
});
