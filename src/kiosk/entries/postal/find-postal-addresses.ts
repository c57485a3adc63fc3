import { postalFile } from 'virtual:postal-file';
import type { PostalFinding } from '../../../domain/postal/postal-address';
import { lookUpPostalCode } from '../../../domain/postal/postal-table';

let table: Promise<string> | undefined;

/**
 * What seven digits stand for, of the list that lies on the tablet: read whole when it is first asked for, so that no
 * request tells which code was looked up. Never rejects; what could not be read is tried again.
 */
export async function findPostalAddresses(digits: string): Promise<PostalFinding> {
  try {
    table ??= readTable();
    return { kind: 'found', addresses: lookUpPostalCode(await table, digits) };
  } catch {
    table = undefined;
    return { kind: 'unavailable' };
  }
}

async function readTable(): Promise<string> {
  const { ok, body } = await fetch(postalFile.path);
  if (!ok || !body) throw new Error('the list of postal codes is not there');
  // Its checksum tells of a file that was cut off or altered.
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
}
