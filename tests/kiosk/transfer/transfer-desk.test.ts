// @vitest-environment node
import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { createTransferDesk } from '../../../src/kiosk/transfer/transfer-desk';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { createQueue } from '../../../src/queue/queue';
import { makeStationKeys } from '../../../src/sealing/station-keys';
import { sealedSample } from '../../queue/sealed-samples';
import { sampleMunicipality, samplePublicKey, sampleStationCode } from '../../support/sample-application';

it('plans everything that has no receipt and whose bytes are here: what lies in a file already is not looked for', async () => {
  const silent = { announce: () => undefined, listen: () => undefined, close: () => undefined };
  const queue = createQueue(databaseQueueStore(openDatabase(`desk-${uuidv7()}`)), silent);
  const [waiting, inFile] = [sealedSample(1), sealedSample(2)];
  await queue.append(waiting);
  await queue.inFile.reserve(inFile);
  const station = {
    keys: await makeStationKeys(),
    state: 'active',
    stationCode: sampleStationCode,
    municipality: sampleMunicipality,
    configurationKey: samplePublicKey,
    fingerprint: '000000',
  } as const;
  const refuse = (): never => {
    throw new Error('not asked for');
  };
  const stationStore = { getDeviceFacts: refuse, saveDeviceFacts: refuse };
  const desk = createTransferDesk({ queue, stationStore, station, findConfiguration: () => undefined, nowMs: () => 1 });
  const { envelopeId, digest, size } = waiting.manifest;
  expect((await desk.plan()).parts).toEqual([[{ kind: 'envelope', envelopeId, digest, size }]]);
});
