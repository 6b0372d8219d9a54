import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { drawn, figure, open } from './app';

const counties = 3000;
const perCity = 10;

/** A package of invented places: three thousand counties, each with a report and one number, which is its own. */
async function serveManyPlaces(page: Page): Promise<void> {
  const numbers = Array.from({ length: counties }, (_, i) => i + 1);
  const city = (i: number) => String(100_000 + Math.floor((i - 1) / perCity));
  const county = (i: number) => String(200_000 + i);
  const areas = [
    'code,name,nameEn,shortName,parent,level,validFrom,validTo,place,order',
    '900000,某省,Some Province,某省,,province,,,900000,1',
    ...numbers
      .filter((i) => i % perCity === 1)
      .map((i) => `${city(i)},市${city(i)},C${city(i)},市${city(i)},900000,prefecture,,,${city(i)},${city(i)}`),
    ...numbers.map(
      (i) => `${county(i)},县${county(i)},K${county(i)},县${county(i)},${city(i)},county,,,${county(i)},${String(i)}`,
    ),
  ];
  const reports = [
    'id,doc,title,issuer,refArea,coverageStart,coverageEnd,frequency,issuedOn,issueNumber,implied',
    ...numbers.map(
      (i) => `${county(i)}-2024,r${String(i)}.txt,报告${String(i)},某总工会,${county(i)},2024-01-01,2024-12-31,A,,,`,
    ),
  ];
  const observations = [
    'id,reportId,doc,section,label,indicator,value,unit,qualifier,measure,category,refArea,periodStart,periodEnd,kind,status,partOf,start,end,surface,implied',
    ...numbers.map(
      (i) =>
        `${county(i)}-2024.0,${county(i)}-2024,r${String(i)}.txt,一,参加,,${String(i)},人次,exact,participants,ideology,${county(i)},2024-01-01,2024-12-31,flow,actual,,0,3,参加,`,
    ),
  ];
  const annotations = (await readFile('data/annotations.csv', 'utf8')).split('\n').slice(0, 1);
  for (const [name, lines] of Object.entries({ areas, reports, observations, annotations })) {
    const body = `${lines.join('\n')}\n`;
    await page.route(`**/data/${name}.csv`, (route) => route.fulfill({ contentType: 'text/csv', body }));
  }
}

const ranking = (page: Page) => figure(page, /^全部地区各县市区参与人次$/).first();

test.beforeEach(({ page }) => serveManyPlaces(page));

test('a ranking of three thousand counties goes by pages, finds one, and leaves whole as a table', async ({ page }) => {
  await open(page, '/counties?p=all&o=value');
  const shown = ranking(page);
  await expect(shown).toContainText('第 1–40 名，共 3,000 个');
  await drawn(shown);
  expect(await page.locator('main *').count()).toBeLessThan(2500);

  await shown.getByRole('button', { name: '查看数据' }).click();
  const table = shown.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', '3001');
  await expect(table.getByRole('row')).toHaveCount(41);
  await expect(table.getByRole('rowheader').first()).toHaveText('县203000');

  await shown.getByRole('button', { name: '最后一页' }).click();
  await expect(shown).toContainText('第 2,961–3,000 名，共 3,000 个');
  await expect(table.getByRole('rowheader').last()).toHaveText('县200001');
  await shown.getByRole('searchbox', { name: '查找县市区' }).fill('县201234');
  await shown.getByRole('list', { name: '查找县市区' }).getByRole('button', { name: '县201234' }).click();
  await expect(table.getByRole('rowheader', { name: '县201234' })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(41);

  await shown.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).split(/\r?\n/);
  expect(lines.filter((line) => line.includes('县20'))).toHaveLength(counties);
  expect(lines.join('\n')).not.toContain('共 3,000 个');
});

test('of thousands of counties over time the largest are drawn, and the tree of places opens branch by branch', async ({
  page,
}) => {
  await open(page, '/trend?s=area&v=share');
  const shown = figure(page, /^全部地区各县市区参与人次走势$/);
  await expect(shown).toContainText('第 1–16 名，共 3,000 个');
  await shown.getByRole('button', { name: '查看数据' }).click();
  await expect(shown.getByRole('columnheader')).toHaveCount(17);

  await page.getByRole('button', { name: '县市区', exact: true }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('checkbox')).toHaveCount(120);
  await panel.getByRole('button', { name: '展开市100000' }).click();
  await expect(panel.getByRole('checkbox', { name: '县200010' })).toBeVisible();
  await panel.getByRole('searchbox').fill('县202999');
  await expect(panel.getByRole('checkbox')).toHaveCount(3);
});

test('an address limited to a report that arrives late shows nothing else, and all reports are counted from the first', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const isNumber = (text: string) => /^[\d,.]+万?人次$/.test(text);
    new MutationObserver(() => {
      const [status = ''] = /[\d,]+ 份报告/.exec(document.body.textContent) ?? [];
      const tile = [...document.querySelectorAll('article')].find((one) => one.ariaLabel === '参与人次');
      const numbers = [...(tile?.querySelectorAll('*') ?? [])].map(({ textContent }) => textContent.replace(/\s/g, ''));
      for (const text of [status, ...numbers.filter(isNumber)]) if (text !== '') seen.add(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await open(page, '/?r=200001-2024');
  await expect(figure(page, /参与人次/).first()).toContainText('限所选 1 份报告');
  await expect(page.getByRole('button', { name: /报告1$/ }).first()).toBeVisible();
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([
    '3000 份报告',
    '1人次',
  ]);
});
