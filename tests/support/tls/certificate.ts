import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate that nobody has signed but itself, and its key. */
export interface Certificate {
  /** For the product's environment. */
  readonly settings: { readonly TLS_CERT: string; readonly TLS_KEY: string };
  /** The flag by which Chromium trusts this key, as a tablet trusts what its office has installed. */
  readonly trusted: string;
}

export function makeCertificate(folder: string, name: string, host: string): Certificate {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host},IP:127.0.0.1`];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
    stdio: 'ignore',
  });
  const { publicKey } = new X509Certificate(readFileSync(certificate));
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return {
    settings: { TLS_CERT: certificate, TLS_KEY: key },
    trusted: `--ignore-certificate-errors-spki-list=${digest}`,
  };
}
