import type { Command } from 'commander';
import { startDemo } from '../demo/start-demo';
import { serve } from '../serving/serve';
import { publishPlan } from '../setup/publish-plan';
import { setupOffice } from '../setup/setup-office';
import { setupServer } from '../setup/setup-server';
import type { ExitCode, Terminal } from '../terminal/terminal';
import type { RunAction } from './run-action';

const serveEnvironment = `
Environment:
  MADOGUCHI_DATA     data folder (default .madoguchi)
  PORT, HOST         where to listen (default 8080 on 127.0.0.1)
  TLS_CERT, TLS_KEY  certificate and key files (PEM): serve HTTPS
  KEEP_DONE_DAYS     days for which sealed bytes stay after "done" (default 30)
  TRUSTED_PROXY      IP address of the proxy that ends TLS, for a HOST beyond loopback without TLS_CERT`;

interface SetupOptions {
  readonly office?: string;
  readonly server?: string;
  readonly name?: string;
  readonly code?: string;
  readonly contact: string;
  readonly serverUrl?: string;
  readonly officePublic?: string;
  readonly serverPublic?: string;
  readonly plan?: string;
  readonly passphraseFile?: string;
}

/** `setup` is three steps on two machines; which one is meant follows from what was named. */
function chooseSetup(terminal: Terminal, options: SetupOptions, refuse: (message: string) => never): Promise<ExitCode> {
  const { office, server, name, code, contact, serverUrl, officePublic, serverPublic, plan, passphraseFile } = options;
  if (server !== undefined) {
    return setupServer(terminal, server, officePublic ?? refuse('setup --server needs --office-public FILE'));
  }
  if (office === undefined) return refuse('setup needs --office DIR or --server DIR');
  if (plan !== undefined) return publishPlan(terminal, { office, plan, serverPublic });
  if (name === undefined || code === undefined || serverUrl === undefined) {
    return refuse('setup --office needs --name, --code and --server-url; or --plan FILE once it is made');
  }
  return setupOffice(terminal, { office, name, code, serverUrl, contact, passphraseFile });
}

/** Commands that set up or run a server. */
export function addServingCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('start')
    .description('run a demo: an invented municipality, its office and its server in one')
    .addHelpText('after', serveEnvironment)
    .action(() => run(() => startDemo(terminal)));

  const setup = program
    .command('setup')
    .description('set up a real office, then its server, then publish a plan')
    .option('--office <dir>', 'office folder to make, or to publish a plan from')
    .option('--name <name>', 'name of the municipality')
    .option('--code <code>', 'its six-digit code (全国地方公共団体コード)')
    .option('--contact <text>', 'where residents ask, as shown to them', '')
    .option('--server-url <url>', 'address at which the office reaches the server')
    .option('--passphrase-file <file>', 'passphrase of the office key (first line); otherwise it is asked for')
    .option('--server <dir>', 'server folder to make')
    .option('--office-public <file>', 'the file that setup --office wrote')
    .option('--server-public <file>', 'the file that setup --server wrote')
    .option('--plan <file>', 'campaigns, openings and attendants (JSON) to sign and publish')
    .addHelpText('after', setupExamples);
  setup.action((options: SetupOptions) =>
    run(() => chooseSetup(terminal, options, (message) => setup.error(`error: ${message}`))),
  );

  program
    .command('serve')
    .description('run only the server, on a machine without office keys')
    .option('--server <dir>', 'server folder (default: server in the data folder)')
    .addHelpText('after', serveEnvironment)
    .action(({ server }: { server?: string }) => run(() => serve(terminal, server)));
}

const setupExamples = `
Examples:
  at the office      madoguchi setup --office office --name 〇〇市 --code 123456 --server-url https://madoguchi.example
  at the server      madoguchi setup --server server --office-public office-public.json
                     madoguchi serve --server server
  at the office      madoguchi setup --office office --server-public server-public.json --plan plan.json
plan.json is described in src/cli/README.md.`;
