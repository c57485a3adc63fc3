import type { HonoRequest } from 'hono';
import { createMiddleware } from 'hono/factory';
import { administratorScheme, stationScheme } from '../../protocol/http';
import { sha256 } from '../../sealing/digest';
import { findKid } from '../../sealing/jws';
import { verifyStationRequest } from '../../sealing/station-keys';
import type { StationAtHome } from '../storage/configuration-store';
import type { Municipality } from '../storage/municipality-store';
import type { Storage } from '../storage/storage';
import type { AppEnv } from './app-env';
import { problem } from './problem-answer';

/** The credentials of a scheme (its name is not case-sensitive), as they stand after it. */
export function findCredentials(request: HonoRequest, scheme: string): string | undefined {
  const [name, ...rest] = (request.header('authorization') ?? '').split(' ');
  const isScheme = name?.toLowerCase() === scheme.toLowerCase();
  return isScheme ? rest.join(' ').trim() || undefined : undefined;
}

/** The municipality whose administrator's token the request carries. */
export async function findAdministrator(request: HonoRequest, storage: Storage): Promise<Municipality | undefined> {
  const token = findCredentials(request, administratorScheme);
  return token === undefined
    ? undefined
    : storage.municipalities.findOfAdministrator(await sha256(new TextEncoder().encode(token)));
}

/** The station that signed this request for this method and path. */
async function findSigningStation(request: HonoRequest, storage: Storage): Promise<StationAtHome | undefined> {
  const jws = findCredentials(request, stationScheme);
  const stationId = jws === undefined ? undefined : findKid(jws);
  const caller = stationId === undefined ? undefined : await storage.configurations.findStation(stationId);
  if (!caller || jws === undefined) return undefined;
  const expected = { method: request.method, path: request.path };
  const isSigned = await verifyStationRequest(jws, expected, () => caller.station.signingKey);
  return isSigned ? caller : undefined;
}

/** Lets an administrator through, and says of which municipality. */
export function requireAdministrator(storage: Storage) {
  return createMiddleware<AppEnv & { Variables: { municipality: Municipality } }>(async (context, next) => {
    const municipality = await findAdministrator(context.req, storage);
    if (!municipality) return problem(context, 'not-authorised');
    context.set('municipality', municipality);
    await next();
  });
}

/** Lets a known station through whose configuration lists it. A revoked one may still deliver, so it may still ask. */
export function requireStation(storage: Storage) {
  return createMiddleware<AppEnv & { Variables: { caller: StationAtHome } }>(async (context, next) => {
    const caller = await findSigningStation(context.req, storage);
    if (!caller) return problem(context, 'unknown-station');
    context.set('stationId', caller.station.id);
    if (caller.station.state === 'pending') return problem(context, 'station-pending');
    context.set('caller', caller);
    await next();
  });
}

/** Lets whoever may read the configuration through: an active station, or the administrator. */
export function requireConfigurationReader(storage: Storage) {
  return createMiddleware<AppEnv & { Variables: { municipality: Municipality } }>(async (context, next) => {
    const administrator = await findAdministrator(context.req, storage);
    const caller = administrator ? undefined : await findSigningStation(context.req, storage);
    const municipality = administrator ?? caller?.municipality;
    if (!municipality) {
      return problem(context, findCredentials(context.req, administratorScheme) ? 'not-authorised' : 'unknown-station');
    }
    if (caller && caller.station.state !== 'active') return problem(context, `station-${caller.station.state}`);
    context.set('municipality', municipality);
    await next();
  });
}
