import { Encrypter } from 'age-encryption';
import { type ApplicationDocument, applicationDocumentSchema, isPhotoAsDescribed } from '../protocol/application-document';
import { type Manifest, manifestAudience, manifestSchema } from '../protocol/manifest';
import { sha256 } from './digest';
import { packEnvelope } from './envelope-archive';
import type { SigningKey } from './jws';
import { signManifest } from './manifest';

/** An envelope closed and addressed: from here on this device cannot read it. */
export interface SealedEnvelope {
  readonly manifest: Manifest;
  /** Compact JWS of the manifest. */
  readonly manifestJws: string;
  /** The age file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SealRequest {
  readonly document: ApplicationDocument;
  readonly photo: Uint8Array | undefined;
  /** age recipients of the destination office. */
  readonly recipients: readonly string[];
  readonly signer: SigningKey;
  /** The manifest's facts that do not stand in the document. */
  readonly facts: Pick<
    Manifest,
    'campaignId' | 'attendantId' | 'serverOffsetMs' | 'configuration' | 'appVersion' | 'duplicateTag'
  >;
}

/**
 * Closes an application: form and photo into one ZIP, one age file for the office's recipients, one signed
 * manifest over its digest. Throws where a recipient is no age recipient, and where the office would reject what
 * it opens: once sealed, nobody at the counter could mend it.
 */
export async function sealEnvelope(request: SealRequest): Promise<SealedEnvelope> {
  const { document, photo, recipients, signer } = request;
  const isWhole = applicationDocumentSchema.safeParse(document).success && isPhotoAsDescribed(document, photo);
  if (!isWhole || recipients.length === 0 || signer.kid !== document.stationId) throw new RejectedBeforehand();
  const applicationJson = new TextEncoder().encode(JSON.stringify(document, null, 2));
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const bytes = notShared(await encrypter.encrypt(packEnvelope({ applicationJson, photo })));
  const manifest = manifestOf(request, { digest: await sha256(bytes), size: bytes.byteLength });
  if (!manifestSchema.safeParse(manifest).success) throw new RejectedBeforehand();
  return { manifest, manifestJws: await signManifest(manifest, signer), bytes };
}

/** The same memory, which is no shared one: a copy would cost each seal the size of its photo. */
function notShared({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(buffer, byteOffset, byteLength).slice();
}

/** Carries nothing of the application: errors end in logs. */
class RejectedBeforehand extends TypeError {
  override readonly message = 'the office would reject this application';
}

function manifestOf({ document, facts }: SealRequest, file: Pick<Manifest, 'digest' | 'size'>): Manifest {
  return {
    aud: manifestAudience,
    manifestVersion: 1,
    envelopeId: document.envelopeId,
    ...file,
    stationId: document.stationId,
    sequence: document.sequence,
    receptionNumber: document.receptionNumber,
    sealedAt: document.sealedAt,
    collectedBy: document.collectedBy,
    destination: document.destination,
    openingId: document.openingId,
    day: document.day,
    touchpoint: document.touchpoint,
    method: document.method,
    channel: document.channel,
    kind: document.kind,
    photo: document.photo ? 'taken' : 'none',
    ...facts,
  };
}
