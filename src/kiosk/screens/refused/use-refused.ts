import { useEffect, useState } from 'react';
import type { Entry } from '../../../queue/entry';
import { useServices } from '../../tablet/tablet-services';
import { useTablet } from '../../tablet/tablet-store';

/** The refused applications, read again after every change of the queue; undefined until they are read. */
export function useRefused(): readonly Entry[] | undefined {
  const { listRefused } = useServices();
  const figures = useTablet((tablet) => tablet.figures);
  const [entries, setEntries] = useState<readonly Entry[]>();
  useEffect(() => {
    let isCurrent = true;
    void listRefused().then((listed) => isCurrent && setEntries(listed));
    return () => {
      isCurrent = false;
    };
  }, [listRefused, figures]);
  return entries;
}
