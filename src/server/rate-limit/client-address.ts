import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env';

/**
 * The client's address, for rate limits only. X-Forwarded-For counts only where the peer is the trusted proxy,
 * and then only its last entry: the one that the proxy itself added.
 */
export function clientAddress(context: Context<AppEnv>, trustedProxy: string | undefined): string {
  const peer = peerAddress(context.env);
  if (trustedProxy === undefined || peer !== plain(trustedProxy)) return peer;
  return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}

/** Without a socket, as in a test, there are no bindings. */
function peerAddress(bindings: AppEnv['Bindings'] | undefined): string {
  return plain(bindings?.incoming?.socket.remoteAddress ?? 'unknown');
}

/** IPv4 as IPv4, also where a socket of both families shows it as ::ffff:192.0.2.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:/i, '');
}
