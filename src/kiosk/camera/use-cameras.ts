import { useEffect, useState } from 'react';
import { type Camera, listCameras, watchCameras } from '../../capture/cameras';

/** The cameras there are now, kept up to date as they are plugged in and out. */
export function useCameras(): readonly Camera[] {
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  useEffect(() => {
    const refresh = (): void => void listCameras().then(setCameras);
    refresh();
    return watchCameras(refresh);
  }, []);
  return cameras;
}
