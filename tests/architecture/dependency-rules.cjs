// @ts-check
'use strict';

/**
 * What each folder of src may import: folders, npm packages (by the files that may), Node.
 * Whoever adds a folder or a package adds a line here, and so says where it belongs.
 *
 * @typedef {{ folders: string[], packages?: string[], isNodeAllowed?: boolean }} Allowance
 * @type {Record<string, Allowance>}
 */
const allowances = {
  domain: { folders: [] },
  protocol: { folders: ['domain'], packages: ['zod'] },
  sealing: { folders: ['domain', 'protocol'], packages: ['jose', 'age-encryption', 'fflate', 'hash-wasm'] },
  queue: { folders: ['domain', 'protocol', 'sealing'], packages: ['idb'] },
  sync: { folders: ['domain', 'protocol', 'sealing', 'queue'] },
  capture: { folders: ['domain'], packages: ['@zxing/browser', '@zxing/library', '@litertjs/core'] },
  i18n: { folders: ['domain', 'protocol'], packages: ['i18next', 'react-i18next'] },
  kiosk: {
    folders: ['domain', 'protocol', 'sealing', 'queue', 'sync', 'capture', 'i18n'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'react-i18next',
      'i18next',
      'react-webcam',
      'zustand',
      'clsx',
      'uuid',
      'workbox-window',
      '@digital-go-jp/design-tokens',
      'pdf-lib',
      'qrcode',
    ],
  },
  office: {
    folders: ['domain', 'protocol', 'sealing', 'i18n'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'react-i18next',
      'i18next',
      'zustand',
      'clsx',
      '@digital-go-jp/design-tokens',
    ],
  },
  'service-worker': { folders: [], packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'] },
  server: {
    folders: ['domain', 'protocol', 'sealing'],
    packages: ['hono', '@hono/node-server', '@hono/zod-openapi', 'kysely', 'better-sqlite3', 'pino', 'uuid'],
    isNodeAllowed: true,
  },
  cli: {
    folders: ['domain', 'protocol', 'sealing', 'server'],
    packages: ['commander', 'qrcode', 'uuid', 'pino', 'fflate', 'saxes', 'pdf-lib'],
    isNodeAllowed: true,
  },
  launch: { folders: [], packages: ['vite'], isNodeAllowed: true },
};

/** Packages that one file alone, or a few, may import. */
const soleImporters = {
  zod: '^src/protocol/zod\\.ts$',
  idb: '^src/queue/[a-z-]*database[a-z-]*\\.ts$',
  'pdf-lib': '^src/(kiosk/print/photo-sheet-pdf|cli/roster/day-card/[a-z-]+)\\.ts$',
  saxes: '^src/cli/roster/xlsx/xml-events\\.ts$',
  vite: '^src/launch/measuring/call-typescript\\.mjs$',
};

/** Single modules that may cross the borders above. */
const crossings = [
  // The page tells the waiting service worker that it may take over: they share one message.
  { from: '^src/kiosk/', to: '^src/service-worker/messages\\.ts$' },
  // The page stores the models where the service worker looks for them: they share the cache's name.
  { from: '^src/kiosk/', to: '^src/service-worker/models-cache\\.ts$' },
];

/** Where the browser, Node or a worker begins to read. */
const entries = [
  '^src/(kiosk|office)/main\\.tsx$',
  '^src/service-worker/service-worker\\.ts$',
  '^src/cli/main\\.ts$',
  '^src/launch/(measuring/)?[a-z]+\\.mjs$',
  '^src/launch/[a-z]+/[a-z-]+-plugin\\.mjs$',
  '\\.worker\\.(ts|mjs)$',
  '\\.d\\.ts$',
];

const names = Object.keys(allowances);
const ownFolder = (/** @type {string} */ name) => `^src/${name}/`;
const anyOf = (/** @type {string[]} */ paths) => (paths.length > 0 ? `(${paths.join('|')})` : '(?!)');
const packagePath = (/** @type {string[]} */ packages) => `(^|/)node_modules/(@types/)?${anyOf(packages)}(/|$)`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const directionRules = names.map((name) => {
  const allowed = [name, ...(allowances[name]?.folders ?? [])];
  const excused = crossings.filter(({ from }) => from === ownFolder(name)).map(({ to }) => to);
  return {
    name: `direction-${name}`,
    severity: 'error',
    from: { path: ownFolder(name) },
    to: { path: '^(src|tests|public|dist)/', pathNot: [`^src/${anyOf(allowed)}/`, ...excused] },
  };
});

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const packageRules = names.map((name) => ({
  name: `packages-${name}`,
  severity: 'error',
  from: { path: ownFolder(name) },
  to: { path: '(^|/)node_modules/', pathNot: packagePath(allowances[name]?.packages ?? []) },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const nodeRules = names
  .filter((name) => !allowances[name]?.isNodeAllowed)
  .map((name) => ({
    name: `node-${name}`,
    severity: 'error',
    from: { path: ownFolder(name) },
    to: { dependencyTypes: ['core'] },
  }));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const soleImporterRules = Object.entries(soleImporters).map(([name, importers]) => ({
  name: `sole-importer-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: importers },
  to: { path: packagePath([name]) },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const treeRules = [
  { name: 'no-cycle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  {
    name: 'no-unknown-folder',
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/${anyOf(names)}/`, '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    from: { path: '^src/' },
    // Made by the build itself.
    to: { couldNotResolve: true, pathNot: '^virtual:(model-files|postal-file)$' },
  },
  {
    name: 'no-undeclared-package',
    severity: 'error',
    from: { path: '^src/' },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'],
      // The measuring commands read TypeScript through the build's own tool.
      pathNot: packagePath(['vite']),
    },
  },
  {
    name: 'kiosk-cannot-open',
    comment: 'From sealing on a tablet cannot read what it holds: not even the code to do so is on it.',
    severity: 'error',
    from: { path: '^src/(kiosk|service-worker|capture|queue|sync)/' },
    to: { path: '^src/sealing/(open\\.ts$|office/)', reachable: true },
  },
  {
    name: 'no-orphan',
    comment: 'Nothing that no page, worker or command reaches.',
    severity: 'error',
    from: { path: entries },
    to: { path: '^src/', pathNot: entries, reachable: false },
  },
];

const ruleSet = { forbidden: [...directionRules, ...packageRules, ...nodeRules, ...soleImporterRules, ...treeRules] };

module.exports = { ruleSet, folders: names };
