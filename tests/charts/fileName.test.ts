import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameOf } from '../../src/charts/fileName';
import { trend } from '../../src/charts/trend';
import { exportFileName } from '../../src/export/exporters';
import { aContext, gappyMonths, troubledYears } from '../support/charts/sampleAnswers';

it('says what is in the picture', () => {
  const figure = trend({ answer: troubledYears(), split: 'none', kind: 'line' }, aContext());
  const options = { preset: 'full', scale: 1, theme: 'light', text: aContext().text, exportedOn: null } as const;
  expect(exportFileName(figure, options, 'png')).toBe('荆州市_参与人次_按年_2017-2022_整页.png');
  expect(exportFileName(figure, { ...options, scale: 3, theme: 'dark' }, 'png')).toBe(
    '荆州市_参与人次_按年_2017-2022_整页_3x_深色.png',
  );
  const months = trend({ answer: gappyMonths(), split: 'none', kind: 'line' }, aContext({ granularity: 'M' }, 'en'));
  expect(exportFileName(months, { ...options, text: aContext({}, 'en').text }, 'png')).toBe(
    'Jingzhou_Participation_monthly_2018-01 to 2020-06_full.png',
  );
});

it.each([
  ['../../etc/passwd', 'etc passwd_a.png'],
  ['a:b*c?"d"<e>|f', 'a b c d e f_a.png'],
  ['...', 'a.png'],
  ['\u202egnp.exe\u0000', 'gnp.exe_a.png'],
  ['', 'a.png'],
])('makes %j safe', (stem, name) => {
  expect(fileNameOf(stem, ['a'], 'png')).toBe(name);
});

it('never gives a name that Windows refuses', () => {
  expect(fileNameOf('CON', [], 'png')).toBe('_CON.png');
  expect(fileNameOf('', [], 'png')).toBe('chart.png');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
      (stem, details) => {
        const name = fileNameOf(stem, details, 'png');
        expect(name).not.toMatch(/[\\/:*?"<>|\p{C}]/u);
        expect(name).toMatch(/[^. _]\.png$/);
        expect(name.startsWith('.')).toBe(false);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
      },
    ),
    { seed: 20181131, numRuns: 300 },
  );
});
