import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findNodeProblem, oldestNode } from '../../src/launch/node-version.mjs';
import { projectRoot } from '../../src/launch/project-root.mjs';
import packageJson from '../../package.json' with { type: 'json' };

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) => {
  expect(findNodeProblem(version)).toBeUndefined();
});

test.each(['16.20.2', '18.20.8', '20.18.3', '20.2.19'])('Node %s is too old, in one line that says what is needed', (version) => {
  expect(findNodeProblem(version)).toMatch(
    new RegExp(`^Madoguchi needs Node 20\\.19 or newer; this is Node ${version}\\.[^\\n]*$`),
  );
});

test('the same version stands in package.json', () => {
  expect(packageJson.engines.node).toBe(`>=${oldestNode.major}.${oldestNode.minor}`);
});

describe('what an old Node parses before it is told', () => {
  const folder = join(projectRoot, 'src/launch');
  const entries = readdirSync(folder).filter((name) => ['start.mjs', 'test.mjs', 'madoguchi.mjs', 'build.mjs'].includes(name));

  test('each entry imports nothing but the version check, and requires it first', () => {
    expect(entries).toHaveLength(4);
    for (const name of [...entries, 'node-version.mjs']) {
      const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest);
      const imports = source.statements
        .filter(ts.isImportDeclaration)
        .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text);
      expect([name, imports]).toEqual([name, name === 'node-version.mjs' ? [] : ['./node-version.mjs']]);
      if (name !== 'node-version.mjs') expect(source.statements[1]?.getText(source)).toBe('requireNode();');
    }
  });

  test('its syntax is that of Node 16', () => {
    for (const name of [...entries, 'node-version.mjs']) {
      const text = readFileSync(join(folder, name), 'utf8');
      const es2022 = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
      });
      const latest = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
      });
      expect(es2022.outputText).toBe(latest.outputText);
    }
  });
});

test('an old Node ends with that line and exit code 1', () => {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '16.20.2' });";
  const entry = join(projectRoot, 'src/launch/start.mjs');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, entry],
    { encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toBe(findNodeProblem('16.20.2'));
});

test('launch files load nothing that has to be installed', () => {
  const script = "import('./src/launch/launch-madoguchi.mjs'); import('./src/launch/testing/run-tests.mjs');";
  const files = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectRoot, encoding: 'utf8' });
  expect(files).toBe('');
  const sources = ['', 'testing'].flatMap((folder) =>
    readdirSync(join(projectRoot, 'src/launch', folder))
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => join(folder, name)),
  );
  for (const path of sources) {
    const text = readFileSync(join(projectRoot, 'src/launch', path), 'utf8');
    const modules = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name]) => name ?? '');
    expect([path, modules.filter((name) => !name.startsWith('node:') && !name.startsWith('.'))]).toEqual([path, []]);
  }
});
