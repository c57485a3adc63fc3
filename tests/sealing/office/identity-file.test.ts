import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type IdentityFileReading,
  isIdentityFileProtected,
  makeIdentityFile,
  protectIdentityFile,
  readIdentityFile,
} from '../../../src/sealing/office/identity-file';
import { openEnvelope } from '../../../src/sealing/open';
import { makeParties, sealSample } from '../../support/sealed-sample';

// scrypt takes its time on purpose, and a busy machine takes more.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const passphrase = '見本の合言葉';

describe('the identity file of an office', () => {
  let made: { text: string; recipient: string };
  let protectedText: string;
  const read = (text: string, given = ''): Promise<IdentityFileReading> => readIdentityFile(bytesOf(text), given);

  beforeAll(async () => {
    made = await makeIdentityFile('2026-11-20T00:00:00Z');
    protectedText = await protectIdentityFile(made.text, passphrase);
  });

  it('opens what was sealed for its recipient', async () => {
    const parties = await makeParties();
    const sealed = await sealSample({ ...parties, recipient: made.recipient });
    const reading = await read(made.text);
    if (reading.kind !== 'identities') throw new Error(reading.kind);
    const opened = await openEnvelope({ ...sealed, findStationKey: parties.findStationKey, identities: reading.identities });
    expect(opened.kind).toBe('opened');
  });

  it('holds an X25519 key that every age program knows', () => {
    expect(made.text).toMatch(/^# created: .*\n# public key: age1[0-9a-z]{58}\nAGE-SECRET-KEY-1[0-9A-Z]+\n$/);
    expect(isIdentityFileProtected(bytesOf(made.text))).toBe(false);
  });

  it('under a passphrase shows nothing, and needs it', async () => {
    expect(isIdentityFileProtected(bytesOf(protectedText))).toBe(true);
    expect(protectedText).not.toContain('AGE-SECRET-KEY');
    await expect(read(protectedText, passphrase)).resolves.toEqual(await read(made.text));
    for (const wrong of ['', '別の合言葉'])
      await expect(read(protectedText, wrong)).resolves.toEqual({ kind: 'passphraseWrong' });
  });

  it('says which line is no key', async () => {
    await expect(read('# only a comment\n')).resolves.toEqual({ kind: 'unreadable', line: 0 });
    await expect(read('')).resolves.toEqual({ kind: 'unreadable', line: 0 });
    await expect(read(`${made.text}nonsense\n`)).resolves.toEqual({ kind: 'unreadable', line: 4 });
    await expect(read(`\r\n${made.text.replaceAll('\n', '\r\n')}`)).resolves.toMatchObject({ kind: 'identities' });
  });
});
