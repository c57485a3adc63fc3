import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

interface DependencyRules {
  readonly ruleSet: NonNullable<ICruiseOptions['ruleSet']>;
  readonly folders: readonly string[];
}

export const { ruleSet, folders } = createRequire(import.meta.url)('./dependency-rules.cjs') as DependencyRules;

/** Reads every import below `<root>/src`, type imports too, and judges it by the rules. */
export async function cruiseSource(root: string): Promise<ICruiseResult> {
  const options = {
    baseDir: root,
    validate: true,
    ruleSet,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  };
  const tsConfig = extractTsConfig(`${root}/tsconfig.json`);
  const { output } = await cruise(['src'], options, undefined, { tsConfig });
  if (typeof output === 'string') throw new TypeError('expected the result as an object');
  return output;
}

/** `rule: from → to` for each violation. */
export function violationsOf(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

/** The source files that are there to be read. */
export function sourceFiles(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|mjs|cjs|js)$/.test(path));
}

/** The files that a reading did not see. */
export function unseenFiles(files: readonly string[], result: Pick<ICruiseResult, 'modules'>): string[] {
  const seen = new Set(result.modules.map(({ source }) => source));
  return files.filter((path) => !seen.has(path));
}
