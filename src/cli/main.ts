import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli';
import { processTerminal } from './terminal/process-terminal';

const webFolder = fileURLToPath(new URL('../web', import.meta.url));
process.exitCode = await runCli(process.argv.slice(2), processTerminal(webFolder));
