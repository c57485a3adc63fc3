import { join } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { EnvelopeList } from '../../protocol/envelopes';
import type { PublicKey } from '../../protocol/fields';
import type { Manifest } from '../../protocol/manifest';
import { sha256 } from '../../sealing/digest';
import { verifyManifest } from '../../sealing/manifest';
import { verifyReceipt } from '../../sealing/receipt';
import type { AdministratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { findFile, writeNewFile } from '../files/durable-file';

export const fetchProblems = ['manifestNotSigned', 'receiptNotSigned', 'digestMismatch', 'differentFile', 'notGiven'] as const;
export type FetchProblem = (typeof fetchProblems)[number];

/** What became of one envelope of the server's list. */
export type FetchOutcome =
  | { readonly kind: 'fetched' | 'alreadyHere' }
  /** The office said before that it has its own copy, in another folder. */
  | { readonly kind: 'securedElsewhere' }
  /** From a revoked station: a clerk decides. */
  | { readonly kind: 'held' }
  /** Done, and its bytes have left the server. */
  | { readonly kind: 'purged' }
  | { readonly kind: 'skipped'; readonly problem: FetchProblem };

export interface FetchRequest {
  readonly client: AdministratorClient;
  readonly configuration: Configuration;
  readonly outFolder: string;
  /** Also those that the office has in another folder. */
  readonly wantsAll: boolean;
  /** Also those from revoked stations. */
  readonly wantsHeld: boolean;
}

type Entry = EnvelopeList['envelopes'][number];
const skipped = (problem: FetchProblem): FetchOutcome => ({ kind: 'skipped', problem });

export interface ListedEnvelope {
  readonly envelopeId: string;
  /** Undefined where no station of this office signed it. */
  readonly manifest: Manifest | undefined;
  readonly outcome: FetchOutcome;
}

/** Goes through the server's whole list, page by page, and tells the outcome of each envelope. */
export async function* fetchEnvelopes(request: FetchRequest): AsyncGenerator<ListedEnvelope> {
  let after: string | null = '';
  while (after !== null) {
    const page: EnvelopeList = await request.client.listEnvelopes(after);
    for (const entry of page.envelopes) {
      const manifest = await findManifest(entry, request.configuration);
      const outcome = manifest ? await fetchOne(entry, manifest, request) : skipped('manifestNotSigned');
      yield { envelopeId: entry.envelopeId, manifest, outcome };
    }
    after = page.next;
  }
}

async function findManifest(entry: Entry, { stations }: Configuration): Promise<Manifest | undefined> {
  const findKey = (stationId: string): PublicKey | undefined => stations.find(({ id }) => id === stationId)?.signingKey;
  const manifest = await verifyManifest(entry.manifest, findKey);
  return manifest?.envelopeId === entry.envelopeId ? manifest : undefined;
}

async function fetchOne(entry: Entry, manifest: Manifest, request: FetchRequest): Promise<FetchOutcome> {
  const receipt = await verifyReceipt(entry.receipt, manifest, request.configuration.serverKeys);
  if (!receipt) return skipped('receiptNotSigned');
  const present = await lookFor(manifest, request.outFolder);
  if (present === 'different') return skipped('differentFile');
  if (present === 'same') return keep(entry, manifest, request, 'alreadyHere');
  const passedOver = whyPassedOver(entry, receipt.state === 'held', request);
  if (passedOver) return { kind: passedOver };
  const brought = await bring(manifest, request);
  return brought === 'written' ? keep(entry, manifest, request, 'fetched') : skipped(brought);
}

/** Why an envelope that is not in the folder is not brought there. */
function whyPassedOver(
  { isPurged, isReleased, isSecured }: Entry,
  isHeld: boolean,
  { wantsHeld, wantsAll }: FetchRequest,
): 'purged' | 'held' | 'securedElsewhere' | undefined {
  if (isPurged) return 'purged';
  if (isHeld && !isReleased && !wantsHeld) return 'held';
  return isSecured && !wantsAll ? 'securedElsewhere' : undefined;
}

/** Puts the manifest beside the bytes, and only then tells the server that the office has both. */
async function keep(
  { manifest: jws, isSecured }: Entry,
  { envelopeId }: Manifest,
  { client, outFolder }: FetchRequest,
  kind: 'fetched' | 'alreadyHere',
): Promise<FetchOutcome> {
  if ((await writeNewFile(join(outFolder, `${envelopeId}.jws`), jws)) === 'different') return skipped('differentFile');
  if (!isSecured) await client.markSecured(envelopeId);
  return { kind };
}

async function bring(manifest: Manifest, { client, outFolder }: FetchRequest): Promise<'written' | FetchProblem> {
  const bytes = await findEnvelope(client, manifest);
  if (typeof bytes === 'string') return bytes;
  return (await writeNewFile(ageFile(outFolder, manifest), bytes)) === 'different' ? 'differentFile' : 'written';
}

function ageFile(outFolder: string, { envelopeId }: Manifest): string {
  return join(outFolder, `${envelopeId}.age`);
}

async function lookFor(manifest: Manifest, outFolder: string): Promise<'missing' | 'same' | 'different'> {
  const present = await findFile(ageFile(outFolder, manifest));
  if (!present) return 'missing';
  return (await sha256(new Uint8Array(present))) === manifest.digest ? 'same' : 'different';
}

/** The envelope's bytes as the manifest has them. What the server refuses for one envelope does not stop the run. */
async function findEnvelope(
  client: AdministratorClient,
  { envelopeId, size, digest }: Manifest,
): Promise<Uint8Array | FetchProblem> {
  try {
    const bytes = await client.getEnvelope(envelopeId);
    return bytes.byteLength === size && (await sha256(bytes)) === digest ? bytes : 'digestMismatch';
  } catch (error) {
    if (error instanceof CommandFailure && error.code === 'server-refused') return 'notGiven';
    throw error;
  }
}
