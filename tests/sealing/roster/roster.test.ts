import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, generateX25519Identity } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/sealing/digest';
import { type NewRoster, sealRoster } from '../../../src/sealing/office/seal-roster';
import { formatDayCard, parseDayCard } from '../../../src/sealing/roster/day-card';
import { openRoster, type RosterOpening } from '../../../src/sealing/roster/open-roster';
import { sampleRoster } from '../../support/roster/sample-roster';
import { makeParties, sealSample } from '../../support/sealed-sample';

let sealed: NewRoster;
beforeAll(async () => {
  sealed = await sealRoster(sampleRoster());
});

const identityOf = (card: string): string => parseDayCard(card) ?? '';

function open(changes: { armored?: string; openingId?: string; card?: string } = {}): Promise<RosterOpening> {
  const { armored = sealed.armored, openingId = 'opening-1', card = sealed.dayCard } = changes;
  return openRoster({ openingId, reference: sealed.reference, armored }, identityOf(card));
}

describe('a sealed roster', () => {
  it('comes back whole with its own day card', async () => {
    expect(await open()).toEqual({ kind: 'opened', roster: sampleRoster() });
  });

  it('holds nothing readable, neither sealed nor in what the configuration says of it', () => {
    for (const { name, number, kana } of sampleRoster().people) {
      for (const text of [
        sealed.armored,
        JSON.stringify(sealed.reference),
        atob(sealed.armored.replace(/-----.*-----|\s/g, '')),
      ]) {
        for (const secret of [name, number, kana]) expect(text).not.toContain(secret);
      }
    }
  });

  it('has a key of its own each time', async () => {
    const again = await sealRoster(sampleRoster());
    expect(again.dayCard).not.toBe(sealed.dayCard);
    expect((await open({ card: again.dayCard })).kind).toBe('otherCard');
  });

  it('is refused where a letter was changed, and for another opening', async () => {
    const at = sealed.armored.length - 80;
    const other = sealed.armored.charAt(at) === 'A' ? 'B' : 'A';
    const changed = sealed.armored.slice(0, at) + other + sealed.armored.slice(at + 1);
    expect((await open({ armored: changed })).kind).toBe('altered');
    expect((await open({ armored: `${sealed.armored}\n` })).kind).toBe('altered');
    expect((await open({ openingId: 'opening-2' })).kind).toBe('otherContents');
  });

  it('opens no envelope, even with the key that could', async () => {
    const parties = await makeParties();
    const armored = armor.encode((await sealSample(parties)).bytes);
    const bytes = new TextEncoder().encode(armored);
    const reference = { digest: await sha256(bytes), size: bytes.byteLength };
    expect(await openRoster({ openingId: 'opening-1', reference, armored }, parties.identity)).toEqual({ kind: 'otherContents' });
  });

  it('is not made of what no station would take', async () => {
    await expect(sealRoster({ ...sampleRoster(), people: [] })).rejects.toThrow(TypeError);
  });
});

describe('a day card', () => {
  it('is read as it was made, and nothing else is one', async () => {
    const identity = await generateX25519Identity();
    expect(parseDayCard(formatDayCard(identity))).toBe(identity);
    for (const text of [
      identity,
      `MADOGUCHIDAY1:${identity.toLowerCase()}`,
      'MADOGUCHI1:x',
      '',
      `${formatDayCard(identity)}X?`,
    ]) {
      expect(parseDayCard(text)).toBeUndefined();
    }
  });

  it('has a code in capitals, digits and three marks, so that it stays small', async () => {
    expect(formatDayCard(await generateX25519Identity())).toMatch(/^[0-9A-Z:$%*+./ -]+$/);
  });
});

describe('code that can open an age file', () => {
  it('stands in three places: envelopes and the key file in the office, rosters alone on a tablet', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.filter((file) => /\bDecrypter\b/.test(readFileSync(file, 'utf8'))).sort()).toEqual([
      'src/sealing/office/identity-file.ts',
      'src/sealing/open.ts',
      'src/sealing/roster/open-roster.ts',
    ]);
  });
});
