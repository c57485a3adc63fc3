import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../control/may-skip';

export const hasOpenssl = isInstalled('openssl', 'version');

/** A certificate and its key, as PEM files. */
export interface Certificate {
  /** For the product's environment. */
  readonly settings: { readonly TLS_CERT: string; readonly TLS_KEY: string };
  /** The flag by which Chromium trusts this key, as a tablet trusts what its office has installed. */
  readonly trusted: string;
}

/** Signed by itself, or by the authority: another certificate of this folder. */
export function makeCertificate(
  folder: string,
  name: string,
  { host = `${name}.madoguchi.example`, authority }: { readonly host?: string; readonly authority?: string } = {},
): Certificate {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const by = authority === undefined ? [] : ['-CA', `${authority}.pem`, '-CAkey', `${authority}.key`];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  const words = ['req', '-x509', ...files, ...subject, ...by];
  const { status, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { publicKey } = new X509Certificate(readFileSync(certificate));
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return {
    settings: { TLS_CERT: certificate, TLS_KEY: key },
    trusted: `--ignore-certificate-errors-spki-list=${digest}`,
  };
}
