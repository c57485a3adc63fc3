import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwsMediaType, manifestHeader, paths } from '../../../src/protocol/http';
import { problemBody, type ProblemCode, problemMediaType, problemTable } from '../../../src/protocol/problem';
import { receiptAudience } from '../../../src/protocol/receipt';
import { sha256 } from '../../../src/sealing/digest';
import { signReceipt } from '../../../src/sealing/receipt';
import { digestOfVoid, verifyVoid } from '../../../src/sealing/void/void';
import { verifyManifest } from '../../../src/sealing/manifest';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../../../src/sealing/station-keys';
import type { PublicKey } from '../../../src/protocol/fields';
import { sampleDigest } from '../../support/sample-application';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Answers one request in the server's place. */
export type Behaviour = (seen: Seen, response: ServerResponse, server: BadServer) => Promise<void> | void;

/** A server with a real receipt key that keeps the first receipt of each envelope and, when told, behaves badly. */
export class BadServer {
  readonly seen: Seen[] = [];
  /** Receipts by envelope id. */
  readonly stored = new Map<string, string>();
  /** Used up one by one; then the server is good. */
  readonly next: Behaviour[] = [];
  /** Whatever comes, as long as it is set. */
  always: Behaviour | undefined;
  /** Ends the connection after each answer, so that every request takes a new one. */
  closesConnections = false;
  readonly custody = { lacking: new Set<string>(), secured: new Set<string>(), lackingVoids: new Set<string>() };
  /** What the office voided, page by page; undefined at a server that knows no such thing. */
  officeVoids: (readonly string[])[] | undefined = [[]];
  officeKey: PublicKey | undefined;
  kid = 'receipt-key';
  readonly publicKey: PublicKey;
  #keys: StationKeys;
  readonly #http: Server;

  private constructor(keys: StationKeys, publicKey: PublicKey) {
    this.#keys = keys;
    this.publicKey = publicKey;
    // A request that was cut off half-way is thrown away, as a server does.
    this.#http = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  }

  static async start(): Promise<BadServer> {
    const keys = await makeStationKeys();
    const server = new BadServer(keys, await publicKeyOf(keys.signing));
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** From now on it signs with another key, whose public part is returned as a configuration names it. */
  async rotateKey(): Promise<{ kid: string; key: PublicKey }> {
    this.#keys = await makeStationKeys();
    this.kid = 'receipt-key-2';
    return { kid: this.kid, key: await publicKeyOf(this.#keys.signing) };
  }

  uploads(): string[] {
    return this.seen.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1) ?? '');
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
    this.seen.push(seen);
    if (this.closesConnections) response.setHeader('Connection', 'close');
    await (this.always ?? this.next.shift() ?? good)(seen, response, this);
  }

  /** The receipt for an upload, the first one again where there is one. */
  async receiptFor({ headers, body }: Seen, signer = this.#keys): Promise<string> {
    const manifest = await verifyManifest(String(headers[manifestHeader.toLowerCase()]), () => this.stationKey);
    if (!manifest || (await sha256(new Uint8Array(body))) !== manifest.digest) throw new Error('not what was sealed');
    const { envelopeId, digest, stationId } = manifest;
    const first = this.stored.get(envelopeId);
    if (first) return first;
    const key = { kid: this.kid, key: signer.signing.privateKey };
    const facts = { receivedAt: new Date().toISOString(), state: 'stored', auditHead: sampleDigest } as const;
    const receipt = await signReceipt({ aud: receiptAudience, envelopeId, digest, stationId, ...facts }, key);
    if (signer === this.#keys) this.stored.set(envelopeId, receipt);
    return receipt;
  }

  /** The receipt for a void, by its own digest. */
  async receiptForVoid(voidJws: string): Promise<string> {
    const verified = await verifyVoid(voidJws, { findStationKey: () => this.stationKey, findOfficeKey: () => this.officeKey });
    if (!verified) throw new Error('no void of the station or the office');
    const { envelopeId, stationId } = verified.void;
    const digest = await digestOfVoid(voidJws);
    const facts = { receivedAt: new Date().toISOString(), state: 'stored', auditHead: sampleDigest } as const;
    const key = { kid: this.kid, key: this.#keys.signing.privateKey };
    return signReceipt({ aud: receiptAudience, envelopeId, digest, stationId, ...facts }, key);
  }

  stationKey: PublicKey | undefined;
}

/** Stores the envelope and gives its receipt; answers custody from what it was told. */
export const good: Behaviour = async (seen, response, server) => {
  if (seen.path === paths.custody) {
    const { envelopeIds, voidIds } = JSON.parse(seen.body.toString()) as { envelopeIds: string[]; voidIds?: string[] };
    const among = (ids: Set<string>): string[] => envelopeIds.filter((id) => ids.has(id));
    const lackingVoids = voidIds?.filter((id) => server.custody.lackingVoids.has(id));
    const envelopes = { lacking: among(server.custody.lacking), secured: among(server.custody.secured) };
    const answer = { ...envelopes, ...(lackingVoids && { lackingVoids }) };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    return;
  }
  if (seen.path.startsWith(paths.officeVoids)) {
    answerOfficeVoids(seen, response, server);
    return;
  }
  const isVoid = seen.path.endsWith('/void');
  const receipt = isVoid ? await server.receiptForVoid(seen.body.toString()) : await server.receiptFor(seen);
  response.writeHead(201, { 'Content-Type': jwsMediaType }).end(receipt);
};

/** A page for each list; the cursor is the number of the list. */
function answerOfficeVoids({ path }: Seen, response: ServerResponse, { officeVoids }: BadServer): void {
  if (!officeVoids) {
    response.writeHead(404, { 'Content-Type': problemMediaType }).end(JSON.stringify(problemBody('not-found')));
    return;
  }
  const after = new URL(path, 'http://tablet.invalid').searchParams.get('after') ?? '';
  const page = after === '' ? 0 : Number(after.at(-1));
  const next = page + 1 < officeVoids.length ? `01890a5d-ac96-774b-bcce-b302099a800${String(page + 1)}` : null;
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ voids: officeVoids[page] ?? [], next }));
}

export const captivePortal: Behaviour = (_seen, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Welcome to the free Wi-Fi</html>');
};

export const redirect: Behaviour = (_seen, response) => {
  response.writeHead(302, { Location: 'http://portal.invalid/' }).end();
};

export const cutConnection: Behaviour = (_seen, response) => {
  response.destroy();
};

/** Stores the envelope, then loses the connection at a byte of the answer. */
export const loseAnswer =
  (afterBytes: number): Behaviour =>
  async (seen, response, server) => {
    const receipt = await server.receiptFor(seen);
    response.writeHead(201, { 'Content-Type': jwsMediaType, 'Content-Length': receipt.length });
    response.write(receipt.slice(0, afterBytes), () => response.destroy());
  };

/** A receipt of the right words by a key that is not the server's. */
export const forgeReceipt: Behaviour = async (seen, response, server) => {
  const receipt = await server.receiptFor(seen, await makeStationKeys());
  response.writeHead(201, { 'Content-Type': jwsMediaType }).end(receipt);
};

/** A true receipt, of another envelope. */
export const receiptOf =
  (envelopeId: string): Behaviour =>
  (_seen, response, server) => {
    response.writeHead(201, { 'Content-Type': jwsMediaType }).end(server.stored.get(envelopeId));
  };

export const problem =
  (code: ProblemCode, headers: Record<string, string> = {}): Behaviour =>
  (_seen, response) => {
    response.writeHead(problemTable[code].status, { 'Content-Type': problemMediaType, ...headers });
    response.end(JSON.stringify(problemBody(code)));
  };
