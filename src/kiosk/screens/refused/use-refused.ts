import { useEffect, useState } from 'react';
import type { Entry } from '../../../queue/entry';
import type { VoidRecord } from '../../../queue/voids/void-store';
import { useServices } from '../../tablet/tablet-services';
import { useTablet } from '../../tablet/tablet-store';

export interface Refused {
  readonly entries: readonly Entry[];
  readonly voids: readonly VoidRecord[];
}

/** What was refused, read again after every change of the queue; undefined until it is read. */
export function useRefused(): Refused | undefined {
  const { listRefused, openVoids } = useServices();
  const figures = useTablet((tablet) => tablet.figures);
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<Refused> => {
      const entries = await listRefused();
      return { entries, voids: await (await openVoids()).listRefused() };
    };
    void read().then((listed) => isCurrent && setRefused(listed));
    return () => {
      isCurrent = false;
    };
  }, [listRefused, openVoids, figures]);
  return refused;
}
