import { beforeEach, describe, expect, it } from 'vitest';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import type { SlipFacts } from '../../../src/domain/slip/what-comes-next';
import { addFamilyMember, leaveMember, resumeMember } from '../../../src/kiosk/session/family';
import { familySize } from '../../../src/kiosk/session/family-members';
import {
  acceptPhoto,
  beginSealing,
  changeDraft,
  endSealing,
  leaveApplication,
  showSealed,
  signIn,
  startApplication,
  useSession,
} from '../../../src/kiosk/session/session-store';
import { keepShot } from '../../../src/kiosk/session/shots';
import { goForward } from '../../../src/kiosk/session/wizard-moves';
import { idPhotoOf } from '../../../src/kiosk/photo-room/shot';
import { sampleConfiguration, sampleDraft, sampleMother, samplePhoto, sampleStationCode } from '../../support/sample-application';
import { sampleReport, sampleShot } from '../../support/sample-shot';

const { openings, attendants } = sampleConfiguration();
const number = receptionNumberOf(sampleStationCode, 1);
const slip: SlipFacts = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined };
const isWiped = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
const state = useSession.getState;

function begin(): void {
  const [opening] = openings;
  const [attendant] = attendants;
  if (!opening || !attendant) throw new Error('the sample configuration is not empty');
  signIn(opening, attendant);
  startApplication();
}

describe('a family in one sitting', () => {
  beforeEach(begin);

  it('carries over what is shared, and nothing that is one person’s own', () => {
    changeDraft({ ...sampleDraft(), representative: sampleMother });
    const before = state();
    addFamilyMember();
    const { draft, envelopeId, place } = state();
    expect(draft?.representative).toEqual(sampleMother);
    expect(draft?.contactMail).toBe(before.draft?.contactMail);
    expect(draft).toMatchObject({ applicationId: undefined, birthDigits: '', photo: undefined });
    expect(envelopeId).not.toBe(before.envelopeId);
    expect(place).toMatchObject({ kind: 'wizard', step: 'form' });
  });

  it('lets anybody wait and come back just as they were left, under the same envelope id', () => {
    changeDraft(sampleDraft());
    goForward();
    goForward();
    const left = state();
    addFamilyMember();
    changeDraft({ birthDigits: '45' });
    resumeMember(1);
    expect(state().draft).toEqual(left.draft);
    expect(state().envelopeId).toBe(left.envelopeId);
    expect(state().place).toEqual(left.place);
    resumeMember(2);
    expect(state().draft?.birthDigits).toBe('45');
    expect(familySize(state().family)).toBe(2);
  });

  it('keeps the accepted photo of whoever waits, and wipes those that were not accepted', () => {
    changeDraft(sampleDraft({ photo: undefined }));
    const [kept, other] = [sampleShot(1), sampleShot(2)];
    keepShot(kept);
    keepShot(other);
    acceptPhoto(idPhotoOf(kept, sampleReport()));
    addFamilyMember();
    expect(state().shots).toEqual([]);
    expect(isWiped(other.take.bytes)).toBe(true);
    resumeMember(1);
    expect(isWiped(kept.take.bytes)).toBe(false);
    expect(state().shots).toEqual([{ ...kept, isSettled: true }]);
  });

  it('goes on with whoever waits after a seal, and the next newcomer starts with what is shared', () => {
    changeDraft(sampleDraft());
    addFamilyMember();
    changeDraft({ ...sampleDraft(), contactName: '見本 花子' });
    showSealed(number, slip);
    expect(state().draft).toBeUndefined();
    expect(state().family.sealed).toEqual([{ number: 2, receptionNumber: number }]);
    addFamilyMember();
    expect(state().family.number).toBe(3);
    expect(state().draft?.contactName).toBe('見本 花子');
    expect(state().family.waiting.map((member) => member.number)).toEqual([1]);
  });

  it('goes on with the others when one gives up, and wipes only that one', () => {
    const [first, second] = [samplePhoto(), samplePhoto()];
    changeDraft(sampleDraft({ photo: first }));
    addFamilyMember();
    changeDraft(sampleDraft({ photo: second }));
    leaveMember();
    expect(state().family.number).toBe(1);
    expect(isWiped(second.bytes)).toBe(true);
    expect(isWiped(first.bytes)).toBe(false);
    leaveMember();
    expect(state().place).toEqual({ kind: 'home' });
    expect(isWiped(first.bytes)).toBe(true);
  });

  it('is wiped whole when the tablet is left alone, or signed out of', () => {
    const photo = samplePhoto();
    changeDraft(sampleDraft({ photo }));
    addFamilyMember();
    leaveApplication();
    expect(isWiped(photo.bytes)).toBe(true);
    expect(state().family).toMatchObject({ waiting: [], sealed: [], shared: undefined });
  });

  it('leaves nothing of a family to the next person', () => {
    changeDraft(sampleDraft());
    showSealed(number, slip);
    expect(state().family.shared).toBeDefined();
    startApplication();
    expect(state().family).toMatchObject({ number: 1, sealed: [], shared: undefined });
    expect(state().draft?.contactMail).toBe('');
  });

  it('does not move while an application is being sealed', () => {
    changeDraft(sampleDraft());
    addFamilyMember();
    beginSealing();
    const sealing = state();
    resumeMember(1);
    addFamilyMember();
    leaveMember();
    expect(state()).toEqual(sealing);
    endSealing();
  });
});
