// @vitest-environment node
import 'fake-indexeddb/auto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readApplication } from '../../src/domain/application/application';
import { longestContactName } from '../../src/domain/application/contact';
import type { Draft } from '../../src/domain/application/draft';
import { holdsPersonalNumber } from '../../src/domain/form/form-qr';
import { confirmApplication } from '../../src/kiosk/confirm/confirm-application';
import { loadSealed } from '../../src/queue/bytes/load-sealed';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { createQueue } from '../../src/queue/queue';
import { openEnvelope } from '../../src/sealing/open';
import { makeStationKeys, publicKeyOf } from '../../src/sealing/station-keys';
import { hardNames } from '../support/applications/hard-names';
import * as samples from '../support/sample-application';

const nowMs = (): number => Date.parse('2026-11-20T04:05:06.789Z');
const silentChannel = { announce: () => undefined, listen: () => undefined, close: () => undefined };
const longest = Math.max(...hardNames.map((name) => name.length));

/** As a field holds it: a line, with something to see at both ends. */
const anyName = fc
  .oneof(
    fc.constantFrom(...hardNames),
    fc.string({
      unit: fc.constantFrom('葛\u{E0100}', '\uE000', '\u{20BB7}', '髙', 'Ō', "'", '-', 'ｱ', 'が', 'か\u3099', ' '),
      maxLength: 30,
    }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: longest }),
  )
  .filter((name) => name !== '' && name.trim() === name && name.length <= 300 && !holdsPersonalNumber(name));

function draftOf(name: string): Draft {
  const child = { birthCalendar: 'reiwa', birthDigits: '040401', circumstances: ['nameNotes'] } as const;
  const { applicant } = samples.sampleDraft();
  return samples.sampleDraft({
    ...child,
    contactName: name.length <= longestContactName ? name : '見本',
    applicant: { ...applicant, name, formerName: name, alias: name },
    representative: { ...samples.sampleMother, name },
  });
}

it('names are in the opened envelope byte for byte as they were in the fields, whatever they hold', async () => {
  const [keys, identity] = [await makeStationKeys(), await generateIdentity()];
  const signingKey = await publicKeyOf(keys.signing);
  const configuration = samples.sampleConfiguration({ recipients: [await identityToRecipient(identity)] });
  const [opening] = configuration.openings;
  if (!opening) throw new Error('the sample has an opening');
  const station = {
    keys,
    fingerprint: '000000',
    state: 'active' as const,
    stationCode: samples.sampleStationCode,
    municipality: samples.sampleMunicipality,
    configurationKey: samples.samplePublicKey,
  };
  const facts = {
    envelopeId: samples.sampleEnvelopeId,
    consentGivenAtMs: nowMs(),
    station,
    opening,
    channel: 'assisted' as const,
  };
  const rest = { configuration, attendantId: 'attendant-1', serverOffsetMs: null, duplicateTag: undefined };
  let databases = 0;
  const reach = async (draft: Draft) => {
    databases += 1;
    const queue = createQueue(databaseQueueStore(openDatabase(`names-${String(databases)}`)), silentChannel);
    const reading = readApplication(draft, samples.sampleDay);
    if (reading.kind !== 'complete') throw new Error('the draft is complete');
    await confirmApplication({ application: reading.application, facts, ...rest }, queue, nowMs);
    const { manifestJws, bytes } = (await queue.readSealed(samples.sampleEnvelopeId)) ?? {
      manifestJws: '',
      bytes: new ArrayBuffer(0),
    };
    const found = { bytes: await loadSealed(bytes), manifestJws, findStationKey: () => signingKey, identities: [identity] };
    const opened = await openEnvelope(found);
    if (opened.kind !== 'opened') throw new Error('the office opens it');
    return opened.application;
  };
  await fc.assert(
    fc.asyncProperty(anyName, async (name) => {
      const { contact, applicant, representative } = await reach(draftOf(name));
      expect(representative?.name).toBe(name);
      expect([applicant.name, applicant.formerName, applicant.alias]).toEqual([name, name, name]);
      if (name.length <= longestContactName) expect(contact.name).toBe(name);
    }),
    { numRuns: 25, examples: hardNames.map((name): [string] => [name]) },
  );
});
