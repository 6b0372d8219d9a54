import { expect, test } from 'vitest';
import { bootAddress } from '../../src/app/url/bootAddress';

const pages = ['trend', 'data'];

test.each([
  ['/trend', '?y=2018', '', '/#/trend?y=2018'],
  ['/data', '', '', '/#/data'],
  ['/sub/path/trend', '?y=2018', '', '/sub/path/#/trend?y=2018'],
  ['/', '?y=2018', '', '/#/?y=2018'],
  ['/sub/index.html', '?y=2018', '', '/sub/index.html#/?y=2018'],
  ['/', '', '', null],
  ['/sub/', '', '', null],
  ['/', '?', '', null],
  ['/trend', '?y=2018', '#/data', null],
  ['/trend', '', '#', '/#/trend'],
  ['/trendy', '', '', null],
  ['/trend/', '', '', null],
])('%s%s%s → %s', (pathname, search, hash, expected) => {
  expect(bootAddress({ pathname, search, hash }, pages)).toBe(expected);
});
