import { Decrypter } from 'age-encryption';
import {
  type ApplicationDocument,
  applicationDocumentSchema,
  isPhotoAsDescribed,
  sharedFacts,
} from '../protocol/application-document';
import { inThisVersion } from '../protocol/application/versions';
import type { PublicKey } from '../protocol/fields';
import { wireLimits } from '../protocol/limits';
import type { Manifest } from '../protocol/manifest';
import { sha256 } from './digest';
import { unpackEnvelope } from './envelope-archive';
import { verifyManifest } from './manifest';

/** Every reason for which the office does not take an envelope. */
export const rejectionReasons = [
  'manifestNotSigned',
  'tooLarge',
  'digestMismatch',
  'notForThisOffice',
  'unexpectedContents',
  'applicationInvalid',
  'factsDisagree',
  'photoInvalid',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export interface OpenedEnvelope {
  readonly kind: 'opened';
  readonly manifest: Manifest;
  readonly application: ApplicationDocument;
  /** The very bytes that were sealed. */
  readonly photo: Uint8Array | undefined;
}

export type OpenResult = OpenedEnvelope | { readonly kind: 'rejected'; readonly reason: RejectionReason };

export interface OpenRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifestJws: string;
  readonly findStationKey: (stationId: string) => PublicKey | undefined;
  /** age identities (AGE-SECRET-KEY-1…) of the office. */
  readonly identities: readonly string[];
}

const rejected = (reason: RejectionReason): OpenResult => ({ kind: 'rejected', reason });

/** Opens one envelope in the office: signature, digest, age, contents, agreement of inner and outer facts, photo. */
export async function openEnvelope({ bytes, manifestJws, findStationKey, identities }: OpenRequest): Promise<OpenResult> {
  const manifest = await verifyManifest(manifestJws, findStationKey);
  if (!manifest) return rejected('manifestNotSigned');
  if (bytes.byteLength > wireLimits.envelopeBytes) return rejected('tooLarge');
  if (bytes.byteLength !== manifest.size || (await sha256(bytes)) !== manifest.digest) return rejected('digestMismatch');
  const zip = await decrypt(bytes, identities);
  if (!zip) return rejected('notForThisOffice');
  const contents = unpackEnvelope(zip);
  if (!contents) return rejected('unexpectedContents');
  const application = parseApplication(contents.applicationJson);
  if (!application) return rejected('applicationInvalid');
  const isAgreed = sharedFacts.every((fact) => application[fact] === manifest[fact]);
  if (!isAgreed || (application.photo !== null) !== (manifest.photo === 'taken')) return rejected('factsDisagree');
  if (!isPhotoAsDescribed(application, contents.photo)) return rejected('photoInvalid');
  return { kind: 'opened', manifest, application, photo: contents.photo };
}

async function decrypt(bytes: Uint8Array, identities: readonly string[]): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    return undefined;
  }
}

function parseApplication(json: Uint8Array): ApplicationDocument | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(json);
    return applicationDocumentSchema.safeParse(inThisVersion(JSON.parse(text))).data;
  } catch {
    return undefined;
  }
}
