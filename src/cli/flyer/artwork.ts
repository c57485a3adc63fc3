import { CommandFailure } from '../failure';
import { getFile } from '../files/durable-file';

const mostBytes = 10 * 1024 * 1024;
const kinds = [
  { mediaType: 'image/png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
] as const;

/**
 * The municipality's own picture as a data URL, told by its bytes. None is shipped: characters belong to others, and
 * the office alone knows what it may print. Throws `setting-invalid` where it is no PNG or JPEG of up to 10 MiB.
 */
export async function readArtwork(path: string): Promise<string> {
  const bytes = await getFile(path);
  const kind = kinds.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (kind && bytes.byteLength <= mostBytes) return `data:${kind.mediaType};base64,${bytes.toString('base64')}`;
  throw new CommandFailure('setting-invalid', '--artwork must be a PNG or JPEG picture of at most 10 MiB.');
}
