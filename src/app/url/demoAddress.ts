import type { BootLocation } from './bootAddress';

/** Asks for simulated data, in front of the hash so that moving from page to page keeps it. */
const key = 'demo';

/** Whether an address asks for simulated data, and the location without that wish. */
export interface DemoAddress {
  demo: boolean;
  /** `?demo` or nothing: what stays in front of the hash. */
  search: string;
  rest: BootLocation;
}

function without(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete(key);
  const left = parameters.toString();
  return left === '' ? '' : `?${left}`;
}

/**
 * Reads the wish for simulated data out of an address: `?demo`, `?demo=1` or, typed by hand, `#/trend?demo`.
 * Output: the wish, and the location as if it had not been there.
 */
export function demoAddress({ pathname, search, hash }: BootLocation): DemoAddress {
  const [path = '', query = ''] = hash.split(/\?(.*)/s);
  const demo = [search, query].some((text) => new URLSearchParams(text).has(key));
  if (!demo) return { demo, search: '', rest: { pathname, search, hash } };
  return { demo, search: `?${key}`, rest: { pathname, search: without(search), hash: path + without(query) } };
}
