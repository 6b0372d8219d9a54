import { expect, it } from 'vitest';
import { demoAddress } from '../../src/app/url/demoAddress';
import { printedAddress } from '../../src/app/url/printedAddress';

it('is the view as a person reads it, and says when its data is simulated', () => {
  expect(printedAddress('/trend?c=%E5%B8%AE%E6%89%B6', '')).toBe('#/trend?c=帮扶');
  expect(printedAddress('/trend?y=2018', '?demo')).toBe('?demo#/trend?y=2018');
});

it('asks for simulated data when it is opened', () => {
  const [search = '', hash = ''] = printedAddress('/trend?y=2024', '?demo').split('#');
  expect(demoAddress({ pathname: '/', search, hash: `#${hash}` })).toMatchObject({
    demo: true,
    rest: { hash: '#/trend?y=2024' },
  });
});
