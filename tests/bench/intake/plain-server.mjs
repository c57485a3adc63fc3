// @ts-check
import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/**
 * What a receiving server cannot do less of: each body in a file of its own, flushed, under its name, and the name
 * flushed too, before the answer. Prints its address once it listens.
 */
const folder = process.argv[2] ?? '';

/** @param {Uint8Array[]} chunks */
async function keep(chunks) {
  const name = join(folder, randomUUID());
  const file = await open(`${name}.part`, 'wx');
  await file.writev(chunks);
  await file.sync();
  await file.close();
  await rename(`${name}.part`, name);
  const names = await open(folder, 'r');
  await names.sync();
  await names.close();
}

const server = createServer((request, response) => {
  /** @type {Uint8Array[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    keep(chunks).then(
      () => response.writeHead(201).end(),
      () => response.writeHead(507).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${String(address.port)}`);
});
