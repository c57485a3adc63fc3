import { expect, it } from 'vitest';
import { paths } from '../../src/protocol/http';
import { problemCodes } from '../../src/protocol/problem';
import { expectProblem } from './support/expect-problem';
import { openTestServer } from './support/test-server';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { responses: Record<string, { description: string; content?: object }> }>>;
}

it('describes every route from the schemas, with its problems', async () => {
  const { app } = await openTestServer();
  const document = (await (await app.request(paths.openapi)).json()) as Document;
  expect(document.openapi).toBe('3.1.0');
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(routes.sort()).toEqual([
    'delete /api/v1/rosters/{digest}',
    'get /api/v1/configuration',
    'get /api/v1/envelopes',
    'get /api/v1/envelopes/{envelopeId}',
    'get /api/v1/office-voids',
    'get /api/v1/pending-stations',
    'get /api/v1/rosters/{digest}',
    'get /api/v1/voids',
    'get /healthz',
    'get /readyz',
    'post /api/v1/custody',
    'post /api/v1/duplicates',
    'post /api/v1/enrolment-codes',
    'post /api/v1/enrolments',
    'post /api/v1/envelopes/{envelopeId}/done',
    'post /api/v1/envelopes/{envelopeId}/released',
    'post /api/v1/envelopes/{envelopeId}/secured',
    'put /api/v1/configuration',
    'put /api/v1/envelopes/{envelopeId}',
    'put /api/v1/envelopes/{envelopeId}/void',
    'put /api/v1/rosters/{digest}',
  ]);
  const upload = document.paths['/api/v1/envelopes/{envelopeId}']?.put?.responses;
  expect(upload?.['422']?.description).toBe('manifest-invalid, digest-mismatch');
  const text = JSON.stringify(document);
  const undescribed = problemCodes.filter((code) => !text.includes(code));
  expect(undescribed).toEqual(['internal']);
});

it('answers health by process and readiness by storage', async () => {
  const { app, storage } = await openTestServer();
  expect(await (await app.request('/readyz')).json()).toEqual({ status: 'ready' });
  await storage.close();
  expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' });
  await expectProblem(app.request('/readyz'), 'unavailable');
});

it('answers problems for unknown paths and methods of the API', async () => {
  const { app } = await openTestServer();
  await expectProblem(app.request('/api/v1/nothing'), 'not-found');
  await expectProblem(app.request(paths.configuration, { method: 'DELETE' }), 'not-found');
});
