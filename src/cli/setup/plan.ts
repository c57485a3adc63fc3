import { methodsFor } from '../../domain/campaign/method';
import { configurationSchema } from '../../protocol/configuration';
import { opaqueIdField, publicKeyField } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { CommandFailure } from '../failure';
import { getJsonFile } from '../files/json-file';

const { campaigns, openings, formQrHosts, kiosk, photo, applications, partners, slip, replyEnvelopes } =
  configurationSchema.shape;
/** A roster comes to an opening by `roster import` alone. */
const plannedOpenings = z.array(openings.element.omit({ roster: true })).max(5000);

/** The server's public part, as `setup --server` writes it. */
export const serverPublicSchema = z.strictObject({ kid: opaqueIdField, key: publicKeyField });

/** plan.json: what an administrator decides about campaigns, openings and people. */
const planSchema = z.strictObject({
  campaigns,
  openings: plannedOpenings,
  attendants: z
    .array(
      z.strictObject({
        id: opaqueIdField,
        name: z.string().min(1).max(60),
        role: z.enum(['attendant', 'supervisor']),
        pin: z.string().regex(/^\d{4,8}$/),
      }),
    )
    .min(1),
  formQrHosts: formQrHosts.default(['net.kojinbango-card.go.jp']),
  kiosk: kiosk.default({ idleSeconds: 180, idleWarningSeconds: 30, keepDeliveredDays: 7 }),
  photo,
  applications,
  partners,
  slip,
  replyEnvelopes,
});
export type Plan = z.infer<typeof planSchema>;

/** Reads plan.json. Throws `file-missing`, `file-unreadable`, or `setting-invalid` where the kiosk cannot run an opening. */
export async function readPlan(path: string): Promise<Plan> {
  const plan = await getJsonFile(path, planSchema);
  const possible = methodsFor('assisted');
  const refused = plan.openings.find(({ method }) => !possible.includes(method));
  if (!refused) return plan;
  throw new CommandFailure(
    'setting-invalid',
    `Opening ${refused.id} has method ${refused.method}, which the kiosk does not run. ` + `Possible: ${possible.join(', ')}.`,
  );
}
