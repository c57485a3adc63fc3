import { join } from 'node:path';
import type { Manifest } from '../../protocol/manifest';
import type { VoidList } from '../../protocol/void/void';
import type { VerifiedVoid } from '../../sealing/void/void';
import type { AdministratorClient } from '../client/administrator-client';
import type { JudgeVoid, VoidProblem } from '../void/judge-void';
import type { OfficeVoids } from '../void/office-voids';
import { keepVoid, type KeptVoid } from '../void/void-file';

export type VoidFetch =
  /** `late`: it came when the office had the envelope already, and no clerk has settled it. */
  | {
      readonly kind: 'voided' | 'late';
      readonly envelopeId: string;
      readonly verified: VerifiedVoid;
      readonly kept: KeptVoid;
    }
  | { readonly kind: 'skipped'; readonly envelopeId: string; readonly problem: VoidProblem };

export interface VoidRequest {
  readonly client: AdministratorClient;
  readonly judge: JudgeVoid;
  readonly known: OfficeVoids;
  readonly outFolder: string;
  /** Of the envelopes that the server listed, by id. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/**
 * Puts every void the server has beside the envelopes, as `<envelopeId>.void`, and among those that the office knows;
 * there are few, so always all. Tells those that are new in the folder, and each time those that wait for a clerk.
 */
export async function* fetchVoids({ client, judge, known, outFolder, manifests }: VoidRequest): AsyncGenerator<VoidFetch> {
  let after: string | null = '';
  while (after !== null) {
    const page: VoidList = await client.listVoids(after);
    for (const { envelopeId, void: voidJws, isAfterSecured } of page.voids) {
      const beside = { envelopeId, manifest: manifests.get(envelopeId) };
      const judged = await judge(voidJws, beside);
      if (judged.kind === 'untrue') {
        yield { kind: 'skipped', envelopeId, problem: judged.problem };
        continue;
      }
      const kept = await keepVoid(join(outFolder, `${envelopeId}.void`), voidJws, beside, judge);
      await known.keep(voidJws, beside, judge);
      const { verified } = judged;
      if (isAfterSecured && !(await known.isSettled(envelopeId))) yield { kind: 'late', envelopeId, verified, kept };
      else if (kept !== 'here') yield { kind: 'voided', envelopeId, verified, kept };
    }
    after = page.next;
  }
}
