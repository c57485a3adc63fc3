import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../files/private-folder';

/**
 * A file for the server's request log, begun anew at every start, so that the terminal stays readable. What
 * cannot be written is dropped: a log never stops the counter.
 */
export async function openRequestLog(serverFolder: string): Promise<NodeJS.WritableStream> {
  await makePrivateFolder(serverFolder);
  const stream = createWriteStream(join(serverFolder, 'requests.log'), { flags: 'w', mode: 0o600 });
  stream.on('error', () => {
    stream.destroy();
  });
  return stream;
}
