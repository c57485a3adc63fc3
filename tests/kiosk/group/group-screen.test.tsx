import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { closeGroup, useGroup } from '../../../src/kiosk/group/group-store';
import { openGroup } from '../../../src/kiosk/group/open-group';
import { checkIn } from '../../../src/kiosk/group/serve-group';
import { GroupScreen } from '../../../src/kiosk/screens/group/GroupScreen';
import { leaveApplication, showSealed, signOut, startApplication, useSession } from '../../../src/kiosk/session/session-store';
import { openDatabase } from '../../../src/queue/database';
import { databaseRosterStore } from '../../../src/queue/rosters/database-roster-store';
import type { RosterStore } from '../../../src/queue/rosters/roster-store';
import { sealRoster } from '../../../src/sealing/office/seal-roster';
import { sampleRoster } from '../../support/roster/sample-roster';
import { sampleStationCode } from '../../support/sample-application';
import { currentDraft, showScreen, startSession } from '../show-screen';

const farAway = Date.parse('2999-01-01T00:00:00Z');
let rosters: RosterStore;
let dayCard: string;

/** A tablet with a sealed roster of three, and its list on screen once the card has opened it. */
async function openedList(): Promise<void> {
  const openingId = useSession.getState().opening?.id ?? '';
  expect(await openGroup(openingId, dayCard, rosters, Date.now())).toBe('opened');
  showScreen(<GroupScreen />, { rosters });
}

const person = (name: string): HTMLElement => screen.getByText(name);
const search = (query: string): void => {
  fireEvent.change(screen.getByLabelText('さがす'), { target: { value: query } });
};
const marks = async (): Promise<unknown> => (await rosters.listRosters())[0]?.checkIns;

beforeEach(async () => {
  closeGroup();
  startSession({ draft: undefined, place: { kind: 'group' } });
  const openingId = useSession.getState().opening?.id ?? '';
  const sealed = await sealRoster(sampleRoster(openingId));
  dayCard = sealed.dayCard;
  rosters = databaseRosterStore(openDatabase(`group-${uuidv7()}`));
  const { digest, size } = sealed.reference;
  await rosters.keepRoster({ openingId, digest, size, armored: sealed.armored, destroyAtMs: farAway });
});

const slip = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined } as const;

describe('the roster', () => {
  it('opens with its day card alone, into memory alone', async () => {
    const openingId = useSession.getState().opening?.id ?? '';
    const other = await sealRoster(sampleRoster(openingId));
    expect(await openGroup(openingId, 'https://shop.example', rosters, 0)).toBe('notACard');
    expect(await openGroup(openingId, other.dayCard, rosters, 0)).toBe('otherCard');
    expect(await openGroup('elsewhere', dayCard, rosters, 0)).toBe('notFetched');
    expect(await openGroup(openingId, dayCard, rosters, farAway)).toBe('destroyed');
    expect(useGroup.getState().group).toBeUndefined();
    expect(await openGroup(openingId, dayCard, rosters, 0)).toBe('opened');
    expect(JSON.stringify(await rosters.listRosters())).not.toContain('髙見本');
  });

  it('starts an application in one touch: checked in, prefilled, marked when sealed', async () => {
    await openedList();
    await userEvent.click(person('髙見本 﨑二郎'));
    expect(useSession.getState().place).toEqual({ kind: 'wizard', step: 'form', cameFromCheck: false });
    expect(currentDraft()).toMatchObject({ birthCalendar: 'showa', birthDigits: '260321', applicationId: undefined });
    expect(currentDraft().applicant).toMatchObject({ name: '髙見本 﨑二郎', kana: 'タカミホン サキイロウ' });
    expect(await marks()).toEqual([[2, 'arrived']]);
    showSealed(receptionNumberOf(sampleStationCode, 1), slip);
    expect(await marks()).toEqual([[2, 'sealed']]);
    expect(useGroup.getState().servedRow).toBeUndefined();
  });

  it('gives the application ID only where no form was read', async () => {
    await openedList();
    const [first] = useGroup.getState().group?.rows ?? [];
    if (!first) throw new Error('the roster has people');
    startApplication();
    checkIn(rosters, first);
    expect(currentDraft()).toMatchObject({ applicationId: first.person.applicationId, applicationIdSource: 'roster' });
    leaveApplication();
    startApplication();
    useSession.setState({ draft: { ...currentDraft(), applicationId: '1'.repeat(23) as never, applicationIdSource: 'scanned' } });
    checkIn(rosters, first);
    expect(currentDraft()).toMatchObject({ applicationId: '1'.repeat(23), applicationIdSource: 'scanned' });
  });

  it('leaves a mark when an application is given up, and none of who is next', async () => {
    await openedList();
    await userEvent.click(person('髙見本 﨑一郎'));
    leaveApplication();
    expect(await marks()).toEqual([[1, 'arrived']]);
    startApplication();
    showSealed(receptionNumberOf(sampleStationCode, 2), slip);
    expect(await marks()).toEqual([[1, 'arrived']]);
  });

  it('is searched by reading and number', async () => {
    await openedList();
    search('さきう');
    expect(screen.queryByText('髙見本 﨑一郎')).toBeNull();
    expect(person('髙見本 﨑三郎')).toBeInTheDocument();
    search('S-001');
    expect(person('髙見本 﨑一郎')).toBeInTheDocument();
    await userEvent.click(screen.getByText('ハ'));
    expect(screen.getByText('あてはまる人がいません。')).toBeInTheDocument();
  });

  it('leaves memory when the attendant signs out, and is asked for by card again', async () => {
    await openedList();
    expect(useGroup.getState().group).toBeDefined();
    signOut();
    expect(useGroup.getState()).toEqual({ group: undefined, servedRow: undefined });
  });
});

describe('the summary', () => {
  it('shows numbers and no names', async () => {
    await openedList();
    await userEvent.click(person('髙見本 﨑一郎'));
    leaveApplication();
    useSession.setState({ place: { kind: 'group' } });
    await userEvent.click(screen.getByText('まとめ'));
    const page = screen.getByRole('article');
    expect(page).toHaveTextContent('来ていない人 2人');
    expect(page).toHaveTextContent('S-002');
    expect(page).not.toHaveTextContent('髙見本');
  });
});
