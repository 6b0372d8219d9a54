import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** Files of a page and of data on a port of the machine, isolated from other origins, as measuring memory asks for. */
export interface Served {
  origin: string;
  /** Paths of the page's files that were asked for since the last call. */
  takeAsked(): string[];
  close(): void;
}

/** Serves the page's folder at `/` and the data's at `/data/`. */
export function serve(pageFolder: string, dataFolder: string, port: number): Promise<Served> {
  let asked: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const isData = path.startsWith('/data/');
    const file = isData ? join(dataFolder, path.slice(5)) : join(pageFolder, path === '/' ? 'index.html' : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    if (!isData) asked.push(file);
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        takeAsked() {
          const all = asked;
          asked = [];
          return [...new Set(all)];
        },
        close: () => void server.close(),
      }),
    );
  });
}
