import { expect, test } from 'vitest';
import { demoAddress } from '../../src/app/url/demoAddress';

const at = (search: string, hash: string) => ({ pathname: '/board/', search, hash });

test.each([
  ['?demo', '#/trend?g=M', at('', '#/trend?g=M')],
  ['?demo=1&y=2018', '', at('?y=2018', '')],
  ['', '#/?demo=', at('', '#/')],
  ['', '#/trend?g=M&demo=1', at('', '#/trend?g=M')],
])('%s%s asks for simulated data', (search, hash, rest) => {
  expect(demoAddress(at(search, hash))).toEqual({ demo: true, search: '?demo', rest });
});

test.each([
  ['', ''],
  ['?y=2018', ''],
  ['', '#/trend?g=M&a=421022'],
  ['?democracy=1', '#/demo'],
])('%s%s does not, and stays as it is', (search, hash) => {
  expect(demoAddress(at(search, hash))).toEqual({ demo: false, search: '', rest: at(search, hash) });
});
