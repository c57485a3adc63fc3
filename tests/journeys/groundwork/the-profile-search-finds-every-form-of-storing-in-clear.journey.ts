import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { chromium, expect, test } from '@playwright/test';
import { getChromiumPath, quietFlags } from '../../support/chromium';
import { controlResident } from '../../support/control/control-resident';
import { type ClearForm, clearForms, type ClearRecord, storeInClear } from '../../support/control/store-in-clear';
import { type ProfileFind, searchProfile } from '../../support/profile-search/search-profile';
import type { Secret } from '../../support/profile-search/secret';
import { secretsOf } from '../../support/profile-search/secrets-of';
import { startSmallSite } from '../../support/control/small-site';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';

interface ControlCase {
  readonly record: ClearRecord;
  readonly secrets: readonly Secret[];
  readonly expected: readonly string[];
}

const personFacts = ['name', 'mail', 'applicationId', 'birthDate'];
const photoFacts: Partial<Record<ClearForm, readonly string[]>> = {
  photoBuffer: ['photo'],
  photoBlob: ['photo'],
  localStorageLatin: ['photo in base64'],
};
const packers: Partial<Record<ClearForm, (text: Buffer) => Buffer>> = {
  cachedGzip: gzipSync,
  cachedDeflate: deflateSync,
  cachedBrotli: brotliCompressSync,
};

function controlCase(form: ClearForm): ControlCase {
  const resident = controlResident(form);
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda]), randomBytes(150_000), Buffer.from([0xff, 0xd9])]);
  // Once per fact: repeats would be compressed away and could not be told from one another.
  const text = JSON.stringify(resident);
  const packed = (packers[form] ?? gzipSync)(Buffer.from(text));
  return {
    record: { text, photoBase64: photo.toString('base64'), packedBase64: packed.toString('base64') },
    secrets: secretsOf(resident, photoFacts[form] && photo).map((secret) => ({ ...secret, name: `${form}: ${secret.name}` })),
    expected: (photoFacts[form] ?? personFacts).map((fact) => `${form}: ${fact}`),
  };
}

test('the profile search finds an application in every form in which a browser stores it in clear', async () => {
  const cases = new Map(clearForms.map((form) => [form, controlCase(form)]));
  const records = Object.fromEntries([...cases].map(([form, { record }]) => [form, record])) as Record<ClearForm, ClearRecord>;
  const finds = await withTemporaryFolder('control', async (folder) => {
    const site = await startSmallSite({ '/': '<!doctype html><title>control</title>' });
    const browser = await chromium.launchPersistentContext(folder, { executablePath: getChromiumPath(), args: [...quietFlags] });
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(site.url);
    await page.evaluate(storeInClear, records);
    await browser.close();
    await site.close();
    return searchProfile(
      folder,
      [...cases.values()].flatMap(({ secrets }) => secrets),
    ).finds;
  });

  const found = new Set(finds.map(({ secret }) => secret));
  const expected = [...cases.values()].flatMap((entry) => entry.expected);
  expect(
    expected.filter((name) => !found.has(name)),
    'stored in clear, but not found',
  ).toEqual([]);
  expect(formsOf(finds, 'flushedValue: name'), 'a LevelDB table was read').toContain('tableEntry');
  expect(formsOf(finds, 'compressibleValue: name'), 'a Snappy value was read').toContain('compressedValue');
  expect(formsOf(finds, 'cachedBrotli: name'), 'an encoded body was read').toContain('encodedBody');
});

function formsOf(finds: readonly ProfileFind[], secret: string): string[] {
  return [...new Set(finds.filter((find) => find.secret === secret).map(({ form }) => form))].sort();
}
