import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeJsonFile } from '../../../src/cli/files/json-file';
import { getConfigurationKey } from '../../../src/cli/office/configuration-key';
import { makeOffice } from '../../../src/cli/office/make-office';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import { runCli } from '../../../src/cli/run-cli';
import { signConfiguration } from '../../../src/sealing/configuration';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { makeStationKeys, publicKeyOf } from '../../../src/sealing/station-keys';
import { sampleConfiguration, sampleMunicipality, sampleStationCode } from '../../support/sample-application';
import type { Sealer } from './envelopes';
import { recordingTerminal, type RecordingTerminal } from './recording-terminal';
import { temporaryFolder } from './temporary-folder';

export interface OpeningOffice {
  readonly folder: string;
  readonly sealer: Sealer;
  /** Puts an envelope into the folder that is opened. */
  readonly put: (sealed: SealedEnvelope, name?: string) => Promise<void>;
  /** Runs `open` on that folder into `out`. */
  readonly open: (
    words?: readonly string[],
    answers?: readonly string[],
  ) => Promise<{ exitCode: number; terminal: RecordingTerminal }>;
  readonly listOut: () => Promise<readonly string[]>;
  readonly readOut: (name: string) => Promise<Buffer>;
}

/** An office with one station in its signed configuration, and no server anywhere. */
export async function openingOffice(): Promise<OpeningOffice> {
  const folder = await temporaryFolder();
  const municipality = { code: sampleMunicipality, name: '見本市', contact: '' };
  const office = await makeOffice(join(folder, 'office'), {
    municipality,
    serverUrl: 'http://127.0.0.1:1',
    passphrase: undefined,
  });
  const { recipients } = await getOfficeProfile(office);
  const keys = await makeStationKeys();
  const signingKey = await publicKeyOf(keys.signing);
  const station = { id: keys.stationId, code: sampleStationCode, signingKey, agreementKey: signingKey, state: 'active' as const };
  const configuration = sampleConfiguration({ recipients, stations: [station] });
  const jws = await signConfiguration(configuration, (await getConfigurationKey(office)).signer);
  await writeJsonFile(office.configuration, { jws });
  const [inFolder, outFolder] = [join(folder, 'in'), join(folder, 'out')];
  await mkdir(inFolder);
  return {
    folder,
    sealer: { keys, stationCode: sampleStationCode, recipients },
    put: async ({ manifest, manifestJws, bytes }, name = manifest.envelopeId) => {
      await writeFile(join(inFolder, `${name}.age`), bytes);
      await writeFile(join(inFolder, `${name}.jws`), manifestJws);
    },
    open: async (words = [], answers = []) => {
      const terminal = recordingTerminal({ folder, answers });
      const usual = ['open', '--office', 'office', '--identity', office.identity, '--in', 'in', '--out', 'out'];
      return { exitCode: await runCli([...usual, ...words], terminal), terminal };
    },
    listOut: async () => (await readdir(outFolder)).sort(),
    readOut: (name) => readFile(join(outFolder, name)),
  };
}
