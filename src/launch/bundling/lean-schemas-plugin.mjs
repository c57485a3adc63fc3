// @ts-check

const describers = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const messages = /\/zod\/v4\/locales\/en\.js$/;

/**
 * Leaves out of a page's bundle what every schema carries and no page uses, about 8 KB of the kiosk's first script: how
 * schemas describe themselves as JSON Schema (only the server describes its interface), and English messages.
 *
 * @returns {import('vite').Plugin}
 */
export function leanSchemasPlugin() {
  return {
    name: 'madoguchi:lean-schemas',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (messages.test(id)) return { code: 'export default () => ({});', map: null };
      if (!describers.test(id)) return undefined;
      const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
      return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
    },
  };
}
