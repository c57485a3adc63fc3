import { useTablet } from '../tablet/tablet-store';

/** Asks the browser never to evict the queue; whether it agreed is shown with how delivery stands. */
export async function keepStorage({ storage }: Pick<Navigator, 'storage'> = navigator): Promise<void> {
  const isStorageKept = (await storage.persisted()) || (await storage.persist());
  useTablet.setState({ isStorageKept });
}
