import type { Opening } from '../../domain/campaign/opening';
import type { PostalFinding } from '../../domain/postal/postal-address';
import { type ConfigurationRefresh, refreshConfiguration } from '../../sync/configuration-refresh';
import { unlessTabIsBusy } from '../offline/busy-tabs';
import { checkPin } from '../pin/check-pin';
import type { VoidDesk } from '../voiding/void-application';
import type { TransferDesk } from '../transfer/transfer-desk';
import type { TabletPorts } from './tablet-ports';
import type { EnrolProblem, PinOutcome, RefreshOutcome, TabletServices } from './tablet-services';
import { useTablet } from './tablet-store';

const longestRefusedList = 100;
const pinFailed: PinOutcome = { kind: 'failed', waitUntilMs: 0 };

/** What screens can ask for, over the tablet's ports. */
export function createTabletServices(ports: TabletPorts, letTakeOver: () => void): TabletServices {
  const { queue, stationStore } = ports;
  return {
    enrol: (codeText) => enrol(ports, codeText),
    // A tablet without room stores nothing, and goes on with what it has.
    refreshConfiguration: () => refresh(ports).catch(() => 'notStored'),
    enrolAgain: () => useTablet.setState({ stage: 'enrolling' }),
    checkPin: (pin, verifiers) => checkPin(pin, verifiers, stationStore, Date.now()).catch(() => pinFailed),
    findEarlier: async (applicationId, where) => {
      const { findEarlier } = await import('../duplicates/find-earlier');
      return findEarlier(applicationId, where, ports);
    },
    confirm: async (consentGivenAtMs, reserved) => {
      const { confirmSession } = await import('../confirm/confirm-session');
      return confirmSession(ports, consentGivenAtMs, reserved);
    },
    openFileSeal: async (sealed) => {
      const { createFileSeal } = await import('../confirm/file/file-seal');
      return createFileSeal(sealed, ports);
    },
    sendNow: () => void sendNow(ports).catch(() => ports.delivery.nudge()),
    listRefused: () => queue.listRefused(longestRefusedList),
    sendAgain: (envelopeId) => sendAgain(ports, envelopeId),
    removeRefused: (envelopeId, reason, attendantId) =>
      queue.remove(envelopeId, { reason, attendantId, removedAtMs: Date.now() }).then(
        ({ kind }) => kind === 'changed',
        () => false,
      ),
    countRowsOn: (day) => queue.countRowsOn(day),
    openTransfer: () => openTransfer(ports),
    openVoids: () => openVoids(ports),
    rosters: ports.rosters,
    keepAdHocOpening: (opening) => keepAdHocOpening(ports, opening),
    rememberOpening: (openingId) => void stationStore.saveDeviceFacts({ openingId }).catch(() => undefined),
    lastOpeningId: async () => (await stationStore.getDeviceFacts()).openingId,
    findPostalAddresses,
    applyUpdate: () => unlessTabIsBusy(letTakeOver),
  };
}

async function findPostalAddresses(digits: string): Promise<PostalFinding> {
  const list = await import('../entries/postal/find-postal-addresses');
  return list.findPostalAddresses(digits);
}

async function openTransfer({ queue, stationStore }: TabletPorts): Promise<TransferDesk> {
  const { createTransferDesk } = await import('../transfer/transfer-desk');
  const { station } = useTablet.getState();
  if (!station) throw new Error('only an enrolled tablet has a queue');
  const findConfiguration = () => useTablet.getState().configuration;
  return createTransferDesk({ queue, stationStore, station, findConfiguration, nowMs: Date.now });
}

async function openVoids({ queue }: TabletPorts): Promise<VoidDesk> {
  const { createVoidDesk } = await import('../voiding/void-application');
  const { station } = useTablet.getState();
  if (!station) throw new Error('only an enrolled tablet has a queue');
  const findConfiguration = () => useTablet.getState().configuration;
  return createVoidDesk({ queue, station, findConfiguration, nowMs: Date.now });
}

/** By hand, what was refused is tried again too: what stood against it may have been mended. */
async function sendNow({ queue, delivery }: TabletPorts): Promise<void> {
  await queue.markWaiting((await queue.listRefused(longestRefusedList)).map(({ envelopeId }) => envelopeId));
  const voids = await queue.voids.listUndelivered(longestRefusedList);
  await queue.voids.markWaiting(voids.map(({ envelopeId }) => envelopeId));
  delivery.nudge();
}

async function sendAgain({ queue, delivery }: TabletPorts, envelopeId: string): Promise<void> {
  const entry = await queue.findEntry(envelopeId);
  if (entry?.state === 'refused') await queue.markWaiting([envelopeId]);
  delivery.nudge();
}

async function enrol({ api, stationStore }: TabletPorts, codeText: string): Promise<EnrolProblem | undefined> {
  const { enrolStation } = await import('../../sync/enrolment');
  const result = await enrolStation(codeText, { api, stationStore });
  if (result.kind === 'problem') return 'failed';
  if (result.kind !== 'pending') return result.kind;
  useTablet.setState({ stage: 'pending', station: result.station });
  return undefined;
}

const refreshOutcomes = {
  updated: 'updated',
  unchanged: 'unchanged',
  stale: 'unchanged',
  pending: 'pending',
  noStation: 'pending',
  revoked: 'revoked',
  altered: 'altered',
  notForThisStation: 'altered',
  problem: 'unreachable',
  notOurServer: 'unreachable',
  offline: 'unreachable',
  unreachable: 'unreachable',
} as const satisfies Record<ConfigurationRefresh['kind'], RefreshOutcome>;

async function refresh(ports: TabletPorts): Promise<RefreshOutcome> {
  const { api, stationStore, delivery } = ports;
  const result = await refreshConfiguration({ api, stationStore });
  if (result.kind !== 'offline' && result.kind !== 'unreachable') useTablet.setState({ isRevoked: result.kind === 'revoked' });
  const isInForce = result.kind === 'updated' || result.kind === 'unchanged' || result.kind === 'stale';
  if (isInForce) await stationStore.saveDeviceFacts({ configurationCheckedAtMs: Date.now() });
  if (result.kind === 'updated') {
    const station = await stationStore.findStation();
    useTablet.setState({ stage: 'ready', configuration: result.configuration, station });
    delivery.nudge();
  }
  void refreshRosters(ports).catch(() => undefined);
  return refreshOutcomes[result.kind];
}

/** So many are kept: those of the last weeks still name their counts. */
const mostAdHocOpenings = 60;

async function keepAdHocOpening({ stationStore }: TabletPorts, opening: Opening): Promise<void> {
  const { adHocOpenings = [] } = await stationStore.getDeviceFacts();
  const kept = [...adHocOpenings, opening].slice(-mostAdHocOpenings);
  await stationStore.saveDeviceFacts({ adHocOpenings: kept });
  useTablet.setState({ adHocOpenings: kept });
}

/** After each question for the configuration, answered or not: without a network rosters are still destroyed in time. */
async function refreshRosters(ports: TabletPorts): Promise<void> {
  const { configuration } = useTablet.getState();
  // Most offices have none, and nothing of them is loaded before the home screen.
  const isAboutAny = configuration?.openings.some(({ roster }) => roster !== undefined);
  if (!isAboutAny && (await ports.rosters.listRosters()).length === 0) return;
  const { refreshRosters: refreshNow } = await import('../group/refresh-rosters');
  await refreshNow(ports, configuration, Date.now());
}
