import { resolve } from 'node:path';
import type { ServerSettings } from '../../server/main';
import { CommandFailure } from '../failure';
import type { Terminal } from '../terminal/terminal';

export type ServeSettings = Pick<ServerSettings, 'host' | 'port' | 'tls' | 'trustedProxy'>;

const usualPort = '8080';
const usualHost = '127.0.0.1';

/** Reads HOST, PORT, TLS_CERT, TLS_KEY and TRUSTED_PROXY. Throws `setting-invalid`. */
export function readServeSettings({ env, folder }: Terminal): ServeSettings {
  const { HOST, PORT, TLS_CERT: certFile, TLS_KEY: keyFile, TRUSTED_PROXY: trustedProxy } = env;
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
  };
}
