import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './tracked-files';

const lines = (count: number): string => '  void 0;\n'.repeat(count);

/** Code that must not pass, in the place of a file that is there: rule, path, code. */
const forbidden: readonly [string, string, string][] = [
  ['no-restricted-syntax', 'src/domain/brand.ts', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'src/domain/brand.ts', 'export const now = new Date();'],
  ['no-restricted-syntax', 'src/domain/brand.ts', 'export const chance = Math.random();'],
  ['no-restricted-syntax', 'src/domain/brand.ts', 'export default 1;'],
  ['no-restricted-syntax', 'src/kiosk/App.tsx', 'export const App = () => <p>写真</p>;'],
  ['no-restricted-syntax', 'src/kiosk/App.tsx', "export const title = '写真';"],
  ['no-restricted-syntax', 'src/kiosk/App.tsx', 'export const title = (n: number) => `${n}枚`;'],
  ['no-restricted-syntax', 'src/kiosk/App.tsx', 'export default 1;'],
  ['no-console', 'src/protocol/http.ts', "console.log('x');"],
  ['eqeqeq', 'src/protocol/http.ts', 'export const same = (a: number, b: number) => a == b;'],
  ['@typescript-eslint/no-explicit-any', 'src/protocol/http.ts', 'export const some = (value: any) => [value];'],
  ['@typescript-eslint/no-unused-vars', 'src/protocol/http.ts', 'const unused = 1;\nexport const used = 2;'],
  ['@typescript-eslint/ban-ts-comment', 'src/protocol/http.ts', '// @ts-ignore\nexport const used = 2;'],
  ['max-lines', 'src/protocol/http.ts', `export const used = 2;\n${'void 0;\n'.repeat(300)}`],
  ['max-lines-per-function', 'src/protocol/http.ts', `export function long(): void {\n${lines(39)}}`],
  ['max-lines-per-function', 'src/kiosk/App.tsx', `export function App() {\n${lines(148)}  return null;\n}`],
  ['react-hooks/rules-of-hooks', 'src/kiosk/App.tsx', "import { useId } from 'react';\nif (1) useId();"],
];

const allowed: readonly [string, string][] = [
  ['src/domain/brand.ts', 'export const later = (atMs: number) => new Date(atMs);'],
  ['src/kiosk/App.tsx', 'export const App = () => <p title="photo">{\'a\'}</p>;'],
  ['src/protocol/http.ts', `export function long(): void {\n${lines(38)}}`],
];

describe('lint', () => {
  let eslint: ESLint;
  const rulesBroken = async (filePath: string, code: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath: `${projectRoot}${filePath}` });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  beforeAll(() => {
    // Without type information: reading all types takes long, and the rules shown here need none.
    eslint = new ESLint({ cwd: projectRoot, overrideConfig: [tseslint.configs.disableTypeChecked] });
  });

  it.each(forbidden)('by %s stops in %s: %s', async (rule, path, code) => {
    expect(await rulesBroken(path, `${code}\n`)).toContain(rule);
  });

  it.each(allowed)('lets pass in %s: %s', async (path, code) => {
    expect(await rulesBroken(path, `${code}\n`)).toEqual([]);
  });

  it('is not switched off for nothing: an unneeded suppression is an error itself', async () => {
    const [result] = await eslint.lintText('// eslint-disable-next-line no-console\nexport const used = 2;\n', {
      filePath: `${projectRoot}src/protocol/http.ts`,
    });
    expect(result?.errorCount).toBe(1);
  });
});
