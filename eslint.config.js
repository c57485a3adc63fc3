import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const japanese = '/[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]/';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Named exports only: a thing has one name.',
};

/** The domain is told what time it is; it never looks. */
const noAmbientInputs = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'The domain is told the time.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain is told the time.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The domain is told the time.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain is told what chance gave.' },
  { selector: 'Identifier[name="globalThis"]', message: 'The domain knows no surroundings.' },
];

const noWrittenCopy = ['JSXText', 'Literal', 'TemplateElement'].map((node) => ({
  selector: node === 'TemplateElement' ? `${node}[value.raw=${japanese}]` : `${node}[value=${japanese}]`,
  message: 'Copy is looked up by key in src/i18n.',
}));

/**
 * Sizes and complexity that stop a file from growing past what one can hold in mind.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
const bounds = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40 }],
  'max-depth': ['error', 3],
  'max-params': ['error', 4],
  'max-nested-callbacks': ['error', 3],
  complexity: ['error', 12],
};

export default tseslint.config(
  { ignores: ['dist/', '.madoguchi/', 'test-results/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      'no-implicit-coercion': 'error',
      'no-param-reassign': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // There are no enums (erasableSyntaxOnly), and classes are compared by shape: both cost a third of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 200 }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx,mjs}'],
    rules: { ...bounds, 'no-console': 'error', 'no-alert': 'error' },
  },
  {
    files: ['src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150 }], complexity: ['error', 15] },
  },
  {
    files: ['src/{kiosk,office}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  { files: ['src/cli/**', 'src/launch/**'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.mjs', '*.js', 'tests/**/*.{cjs,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['src/domain/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noAmbientInputs] },
  },
  {
    files: ['src/kiosk/**/*.tsx', 'src/office/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noWrittenCopy] },
  },
  {
    files: ['*.{js,ts}', 'tests/architecture/*.cjs', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
