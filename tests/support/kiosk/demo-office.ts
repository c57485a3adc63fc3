import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInJapan } from '../../../src/domain/calendar/day';
import { type Opening, openingsOn } from '../../../src/domain/campaign/opening';
import { type DemoAttendant, demoAttendantsSchema } from '../../../src/cli/demo/demo-attendants';
import { type Configuration, configurationSchema } from '../../../src/protocol/configuration';
import { z } from '../../../src/protocol/zod';

const configurationFile = z.object({ jws: z.string() });

/** The configuration that the office last signed, as it lies in the office folder. */
export function readConfiguration(dataFolder: string): Configuration {
  const { jws } = configurationFile.parse(JSON.parse(readFileSync(join(dataFolder, 'office/configuration.json'), 'utf8')));
  return configurationSchema.parse(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')));
}

/** Today's openings, in the office's order. */
export function todaysOpenings(dataFolder: string): readonly Opening[] {
  return openingsOn(readConfiguration(dataFolder).openings, dayInJapan(Date.now()));
}

/** Somebody of the demo with this role, and their PIN, which a demo keeps in the office folder. */
export function getDemoAttendant(dataFolder: string, role: DemoAttendant['role']): DemoAttendant {
  const text = readFileSync(join(dataFolder, 'office/demo-attendants.json'), 'utf8');
  const found = demoAttendantsSchema.parse(JSON.parse(text)).find((attendant) => attendant.role === role);
  if (!found) throw new Error(`the demo has no ${role}`);
  return found;
}
