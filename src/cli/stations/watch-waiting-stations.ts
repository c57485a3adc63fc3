import type { AdministratorClient } from '../client/administrator-client';
import type { OfficeFolder } from '../office/office-folder';
import { listWaitingStations, type WaitingStation } from './waiting-stations';

/**
 * Looks every few seconds for tablets that wait and tells each one once. A look that fails is made again at the
 * next turn. Returns what stops it.
 */
export function watchWaitingStations(
  office: OfficeFolder,
  client: AdministratorClient,
  { everyMs, tell }: { readonly everyMs: number; readonly tell: (waiting: WaitingStation) => void },
): () => void {
  const told = new Set<string>();
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const waiting of await listWaitingStations(office, client)) {
        if (!told.has(waiting.station.stationId)) tell(waiting);
        told.add(waiting.station.stationId);
      }
    } catch {
      // The server may be stopping or busy; the next turn looks again.
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  return () => {
    clearInterval(timer);
  };
}
