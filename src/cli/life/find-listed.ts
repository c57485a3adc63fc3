import { parseReceptionNumber } from '../../domain/submission/reception-number';
import type { EnvelopeList } from '../../protocol/envelopes';
import type { Manifest } from '../../protocol/manifest';
import { verifyManifest } from '../../sealing/manifest';
import type { Configuration } from '../../protocol/configuration';
import type { AdministratorClient } from '../client/administrator-client';

export interface Listed {
  readonly entry: EnvelopeList['envelopes'][number];
  /** Undefined where no station of this office signed it. */
  readonly manifest: Manifest | undefined;
}

/** Goes through the server's whole list. */
export async function* listEnvelopes(client: AdministratorClient, { stations }: Configuration): AsyncGenerator<Listed> {
  for (let after: string | null = ''; after !== null;) {
    const page: EnvelopeList = await client.listEnvelopes(after);
    for (const entry of page.envelopes) {
      const manifest = await verifyManifest(
        entry.manifest,
        (stationId) => stations.find(({ id }) => id === stationId)?.signingKey,
      );
      yield { entry, manifest };
    }
    after = page.next;
  }
}

/** Whether an envelope is the one a person means, by its id or its reception number. */
export function isMeant({ entry, manifest }: Listed, typed: string): boolean {
  const number = parseReceptionNumber(typed);
  return entry.envelopeId === typed.trim().toLowerCase() || (number !== undefined && manifest?.receptionNumber === number);
}
