import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { emptyDraft, type Draft } from '../../src/domain/application/draft';
import type { Configuration } from '../../src/protocol/configuration';
import { alone } from '../../src/kiosk/session/family-members';
import { useSession, type Session } from '../../src/kiosk/session/session-store';
import { ServicesProvider, type TabletServices } from '../../src/kiosk/tablet/tablet-services';
import { useTablet } from '../../src/kiosk/tablet/tablet-store';
import { sampleConfiguration } from '../support/sample-application';

/** Services for screens that ask for none: each call fails the test. */
export function noServices(): TabletServices {
  const refuse = (): never => {
    throw new Error('this screen was not expected to ask for this');
  };
  return {
    enrol: refuse,
    refreshConfiguration: refuse,
    enrolAgain: refuse,
    findEarlier: refuse,
    confirm: refuse,
    openFileSeal: refuse,
    checkPin: refuse,
    sendNow: refuse,
    listRefused: refuse,
    sendAgain: refuse,
    removeRefused: refuse,
    countRowsOn: refuse,
    openTransfer: refuse,
    openVoids: refuse,
    rosters: {
      findRoster: refuse,
      listRosters: refuse,
      keepRoster: refuse,
      destroyRoster: refuse,
      forgetRoster: refuse,
      mark: refuse,
    },
    keepAdHocOpening: refuse,
    rememberOpening: refuse,
    lastOpeningId: refuse,
    findPostalAddresses: refuse,
    applyUpdate: refuse,
  };
}

export function startSession(session: Partial<Session> = {}, configuration: Configuration = sampleConfiguration()): void {
  const [opening] = configuration.openings;
  if (!opening) throw new Error('the sample configuration has an opening');
  useTablet.setState({ stage: 'ready', configuration });
  useSession.setState({
    opening,
    attendant: configuration.attendants[0],
    channel: 'assisted',
    isLocked: false,
    isSealing: false,
    earlier: [],
    duplicateReason: undefined,
    shots: [],
    shotsTaken: 0,
    sitting: 'seated',
    family: alone,
    typedId: { first: '', second: '' },
    draft: emptyDraft(opening.method),
    place: { kind: 'wizard', step: 'form', cameFromCheck: false },
    ...session,
  });
}

export function currentDraft(): Draft {
  const { draft } = useSession.getState();
  if (!draft) throw new Error('there is no application');
  return draft;
}

export function showScreen(screen: ReactNode, services: Partial<TabletServices> = {}): RenderResult {
  return render(<ServicesProvider value={{ ...noServices(), ...services }}>{screen}</ServicesProvider>);
}
