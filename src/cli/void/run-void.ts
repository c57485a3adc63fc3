import { parseReceptionNumber, type ReceptionNumber } from '../../domain/submission/reception-number';
import { type VoidReason, voidReasons } from '../../domain/submission/voiding';
import type { Manifest } from '../../protocol/manifest';
import { verifyManifest } from '../../sealing/manifest';
import { verifyReceipt } from '../../sealing/receipt';
import { signVoid } from '../../sealing/void/void';
import { type AdministratorClient, administratorClient } from '../client/administrator-client';
import { deliverVoid } from '../client/deliver-in-place';
import { CommandFailure } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getConfigurationKey } from '../office/configuration-key';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { voidJudge } from './judge-void';
import { officeVoids } from './office-voids';

export interface VoidOptions {
  readonly number: string;
  readonly reason: string;
  readonly office: string | undefined;
}

/** A clerk voids an envelope that is at the server, in the office's name and whenever it is. */
export async function runVoid(terminal: Terminal, options: VoidOptions): Promise<ExitCode> {
  const number = parseReceptionNumber(options.number);
  if (!number) throw new CommandFailure('setting-invalid', 'This is no reception number; it looks like み02-0028-L.');
  const reason = voidReasons.find((known) => known === options.reason);
  if (!reason) throw new CommandFailure('setting-invalid', `--reason is one of ${voidReasons.join(', ')}.`);
  const office = getOfficeFolder(terminal, options.office);
  const administrator = await getAdministrator(office);
  const client = administratorClient(administrator);
  const { stations, serverKeys } = await getLatestConfiguration(office, client);
  const manifest = await findNumbered(client, number, (jws) =>
    verifyManifest(jws, (stationId) => stations.find(({ id }) => id === stationId)?.signingKey),
  );
  const { signer, key } = await getConfigurationKey(office);
  const signed = await signVoid(manifest, decision(reason), signer);
  const { envelopeId, stationId } = manifest;
  const answer = await deliverVoid(administrator, envelopeId, signed.voidJws);
  if (answer.kind === 'problem') {
    throw new CommandFailure('server-refused', `The server did not take the void (${answer.code}); is it voided already?`);
  }
  if (!(await verifyReceipt(answer.receiptJws, { envelopeId, stationId, digest: signed.digest }, serverKeys))) {
    throw new CommandFailure('server-answer-invalid', 'The receipt of the void is not signed by a server key of this office.');
  }
  await officeVoids(office).keep(signed.voidJws, { envelopeId, manifest }, await voidJudge(stations, key));
  terminal.print(`voided   ${envelopeId}  ${number}`);
  return 0;
}

function decision(reason: VoidReason) {
  return { reason, attendantId: null, voidedAt: new Date().toISOString() };
}

/** The one envelope with this number. Throws `envelope-not-found` where there is none that a station signed. */
async function findNumbered(
  client: AdministratorClient,
  number: ReceptionNumber,
  verify: (jws: string) => Promise<Manifest | undefined>,
): Promise<Manifest> {
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<AdministratorClient['listEnvelopes']>> = await client.listEnvelopes(after);
    for (const { manifest: jws } of page.envelopes) {
      const manifest = await verify(jws);
      if (manifest?.receptionNumber === number) return manifest;
    }
    after = page.next;
  }
  throw new CommandFailure('envelope-not-found', `No envelope ${number} is at the server.`);
}
