import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli';
import { recordingTerminal } from './support/recording-terminal';
import { temporaryFolder } from './support/temporary-folder';

const run = async (words: readonly string[], env: Record<string, string> = {}) => {
  const terminal = recordingTerminal({ folder: await temporaryFolder(), env });
  return { exitCode: await runCli(words, terminal), terminal };
};

test('help lists every command on stdout and exits 0', async () => {
  const { exitCode, terminal } = await run(['--help']);
  expect(exitCode).toBe(0);
  expect(terminal.errors).toEqual([]);
  for (const command of ['start', 'setup', 'serve', 'enrol', 'stations', 'fetch', 'open'])
    expect(terminal.shown()).toContain(`  ${command}`);
  expect((await run(['open', '--help'])).terminal.shown()).toContain('Examples:');
});

test('what is not understood is exit code 2 on stderr', async () => {
  for (const words of [['nonsense'], ['open'], ['fetch', '--out'], ['stations', 'confirm'], []]) {
    const { exitCode, terminal } = await run(words);
    expect([words, exitCode, terminal.printed]).toEqual([words, 2, []]);
    expect(terminal.errors).not.toEqual([]);
  }
});

test('an office that is not there is one line with a code and no stack', async () => {
  for (const words of [['stations'], ['enrol'], ['fetch', '--out', 'in']]) {
    const { exitCode, terminal } = await run(words, { MADOGUCHI_DATA: 'nowhere' });
    expect(exitCode).toBe(1);
    expect(terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[not-set-up\] [^\n]+$/)]);
  }
});

test('the stack is shown to whoever asks for it', async () => {
  const { terminal } = await run(['stations'], { MADOGUCHI_DATA: 'nowhere', MADOGUCHI_DEBUG: '1' });
  expect(terminal.errors).toContainEqual(expect.stringMatching(/^ {2}\| +at /));
});

test('words typed, which a shell may have taken from names of files, stay on the one line of the error', async () => {
  const name = '--x\nopened   \u001b[2Kforged';
  const { exitCode, terminal } = await run(['enrol', name]);
  expect([exitCode, terminal.printed]).toEqual([2, []]);
  expect(terminal.errors).toEqual([expect.stringContaining('--x\\u{a}opened   \\u{1b}[2Kforged')]);
  expect((await run(['strat'])).terminal.errors).toEqual(["error: unknown command 'strat' (Did you mean start?)"]);
});

test('the stack quotes a name with line breaks without making lines of it', async () => {
  const { terminal } = await run(['stations', '--office', 'x\nopened   forged'], { MADOGUCHI_DEBUG: '1' });
  expect(terminal.errors.length).toBeGreaterThan(2);
  for (const line of terminal.errors) expect(line).toMatch(/^( {2}\| |madoguchi: )\P{Cc}*$/u);
});
