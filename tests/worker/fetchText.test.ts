import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchText } from '../../src/worker/fetchText';

let server: Server | null = null;

/** Address of a real server that answers as told. */
async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((started.address() as AddressInfo).port)}/data.csv`;
}

const answerWith = (status: number, type: string, body: string | Buffer) =>
  serve((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

test('reads UTF-8 text, a byte order mark taken off', async () => {
  expect(await fetchText(await answerWith(200, 'text/csv', '\uFEFF总工会,１２\n'))).toBe('总工会,１２\n');
});

test.each([
  [404, 'text/csv'],
  [500, 'text/csv'],
  [200, 'text/html; charset=utf-8'],
])('status %d with %s is unreachable', async (status, type) => {
  const url = await answerWith(status, type, 'a,b\n');
  await expect(fetchText(url)).rejects.toMatchObject({ code: 'package-unreachable', params: { url, status } });
});

test('a server that is not there is unreachable, with status 0', async () => {
  const url = await answerWith(200, 'text/csv', '');
  await new Promise((resolve) => server?.close(resolve));
  await expect(fetchText(url)).rejects.toMatchObject({ code: 'package-unreachable', params: { status: 0 } });
});

test('a server that never answers is unreachable once patience ends', async () => {
  const url = await serve(() => undefined);
  await expect(fetchText(url, 30)).rejects.toMatchObject({ code: 'package-unreachable', params: { status: 0 } });
});

test('text in another encoding is invalid, not read as other characters', async () => {
  const gbk = Buffer.from([0xd7, 0xdc, 0xb9, 0xa4, 0xbb, 0xe1]);
  const url = await answerWith(200, 'text/csv', gbk);
  await expect(fetchText(url)).rejects.toMatchObject({
    code: 'package-invalid',
    params: { count: 1, resource: url, problem: 'encoding' },
  });
});
