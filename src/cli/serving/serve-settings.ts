import { resolve } from 'node:path';
import type { ServerSettings } from '../../server/main';
import { CommandFailure } from '../failure';
import type { Terminal } from '../terminal/terminal';

export type ServeSettings = Pick<ServerSettings, 'host' | 'port' | 'tls' | 'trustedProxy' | 'keepDoneDays'>;

const usualPort = '8080';
const usualHost = '127.0.0.1';

/** Reads HOST, PORT, TLS_CERT, TLS_KEY, TRUSTED_PROXY and KEEP_DONE_DAYS. Throws `setting-invalid`. */
export function readServeSettings({ env, folder }: Terminal): ServeSettings {
  const { HOST, PORT, TLS_CERT: certFile, TLS_KEY: keyFile, TRUSTED_PROXY: trustedProxy, KEEP_DONE_DAYS: keepDoneDays } = env;
  const port = PORT || usualPort;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new CommandFailure('setting-invalid', 'PORT must be a number from 0 to 65535.');
  }
  if (Boolean(certFile) !== Boolean(keyFile)) {
    throw new CommandFailure('setting-invalid', 'TLS_CERT and TLS_KEY go together: give both files or neither.');
  }
  return {
    host: HOST || usualHost,
    port: Number(port),
    ...(certFile && keyFile && { tls: { certFile: resolve(folder, certFile), keyFile: resolve(folder, keyFile) } }),
    ...(trustedProxy && { trustedProxy }),
    ...(keepDoneDays && { keepDoneDays: readKeepDays(keepDoneDays) }),
  };
}

const longestKeepDays = 3650;

/** A number of days, whole. Throws `setting-invalid`. */
export function readKeepDays(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) <= longestKeepDays) return Number(text);
  throw new CommandFailure('setting-invalid', `Days to keep must be a whole number from 0 to ${longestKeepDays}.`);
}
