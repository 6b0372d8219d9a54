import { AppError } from '../model/appError';

/** Reads a text file over the network; a test may give another. */
export type FetchText = (url: string, timeoutMs?: number) => Promise<string>;

async function fetchBytes(url: string, timeoutMs: number | undefined): Promise<ArrayBuffer> {
  let status = 0;
  try {
    const signal = timeoutMs === undefined ? null : AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { cache: 'no-cache', signal });
    status = response.status;
    // Hosts of single-page apps and sign-in pages of networks answer any address with a page of their own.
    const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
    if (!response.ok || isPage) throw new Error(`no data at ${url}: ${status}`);
    return await response.arrayBuffer();
  } catch (error) {
    throw new AppError('package-unreachable', { url, status }, { cause: error });
  }
}

/**
 * Fetches UTF-8 text, asking the server whether a cached copy is still good.
 * Errors: `package-unreachable` {url, status} (0 without an answer), also after `timeoutMs` and for a web page in its
 * place; `package-invalid` {problem: encoding} for bytes that are not UTF-8, which must not turn into wrong characters.
 */
export const fetchText: FetchText = async (url, timeoutMs) => {
  const bytes = await fetchBytes(url, timeoutMs);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const params = { count: 1, resource: url, row: 0, column: '', problem: 'encoding', value: '' };
    throw new AppError('package-invalid', params, { cause: error });
  }
};
