import { type Configuration, readableConfigurationSchema } from '../protocol/configuration';
import { type EnvelopeList, envelopeListSchema } from '../protocol/envelopes';
import { administratorScheme, paths } from '../protocol/http';
import { type Manifest, manifestSchema } from '../protocol/manifest';
import { type PendingStation, pendingStationsSchema } from '../protocol/enrolment';
import { type Receipt, receiptSchema } from '../protocol/receipt';
import type { z } from '../protocol/zod';

/** One envelope as the list shows it: facts of its manifest and its receipt, nothing of what is inside. */
export interface ArrivedEnvelope {
  readonly manifest: Manifest;
  readonly receipt: Receipt;
  readonly isSecured: boolean;
}

export interface OfficeView {
  readonly configuration: Configuration | undefined;
  /** Newest first. */
  readonly envelopes: readonly ArrivedEnvelope[];
  readonly pending: readonly PendingStation[];
}

export type OfficeResult =
  { readonly kind: 'view'; readonly view: OfficeView } | { readonly kind: 'notAuthorised' } | { readonly kind: 'unreachable' };

/**
 * Reads what the server knows, with the administrator's token. What it shows is the server's word: signatures are
 * verified where envelopes are opened, on the office's own machine.
 */
export async function readOffice(token: string): Promise<OfficeResult> {
  try {
    const [configuration, pending, envelopes] = await Promise.all([
      readConfiguration(token),
      readJson(token, paths.pendingStations, pendingStationsSchema),
      readEnvelopes(token),
    ]);
    return { kind: 'view', view: { configuration, pending: pending.pending, envelopes } };
  } catch (error) {
    return { kind: error instanceof NotAuthorised ? 'notAuthorised' : 'unreachable' };
  }
}

class NotAuthorised extends Error {}

async function get(token: string, path: string): Promise<Response> {
  const headers = { Authorization: `${administratorScheme} ${token}` };
  const response = await fetch(path, { headers, cache: 'no-store', credentials: 'omit', redirect: 'error' });
  if (response.status === 401) throw new NotAuthorised();
  return response;
}

async function readJson<Schema extends z.ZodType>(token: string, path: string, schema: Schema): Promise<z.infer<Schema>> {
  const response = await get(token, path);
  if (!response.ok) throw new Error('the server refused');
  return schema.parse(await response.json());
}

async function readConfiguration(token: string): Promise<Configuration | undefined> {
  const response = await get(token, paths.configuration);
  return response.ok ? readableConfigurationSchema.safeParse(payloadOf(await response.text())).data : undefined;
}

async function readEnvelopes(token: string): Promise<readonly ArrivedEnvelope[]> {
  const pages: EnvelopeList['envelopes'][] = [];
  let after: string | null = '';
  while (after !== null) {
    const path: string = after === '' ? paths.envelopes : `${paths.envelopes}?after=${encodeURIComponent(after)}`;
    const page: EnvelopeList = await readJson(token, path, envelopeListSchema);
    pages.push(page.envelopes);
    after = page.next;
  }
  const arrived = pages.flat().map(({ manifest, receipt, isSecured }) => ({
    manifest: manifestSchema.parse(payloadOf(manifest)),
    receipt: receiptSchema.parse(payloadOf(receipt)),
    isSecured,
  }));
  return arrived.reverse();
}

function payloadOf(jws: string): unknown {
  const base64 = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
