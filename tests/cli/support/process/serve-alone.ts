import { serve } from '../../../../src/cli/serving/serve';
import { processTerminal } from '../../../../src/cli/terminal/process-terminal';

/** What `madoguchi serve` does, as a process of its own that a test starts: the folders come in the environment. */
const { SERVER_FOLDER = '', WEB_FOLDER = '' } = process.env;
process.exitCode = await serve(processTerminal(WEB_FOLDER), SERVER_FOLDER);
