import { isIP } from 'node:net';
import type { DestinationStream } from 'pino';
import { StartError } from './start-error';

export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

export interface ServerSettings {
  /** The server's own folder: database and receipt key. */
  readonly dataFolder: string;
  /** The built web folder. */
  readonly webFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls?: TlsFiles;
  /** IP address of the proxy that ends TLS and sets X-Forwarded-For. */
  readonly trustedProxy?: string;
  /** Where the request log goes, one JSON object a line; standard output where none is named. */
  readonly log?: DestinationStream;
  /** Days for which sealed bytes stay here after the office was done with them. */
  readonly keepDoneDays?: number;
}

/** Refuses settings under which tokens and manifests would cross a network in the clear. */
export function checkSettings({ host, tls, trustedProxy }: ServerSettings): void {
  if (trustedProxy !== undefined && isIP(trustedProxy) === 0) {
    throw new StartError('trusted-proxy-invalid', 'The trusted proxy must be named by its IP address.');
  }
  if (!isLoopback(host) && !tls && trustedProxy === undefined) {
    throw new StartError(
      'insecure-host',
      `HOST ${host} is reachable from outside: give TLS_CERT and TLS_KEY, or name the trusted proxy that ends TLS.`,
    );
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The address to print: a wildcard host is shown as localhost. */
export function urlOf({ host, tls }: Pick<ServerSettings, 'host' | 'tls'>, port: number): string {
  const isWildcard = host === '0.0.0.0' || host === '::';
  const name = isWildcard ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}
