import { X509Certificate } from 'node:crypto';
import type { ServeSettings } from './serve-settings';

/** Names a certificate is for, as they can stand in an address: `DNS:a.example, IP Address:192.0.2.1`. */
export function namesOfCertificate(certificate: string): readonly string[] {
  const names = new X509Certificate(certificate).subjectAltName?.split(', ') ?? [];
  return names
    .map((name) => /^(?:DNS|IP Address):([^*]+)$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => (name.includes(':') ? `[${name}]` : name));
}

/** The addresses at which people reach this server, the best first. `url` is the server's own. */
export function addressesForPeople(url: string, { host }: ServeSettings, certificate: string | undefined): readonly string[] {
  const isWildcard = host === '0.0.0.0' || host === '::';
  const names = certificate !== undefined && isWildcard ? namesOfCertificate(certificate) : [];
  const { protocol, port } = new URL(url);
  const suffix = port === '' ? '' : `:${port}`;
  return names.length > 0 ? names.map((name) => `${protocol}//${name}${suffix}`) : [url];
}

/** The address at which commands on this very machine reach it. */
export function addressOnThisMachine(url: string, { host }: ServeSettings): string {
  const { protocol, port } = new URL(url);
  const name = host === '::' ? '[::1]' : host === '0.0.0.0' ? '127.0.0.1' : new URL(url).hostname;
  return `${protocol}//${name}${port === '' ? '' : `:${port}`}`;
}
