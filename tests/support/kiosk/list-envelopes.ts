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
  const file = join(product.dataFolder, 'office/administrator.json');
  const { token } = administratorFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const headers = { authorization: `${administratorScheme} ${token}` };
  const answer = await fetch(`${product.url}${paths.envelopes}?limit=100`, { headers });
  const { envelopes } = envelopeListSchema.parse(await answer.json());
  return envelopes.map(({ manifest }) => {
    const payload = Buffer.from(manifest.split('.')[1] ?? '', 'base64url').toString('utf8');
    return manifestSchema.parse(JSON.parse(payload));
  });
}
