import type { Context } from 'hono';
import type { AppEnv } from './app-env';

/**
 * The client's address, for rate limits only. X-Forwarded-For counts only where the peer is the trusted proxy,
 * and then only its last entry: the one that the proxy itself added.
 */
export function clientAddress(context: Context<AppEnv>, trustedProxy: string | undefined): string {
  const { incoming }: Partial<AppEnv['Bindings']> = context.env;
  const peer = plain(incoming?.socket.remoteAddress ?? 'unknown');
  if (trustedProxy === undefined || peer !== plain(trustedProxy)) return peer;
  return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}

/** IPv4 as IPv4, also where a socket of both families shows it as ::ffff:192.0.2.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:/i, '');
}
