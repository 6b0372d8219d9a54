/**
 * What a picture or a file prints to reopen a view: the part of the address behind the app's own, readable.
 * Input: the path of a view (`/trend?y=2018`). Output: `#/trend?y=2018`, before it `?demo` where the data is simulated.
 */
export function printedAddress(fullPath: string, search: string = location.search): string {
  return `${search}#${decodeURI(fullPath)}`;
}
