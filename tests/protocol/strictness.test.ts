import { describe, expect, it } from 'vitest';
import { applicationDocumentSchema } from '../../src/protocol/application-document';
import { configurationSchema } from '../../src/protocol/configuration';
import { duplicateAnswerSchema, duplicateRequestSchema, duplicateTagSchema } from '../../src/protocol/duplicates/duplicate-tag';
import {
  enrolmentAnswerSchema,
  enrolmentCodeSchema,
  enrolmentRequestSchema,
  pendingStationsSchema,
} from '../../src/protocol/enrolment';
import {
  custodyAnswerSchema,
  custodyRequestSchema,
  envelopeListSchema,
  officeVoidListSchema,
} from '../../src/protocol/envelopes';
import { manifestSchema } from '../../src/protocol/manifest';
import { receiptAudience, receiptSchema } from '../../src/protocol/receipt';
import { stationRequestAudience, stationRequestSchema } from '../../src/protocol/station-request';
import type { z } from '../../src/protocol/zod';
import * as samples from '../support/sample-application';
import { wholeDocument } from '../support/applications/whole-document';

const { sampleDigest, sampleEnvelopeId, samplePublicKey, sampleStationId, sampleStationCode, sampleMunicipality } = samples;
const instant = '2026-11-20T04:05:06.789Z';
const keys = { signingKey: samplePublicKey, agreementKey: samplePublicKey };
const station = { stationId: sampleStationId, stationCode: sampleStationCode };
const pending = { codeId: sampleDigest, ...keys, ...station, enrolledAt: instant };
const { receptionNumber, openingId, day } = samples.sampleDocument();
const earlier = { envelopeId: sampleEnvelopeId, receptionNumber, openingId, day, sealedAt: instant };
const listed = { envelopeId: sampleEnvelopeId, manifest: 'aa.bb.cc', receipt: 'aa.bb.cc', isSecured: false };

const examples: readonly [string, z.ZodType, object][] = [
  ['application.json', applicationDocumentSchema, samples.sampleDocument({ photo: photoWithoutModels() })],
  ['application.json, everything said', applicationDocumentSchema, wholeDocument({ photo: photoWithoutModels() })],
  ['manifest', manifestSchema, samples.sampleManifest()],
  ['configuration', configurationSchema, samples.sampleConfiguration()],
  ['enrolment code', enrolmentCodeSchema, { codeIds: [sampleDigest], stationCode: sampleStationCode, expiresAt: instant }],
  ['enrolment request', enrolmentRequestSchema, { codeId: sampleDigest, ...keys }],
  [
    'enrolment answer',
    enrolmentAnswerSchema,
    { ...station, municipality: sampleMunicipality, configurationKey: samplePublicKey },
  ],
  ['pending stations', pendingStationsSchema, { pending: [pending] }],
  ['custody request', custodyRequestSchema, { envelopeIds: [sampleEnvelopeId] }],
  ['custody answer', custodyAnswerSchema, { lacking: [sampleEnvelopeId], secured: [] }],
  ['office voids', officeVoidListSchema, { voids: [listed.manifest], next: null }],
  ['duplicate tag', duplicateTagSchema, { tag: sampleDigest, keyVersion: 1 }],
  ['duplicate request', duplicateRequestSchema, { tags: [sampleDigest] }],
  ['duplicate answer', duplicateAnswerSchema, { earlier: [earlier] }],
  ['envelope list', envelopeListSchema, { envelopes: [listed], next: null }],
  [
    'receipt',
    receiptSchema,
    {
      aud: receiptAudience,
      envelopeId: sampleEnvelopeId,
      digest: sampleDigest,
      stationId: sampleStationId,
      receivedAt: instant,
      state: 'stored',
      auditHead: sampleDigest,
    },
  ],
  ['station request', stationRequestSchema, { aud: stationRequestAudience, method: 'GET', path: '/api/v1', signedAt: instant }],
];

/** Which models there are is open, so none of them can be lacking. */
function photoWithoutModels(): ReturnType<typeof samples.samplePhotoDocument> {
  const photo = samples.samplePhotoDocument();
  return { ...photo, report: photo.report && { ...photo.report, models: {} } };
}

type Path = readonly (string | number)[];

/** Every object inside a value, by its path. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => objectsIn(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([name, member]) => objectsIn(member, [...path, name]))];
}

function changed(example: object, path: Path, change: (target: Record<string, unknown>) => void): object {
  const copy = structuredClone(example);
  const target = path.reduce<unknown>((at, name) => (at as Record<string | number, unknown>)[name], copy);
  change(target as Record<string, unknown>);
  return copy;
}

function memberPaths(example: object): { path: Path; name: string }[] {
  return objectsIn(example).flatMap((path) => {
    let names: string[] = [];
    changed(example, path, (target) => {
      names = Object.keys(target);
    });
    return names.map((name) => ({ path, name }));
  });
}

describe.each(examples)('the schema of %s', (_, schema, example) => {
  it('takes its example as it is', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(example)))).toEqual(example);
  });

  it('refuses a member that it does not know, at every depth', () => {
    const taken = objectsIn(example).filter((path) => {
      const extended = changed(example, path, (target) => {
        target['extra'] = 1;
      });
      return schema.safeParse(extended).success;
    });
    expect(taken).toEqual([]);
  });

  it('refuses the lack of a member, and a member of another type', () => {
    const taken = memberPaths(example).filter(({ path, name }) => {
      const without = changed(example, path, (target) => Reflect.deleteProperty(target, name));
      const other = changed(example, path, (target) => {
        target[name] = [true];
      });
      return schema.safeParse(without).success || schema.safeParse(other).success;
    });
    expect(taken).toEqual([]);
  });

  it('refuses what is no object', () => {
    for (const value of [null, undefined, [], '', 1, 'null']) expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('audiences and kinds', () => {
  it('are pinned', () => {
    for (const [, schema, example] of examples) {
      for (const name of ['aud', 'schema', 'schemaVersion', 'manifestVersion'].filter((member) => member in example)) {
        for (const value of ['madoguchi/other', 99, '1']) {
          expect(schema.safeParse({ ...example, [name]: value }).success).toBe(false);
        }
      }
    }
  });
});
