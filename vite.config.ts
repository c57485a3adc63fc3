import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin, PluginOption, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { leanSchemasPlugin } from './src/launch/bundling/lean-schemas-plugin.mjs';
import { modelsPlugin } from './src/launch/models/models-plugin.mjs';
import { postalPlugin } from './src/launch/postal/postal-plugin.mjs';
import packageJson from './package.json' with { type: 'json' };

const inProject = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tablets bought five years ago: Windows and Android with an old Chromium, iPadOS 16. */
const oldestBrowsers = ['chrome109', 'edge109', 'safari16.4'];
const oldestNode = 'node20';

const kioskPage = inProject('index.html');
const officePage = inProject('src/office/index.html');
/** Workbox skips larger files, and says so; the app shell must stay far below. */
const largestPrecachedBytes = 2 * 1024 * 1024;

/** Every file of the build that a page can come to load: imports, dynamic imports, styles and assets. */
function filesOf(page: string, bundle: Rolldown.OutputBundle): Set<string> {
  const reached = new Set<string>();
  const pending = Object.values(bundle)
    .filter((file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId === page)
    .map((file) => file.fileName);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const file = bundle[name];
    if (reached.has(name)) continue;
    reached.add(name);
    if (file?.type !== 'chunk') continue;
    const { importedCss, importedAssets } = file.viteMetadata ?? {};
    pending.push(...file.imports, ...file.dynamicImports, ...(importedCss ?? []), ...(importedAssets ?? []));
  }
  return reached;
}

/** Notes which files only the office loads, so that no tablet stores the office's code. */
function officeFiles(): { plugin: Plugin; isOfficeOnly: (file: string) => boolean } {
  let officeOnly: ReadonlySet<string> = new Set();
  const plugin: Plugin = {
    name: 'madoguchi:office-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const kiosk = filesOf(kioskPage, bundle);
      officeOnly = new Set([...filesOf(officePage, bundle)].filter((file) => !kiosk.has(file)));
    },
  };
  return { plugin, isOfficeOnly: (file) => officeOnly.has(file) };
}

function serviceWorker(isOfficeOnly: (file: string) => boolean): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/service-worker',
    filename: 'service-worker.ts',
    injectRegister: false,
    manifest: false,
    injectManifest: {
      target: oldestBrowsers,
      rollupFormat: 'iife',
      sourcemap: false,
      globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm,bin}'],
      globIgnores: ['service-worker.js', 'src/office/**', 'screenshots/**', 'models/**'],
      maximumFileSizeToCacheInBytes: largestPrecachedBytes,
      manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => !isOfficeOnly(url)) })],
    },
  });
}

function webBuild(outDir = 'dist/web', more: readonly PluginOption[] = []): ViteUserConfig {
  const { plugin, isOfficeOnly } = officeFiles();
  return {
    plugins: [react(), leanSchemasPlugin(), modelsPlugin(), postalPlugin(), plugin, serviceWorker(isOfficeOnly), ...more],
    worker: {
      // The models' runtime loads its own script by importScripts, which module workers lack.
      format: 'iife',
      // The decoder's packages do not say that their modules have no side effects; without it all of them are shipped.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/@zxing/') } },
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: oldestBrowsers,
      sourcemap: false,
      // A strict policy allows neither data: URLs nor inline scripts.
      assetsInlineLimit: 0,
      // Screens that load later come from the service worker's store: to list all that each imports costs the first
      // script more than the lists save. Styles are always listed.
      modulePreload: { polyfill: false, resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []) },
      rolldownOptions: {
        input: existsSync(officePage) ? { kiosk: kioskPage, office: officePage } : { kiosk: kioskPage },
      },
    },
  };
}

/** The whole web app, begun by the fault run's own page, which can be asked to serve people. */
function counterBuild(name: CounterBuild): ViteUserConfig {
  const page: Plugin = {
    name: 'madoguchi:counter-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('/src/kiosk/main.tsx', '/tests/faults/page/counter-page.tsx'),
    },
  };
  return webBuild(`dist/${name}/web`, [page]);
}

/** Two builds of one source, so that a fault run can switch between versions. */
type CounterBuild = 'counter-old' | 'counter-new';

/** The photo studio alone, for `photo:evaluate`, the benchmarks and tests of the real models. */
const studioPageBuild: ViteUserConfig = {
  publicDir: false,
  plugins: [modelsPlugin()],
  worker: { format: 'iife' },
  build: {
    outDir: 'dist/studio-page',
    emptyOutDir: true,
    target: oldestBrowsers,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: inProject('tests/photo/page/index.html') },
  },
};

const nodeBuild: ViteUserConfig = {
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: oldestNode,
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: {
        madoguchi: inProject('src/cli/main.ts'),
        // Started from a file of its own, which lies beside the program.
        'sqlite.worker': inProject('src/server/storage/sqlite/thread/sqlite.worker.mjs'),
      },
      output: { format: 'es', entryFileNames: ({ name }) => (name === 'madoguchi' ? '[name].js' : '[name].mjs') },
    },
  },
};

/** A busy machine is slow, not wrong. */
const patientMs = 30_000;

const componentSetup = inProject('tests/support/component-setup.ts');

const tests: ViteUserConfig = {
  plugins: [react(), postalPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'architecture',
          testTimeout: patientMs,
          include: ['tests/architecture/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: patientMs,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/architecture/**', 'tests/kiosk/**', 'tests/office/**', 'tests/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          testTimeout: patientMs,
          environment: 'jsdom',
          include: ['tests/kiosk/**/*.test.{ts,tsx}', 'tests/office/**/*.test.{ts,tsx}'],
          setupFiles: existsSync(componentSetup) ? [componentSetup] : [],
        },
      },
    ],
  },
};

const builds: Readonly<Record<string, () => ViteUserConfig>> = {
  node: () => nodeBuild,
  'studio-page': () => studioPageBuild,
  'counter-old': () => counterBuild('counter-old'),
  'counter-new': () => counterBuild('counter-new'),
  test: () => tests,
};

export default defineConfig(({ mode }) => ({
  define: { __APP_VERSION__: JSON.stringify(packageJson.version + (mode === 'counter-new' ? '-next' : '')) },
  ...(builds[mode] ?? webBuild)(),
}));
