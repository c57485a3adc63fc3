import { createRoute } from '@hono/zod-openapi';
import { compactJwsField, envelopeIdField } from '../../protocol/fields';
import { contentDigestHeader, envelopeMediaType, jwsMediaType, manifestHeader, paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { z } from '../../protocol/zod';
import type { App } from '../http/app-env';
import { agreesWithDigest } from '../http/content-digest';
import { problem, problemResponses } from '../http/problem-answer';
import { readExactBody } from '../http/read-body';
import { acceptManifest, storeVerified } from '../intake/receive-envelope';
import type { Services } from '../services';

/** The upload: manifest judged before the body is read, bytes verified, stored, and only then a receipt. */
export function addEnvelopeUploadRoute(app: App, services: Services): void {
  app.openapi(createRoute(uploadRoute), async (context) => {
    const { envelopeId } = context.req.valid('param');
    context.set('envelopeId', envelopeId);
    if (Number(context.req.header('content-length') ?? 0) > wireLimits.envelopeBytes) return problem(context, 'body-too-large');
    const manifestJws = context.req.header(manifestHeader) ?? '';
    if (manifestJws.length > wireLimits.manifestBytes) return problem(context, 'manifest-invalid');
    const accepted = await acceptManifest(manifestJws, envelopeId, services.storage);
    if (accepted.kind !== 'accepted') return problem(context, manifestProblems[accepted.kind]);
    context.set('stationId', accepted.manifest.stationId);
    if (!agreesWithDigest(context.req.header(contentDigestHeader), accepted.manifest.digest)) {
      return problem(context, 'digest-mismatch');
    }
    const body = await readExactBody(context, accepted.manifest);
    if (body.kind !== 'read') return problem(context, bodyProblems[body.kind]);
    const outcome = await storeVerified(accepted, body.bytes, services);
    if (outcome.kind === 'conflict') return problem(context, 'envelope-conflict');
    return context.body(outcome.receiptJws, outcome.kind === 'stored' ? 201 : 200, { 'Content-Type': jwsMediaType });
  });
}

const manifestProblems = {
  invalid: 'manifest-invalid',
  unknownStation: 'unknown-station',
  pendingStation: 'station-pending',
} as const;

const bodyProblems = { aborted: 'malformed-request', otherSize: 'digest-mismatch', otherDigest: 'digest-mismatch' } as const;

const receipt = { [jwsMediaType]: { schema: compactJwsField } };

const uploadRoute = {
  method: 'put',
  path: `${paths.envelopes}/{envelopeId}`,
  summary: 'A station delivers a sealed envelope',
  description: `Headers: ${manifestHeader} (compact JWS by the station, at most 4 KiB), ${contentDigestHeader} (RFC 9530).`,
  request: {
    params: z.object({ envelopeId: envelopeIdField }),
    body: { required: true, content: { [envelopeMediaType]: { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: {
    201: { description: 'Stored: the receipt', content: receipt },
    200: { description: 'Already here: the first receipt', content: receipt },
    ...problemResponses(
      'malformed-request',
      'unknown-station',
      'station-pending',
      'envelope-conflict',
      'body-too-large',
      'manifest-invalid',
      'digest-mismatch',
      'unavailable',
      'storage-full',
    ),
  },
} as const;
