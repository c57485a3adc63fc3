import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ICruiseResult } from 'dependency-cruiser';
import { makeTree, removeTree } from './made-tree';
import { cruiseSource, folders, sourceFiles, unseenFiles, violationsOf } from './cruise-source';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const longMs = 120_000;
/** Far below what there is; a reading that saw less saw nothing. */
const fewestModules = 150;

describe('the imports of src', () => {
  let result: ICruiseResult;
  const filesBefore = sourceFiles(root);
  beforeAll(async () => {
    result = await cruiseSource(root);
  }, longMs);

  it('were all read: every file, every folder', () => {
    expect(unseenFiles(filesBefore, result)).toEqual([]);
    expect(result.summary.totalCruised).toBeGreaterThan(fewestModules);
    const seen = new Set(result.modules.map(({ source }) => source.split('/')[1]));
    expect(folders.filter((folder) => !seen.has(folder))).toEqual([]);
  });

  it('run one way, without a cycle or an orphan, each package where it belongs', () => {
    expect(violationsOf(result)).toEqual([]);
  });
});

describe('the check itself', () => {
  const files = {
    'src/domain/clock.ts': "import { hostname } from 'node:os';\nexport const clock = hostname;\n",
    'src/domain/rule.ts': "export { send } from '../sync/send';\n",
    'src/domain/query.ts': "import { sql } from 'kysely';\nexport const query = sql;\n",
    'src/protocol/schema.ts': "import { z } from 'zod';\nexport const schema = z;\n",
    'src/sealing/open.ts': 'export const open = 1;\n',
    'src/sealing/reader.ts': "export { open } from './open';\n",
    'src/sync/send.ts': "import { openDB } from 'idb';\nimport { reader } from './reader';\nexport { openDB as send, reader };\n",
    'src/sync/reader.ts': "export { open as reader } from '../sealing/reader';\n",
    'src/queue/entries.ts': "import { openDB } from 'idb';\nexport const entries = openDB;\n",
    'src/queue/database.ts': "import { openDB } from 'idb';\nexport const database = openDB;\n",
    'src/capture/camera.ts': "import type { schema } from '../protocol/schema';\nexport type Camera = typeof schema;\n",
    'src/office/seen.ts': "export const seen = import('../kiosk/first');\n",
    'src/kiosk/first.ts': "import { second } from './second';\nexport const first = (): unknown => second;\n",
    'src/kiosk/second.ts': "import { first } from './first';\nexport const second = (): unknown => first;\n",
    'src/kiosk/lone.ts': 'export const lone = 1;\n',
    'src/kiosk/mistaken.ts': "export { none } from './not-there';\n",
    'src/kiosk/test-tool.ts': "import fc from 'fast-check';\nexport const tool = fc;\n",
    'src/kiosk/main.tsx': [
      './first',
      '../domain/clock',
      '../domain/rule',
      '../domain/query',
      '../queue/entries',
      '../queue/database',
      '../capture/camera',
      './mistaken',
      './test-tool',
    ]
      .map((path) => `import '${path}';\n`)
      .join(''),
    'src/office/main.tsx': "import './seen';\n",
    'src/tools/hammer.ts': "import '../kiosk/first';\n",
    'src/kiosk/borrow.worker.ts': "import '../../tests/borrowed';\n",
    'tests/borrowed.ts': 'export const borrowed = 1;\n',
  };

  it(
    'names each forbidden import of a tree made of them',
    async () => {
      const tree = makeTree(root, files);
      try {
        const result = await cruiseSource(tree);
        const found = violationsOf(result).map((violation) => violation.replace(/→ \S*node_modules\/([^/]+)\/.*/, '→ $1'));
        expect(found).toEqual(
          [
            'direction-capture: src/capture/camera.ts → src/protocol/schema.ts',
            'direction-domain: src/domain/rule.ts → src/sync/send.ts',
            'direction-kiosk: src/kiosk/borrow.worker.ts → tests/borrowed.ts',
            'direction-office: src/office/seen.ts → src/kiosk/first.ts',
            'kiosk-cannot-open: src/kiosk/main.tsx → src/sealing/open.ts',
            'kiosk-cannot-open: src/sync/reader.ts → src/sealing/open.ts',
            'kiosk-cannot-open: src/sync/send.ts → src/sealing/open.ts',
            'no-cycle: src/kiosk/first.ts → src/kiosk/second.ts',
            'no-orphan: src/kiosk/lone.ts → src/kiosk/lone.ts',
            'no-orphan: src/tools/hammer.ts → src/tools/hammer.ts',
            'no-undeclared-package: src/kiosk/test-tool.ts → fast-check',
            'no-unknown-folder: src/tools/hammer.ts → src/kiosk/first.ts',
            'no-unresolvable: src/kiosk/mistaken.ts → ./not-there',
            'node-domain: src/domain/clock.ts → os',
            'packages-domain: src/domain/query.ts → kysely',
            'packages-kiosk: src/kiosk/test-tool.ts → fast-check',
            'packages-sync: src/sync/send.ts → idb',
            'sole-importer-idb: src/queue/entries.ts → idb',
            'sole-importer-idb: src/sync/send.ts → idb',
            'sole-importer-zod: src/protocol/schema.ts → zod',
          ].sort(),
        );
        expect(unseenFiles(sourceFiles(tree), result)).toEqual([]);
      } finally {
        removeTree(tree);
      }
    },
    longMs,
  );

  it('notices that nothing was read', () => {
    const files = sourceFiles(root);
    expect(files.length).toBeGreaterThan(fewestModules);
    expect(unseenFiles(files, { modules: [] })).toEqual(files);
  });
});
