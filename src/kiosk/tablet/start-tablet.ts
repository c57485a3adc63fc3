import { DatabaseUnavailable } from '../../queue/database';
import type { DeliveryState } from '../../sync/delivery-state';
import { readCachedConfiguration } from '../../sync/configuration-refresh';
import { tellOtherTabs } from '../offline/busy-tabs';
import { keepStorage } from '../offline/keep-storage';
import { keepDelivering } from '../offline/keep-delivering';
import { registerServiceWorker } from '../offline/register-service-worker';
import { createTabletServices } from './create-tablet-services';
import { projectQueue } from './project-queue';
import { createTabletPorts, type TabletPorts } from './tablet-ports';
import type { TabletServices } from './tablet-services';
import { useTablet } from './tablet-store';

const refreshConfigurationEveryMs = 60 * 60 * 1000;

/** Starts the tablet: reads what it is, shows how it stands, and begins to deliver. Works without a network. */
export function startTablet(): TabletServices {
  const ports = createTabletPorts();
  const services = createTabletServices(ports, registerServiceWorker());
  watchNetwork(services);
  tellOtherTabs();
  void begin(ports, services).catch((error: unknown) => {
    const status = error instanceof DatabaseUnavailable ? error.status : 'unexpected';
    useTablet.setState({ stage: 'fault', faultCode: `storage-${status}` });
  });
  return services;
}

async function begin(ports: TabletPorts, services: TabletServices): Promise<void> {
  if (!window.isSecureContext) {
    useTablet.setState({ stage: 'fault', faultCode: 'insecure-context' });
    return;
  }
  ports.database.subscribe((status) => {
    if (status === 'blocked') useTablet.setState({ stage: 'fault', faultCode: 'storage-blocked' });
  });
  await ports.database.open();
  await readWhatItIs(ports);
  projectQueue(ports.queue);
  ports.delivery.subscribe((delivery) => showDelivery(delivery, services));
  ports.delivery.start();
  keepDelivering(ports.delivery);
  void keepStorage();
  // Not needed to show the first screen, so not part of what loads it.
  void import('../limits/watch-limits')
    .then(({ watchLimits }) => watchLimits({ ...ports, nowMs: Date.now }))
    .catch(() => undefined);
  void import('../models/start-models').then(({ startModels }) => startModels()).catch(() => undefined);
  if (useTablet.getState().stage === 'ready') void services.refreshConfiguration();
  setInterval(() => void services.refreshConfiguration(), refreshConfigurationEveryMs);
}

/** Reads station and configuration; a configuration that does not verify is treated as none. */
async function readWhatItIs({ stationStore }: TabletPorts): Promise<void> {
  const { adHocOpenings = [] } = await stationStore.getDeviceFacts();
  useTablet.setState({ adHocOpenings });
  const cached = await readCachedConfiguration(stationStore);
  if (cached.kind === 'noStation') useTablet.setState({ stage: 'enrolling' });
  else if (cached.kind === 'ready')
    useTablet.setState({ stage: 'ready', station: cached.station, configuration: cached.configuration });
  else useTablet.setState({ stage: 'pending', station: cached.station });
}

/** A receipt by a key that this configuration does not name may only mean that there is a newer one. */
function showDelivery(delivery: DeliveryState, services: TabletServices): void {
  const before = useTablet.getState().delivery;
  useTablet.setState({ delivery });
  if (delivery.reason === 'receiptInvalid' && before.reason !== 'receiptInvalid') void services.refreshConfiguration();
}

function watchNetwork(services: TabletServices): void {
  const read = (): void => useTablet.setState({ isOnline: navigator.onLine });
  read();
  addEventListener('offline', read);
  addEventListener('online', () => {
    read();
    void services.refreshConfiguration();
  });
}
