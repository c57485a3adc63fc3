import { describe, expect, it } from 'vitest';
import { receiptType } from '../../src/protocol/receipt';
import { stationRequestAudience } from '../../src/protocol/station-request';
import { signJws, thumbprint } from '../../src/sealing/jws';
import { makeStationKeys, publicKeyOf, signerOf, signStationRequest, verifyStationRequest } from '../../src/sealing/station-keys';
import { makeParties } from '../support/sealed-sample';

const nowMs = Date.UTC(2026, 10, 20);
const request = { method: 'GET', path: '/api/v1/configuration' };

describe('the keys of a station', () => {
  it('can be used, and their private halves never read', async () => {
    const { signing, agreement } = await makeStationKeys();
    for (const { privateKey } of [signing, agreement]) {
      expect(privateKey.extractable).toBe(false);
      for (const format of ['jwk', 'pkcs8'] as const) {
        await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
      }
    }
    expect(signing.privateKey.usages).toEqual(['sign']);
    expect(agreement.privateKey.usages).toEqual(['deriveBits']);
  });

  it('are named by the thumbprint of the public signing key, which alone is shown', async () => {
    const keys = await makeStationKeys();
    const key = await publicKeyOf(keys.signing);
    expect(Object.keys(key).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    expect(keys.stationId).toBe(await thumbprint(key));
    expect(signerOf(keys)).toEqual({ kid: keys.stationId, key: keys.signing.privateKey });
    expect((await makeStationKeys()).stationId).not.toBe(keys.stationId);
  });
});

describe('a request signed by a station', () => {
  it('holds for its method and path, whatever the clock says', async () => {
    const { keys, findStationKey } = await makeParties();
    for (const clockMs of [nowMs, 0, Date.UTC(2099, 0)]) {
      const jws = await signStationRequest(request, clockMs, keys);
      await expect(verifyStationRequest(jws, request, findStationKey)).resolves.toBe(true);
    }
  });

  it('holds for nothing else', async () => {
    const { keys, findStationKey } = await makeParties();
    const jws = await signStationRequest(request, nowMs, keys);
    await expect(verifyStationRequest(jws, { ...request, method: 'POST' }, findStationKey)).resolves.toBe(false);
    await expect(verifyStationRequest(jws, { ...request, path: '/api/v1/custody' }, findStationKey)).resolves.toBe(false);
    await expect(verifyStationRequest(jws, request, () => undefined)).resolves.toBe(false);
    const stranger = await makeParties();
    await expect(verifyStationRequest(jws, request, () => stranger.stationKey)).resolves.toBe(false);
    const payload = { aud: stationRequestAudience, ...request, signedAt: '2026-11-20T00:00:00Z' };
    const otherType = await signJws(payload, receiptType, signerOf(keys));
    await expect(verifyStationRequest(otherType, request, findStationKey)).resolves.toBe(false);
  });
});
