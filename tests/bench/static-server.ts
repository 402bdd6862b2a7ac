import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One answer of the server. */
export interface Served {
  path: string;
  /** Bytes of the body as sent. */
  bytes: number;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves a folder on loopback as a good host does, compressed, and writes down what it sends. */
export async function serveFolder(folder: string): Promise<{ url: string; served: Served[]; close(): void }> {
  const served: Served[] = [];
  const cache = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    let file = join(folder, normalize(path));
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      served.push({ path, bytes: 0 });
      response.writeHead(404).end();
      return;
    }
    const compress = extname(file) in types;
    const body =
      cache.get(file) ?? (compress ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
    cache.set(file, body);
    served.push({ path, bytes: body.length });
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=3600',
      ...(compress ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, served, close: () => server.close() };
}
