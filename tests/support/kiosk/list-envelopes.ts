import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeListSchema } from '../../../src/protocol/envelopes';
import { administratorScheme, paths } from '../../../src/protocol/http';
import { type Manifest, manifestSchema } from '../../../src/protocol/manifest';
import { z } from '../../../src/protocol/zod';
import type { Product } from '../product';

const administratorFile = z.object({ token: z.string() });

/** Manifests of all envelopes at the server, in the order in which they arrived. */
export async function listEnvelopes(product: Product): Promise<readonly Manifest[]> {
  const { token } = administratorFile.parse(JSON.parse(readFileSync(join(product.dataFolder, 'office/administrator.json'), 'utf8')));
  const answer = await fetch(`${product.url}${paths.envelopes}?limit=100`, { headers: { authorization: `${administratorScheme} ${token}` } });
  const { envelopes } = envelopeListSchema.parse(await answer.json());
  return envelopes.map(({ manifest }) => manifestSchema.parse(JSON.parse(Buffer.from(manifest.split('.')[1] ?? '', 'base64url').toString())));
}
