import { type Day, dayInJapan } from '../../domain/calendar/day';
import { type Configuration, configurationAudience } from '../../protocol/configuration';
import type { AdministratorClient } from '../client/administrator-client';
import { getJsonFile } from '../files/json-file';
import { lacksDuplicateKeys } from '../office/duplicate-keys';
import { findLatestConfiguration, nextConfiguration, publishConfiguration } from '../office/latest-configuration';
import type { OfficeFolder } from '../office/office-folder';
import { getOfficeProfile } from '../office/office-profile';
import { attendantsWithVerifiers, demoAttendantsSchema } from './demo-attendants';
import { demoReplyEnvelope, demoSlip } from './demo-print';
import { demoCampaignId, lastDemoDay, needsDemoOpenings, withDemoOpenings } from './demo-openings';

type ServerKey = Configuration['serverKeys'][number];

/** The usual host of the form's code (secondary sources); configuration, because it could not be verified. */
const formQrHosts = ['net.kojinbango-card.go.jp'];
const kiosk = { idleSeconds: 180, idleWarningSeconds: 30, keepDeliveredDays: 7 };

async function firstConfiguration(office: OfficeFolder, serverKey: ServerKey, today: Day): Promise<Configuration> {
  const attendants = await attendantsWithVerifiers(await getJsonFile(office.demoAttendants, demoAttendantsSchema));
  return {
    aud: configurationAudience,
    schemaVersion: 1,
    epoch: 1,
    version: 1,
    issuedAt: new Date().toISOString(),
    ...(await getOfficeProfile(office)),
    serverKeys: [serverKey],
    stations: [],
    campaigns: [{ id: demoCampaignId, name: 'マイナンバーカード申請キャンペーン（見本）', from: today, to: lastDemoDay(today) }],
    openings: withDemoOpenings([], today),
    attendants,
    formQrHosts,
    kiosk,
    slip: demoSlip,
    replyEnvelopes: [demoReplyEnvelope(today)],
  };
}

function extended(current: Configuration, serverKey: ServerKey, today: Day): Configuration {
  const isKnownKey = current.serverKeys.some(({ kid }) => kid === serverKey.kid);
  return nextConfiguration(current, {
    serverKeys: isKnownKey ? current.serverKeys : [...current.serverKeys, serverKey],
    campaigns: current.campaigns.map((campaign) =>
      campaign.id === demoCampaignId ? { ...campaign, to: lastDemoDay(today) } : campaign,
    ),
    openings: withDemoOpenings(current.openings, today),
  });
}

/**
 * Publishes the demo's configuration where the server lacks it, or where this week's openings or the server's
 * key are missing in it. Says whether it was the very first.
 */
export async function publishDemoConfiguration(
  office: OfficeFolder,
  client: AdministratorClient,
  serverKey: ServerKey,
): Promise<{ readonly isFirst: boolean }> {
  const today = dayInJapan(Date.now());
  const latest = await findLatestConfiguration(office, client);
  if (!latest) {
    await publishConfiguration(office, client, await firstConfiguration(office, serverKey, today));
    return { isFirst: true };
  }
  const { configuration, isAtServer } = latest;
  const isWhole =
    configuration.serverKeys.some(({ kid }) => kid === serverKey.kid) &&
    !needsDemoOpenings(configuration.openings, today) &&
    !lacksDuplicateKeys(configuration);
  if (!isWhole || !isAtServer) await publishConfiguration(office, client, extended(configuration, serverKey, today));
  return { isFirst: false };
}
