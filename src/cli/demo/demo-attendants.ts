import { randomInt } from 'node:crypto';
import type { Attendant } from '../../protocol/configuration';
import { z } from '../../protocol/zod';
import { makePinVerifier } from '../../sealing/pin';

export const demoAttendantsSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(['attendant', 'supervisor']),
    pin: z.string().regex(/^\d{4}$/),
  }),
);
export type DemoAttendant = z.infer<typeof demoAttendantsSchema>[number];

function makePins(): readonly [string, string] {
  const [first, second] = [randomInt(10_000), randomInt(9_999)];
  return [first, second >= first ? second + 1 : second].map((pin) => String(pin).padStart(4, '0')) as [string, string];
}

/** Two invented people with random PINs, never the same one. */
export function makeDemoAttendants(): readonly DemoAttendant[] {
  const [attendantPin, supervisorPin] = makePins();
  return [
    { id: 'demo-hanako', name: '見本 花子', role: 'attendant', pin: attendantPin },
    { id: 'demo-ichiro', name: '見本 一郎', role: 'supervisor', pin: supervisorPin },
  ];
}

/** The attendants as stations know them: a verifier in place of the PIN. */
export function attendantsWithVerifiers(attendants: readonly DemoAttendant[]): Promise<Attendant[]> {
  return Promise.all(
    attendants.map(async ({ pin, ...attendant }) => ({ ...attendant, pinVerifier: await makePinVerifier(pin) })),
  );
}
