import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeDraft,
  handToResident,
  leaveApplication,
  showSealed,
  signIn,
  startApplication,
  takeBackFromResident,
  useSession,
  forgetApplicationId,
} from '../../../src/kiosk/session/session-store';
import { keepShot, replaceShot } from '../../../src/kiosk/session/shots';
import { changeStep, goBack, goForward } from '../../../src/kiosk/session/wizard-moves';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { sampleShot } from '../../support/sample-shot';
import { sampleConfiguration, sampleDraft, samplePhoto, sampleStationCode } from '../../support/sample-application';

const isWiped = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const { openings, attendants } = sampleConfiguration();
const number = receptionNumberOf(sampleStationCode, 1);
const slip = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined } as const;

function begin(): void {
  const [opening] = openings;
  const [attendant] = attendants;
  if (!opening || !attendant) throw new Error('the sample configuration is not empty');
  signIn(opening, attendant);
  startApplication();
}

describe('the session', () => {
  beforeEach(begin);

  it('starts an application with the usual method of the opening and a new envelope id each time', () => {
    const first = useSession.getState();
    startApplication();
    expect(first.draft?.method).toBe(openings[0]?.method);
    expect(useSession.getState().envelopeId).not.toBe(first.envelopeId);
  });

  it.each([{ kind: 'home' }, { kind: 'group' }, { kind: 'sealed', receptionNumber: number, slip }] as const)(
    'starts none where work is stopped, wherever it was asked for ($kind): the home screen says why',
    (place) => {
      leaveApplication();
      useTablet.setState({ workNotices: [{ concern: 'room', figure: 3, isStop: true }] });
      useSession.setState({ place });
      startApplication();
      expect(useSession.getState()).toMatchObject({ draft: undefined, place: { kind: 'home' } });
      useTablet.setState({ workNotices: [] });
    },
  );

  it('keeps everything typed when going back, and asks before leaving from the first step', () => {
    const { photo, ...typed } = sampleDraft();
    changeDraft(typed);
    goForward();
    goForward();
    expect(goBack()).toBe('moved');
    expect(goBack()).toBe('moved');
    expect(goBack()).toBe('atStart');
    expect(useSession.getState().draft).toEqual({ ...typed, photo: undefined });
    expect(photo).toBeDefined();
  });

  it('does not go past a step that lacks something', () => {
    goForward();
    expect(useSession.getState().place).toMatchObject({ kind: 'wizard', step: 'form' });
  });

  it('returns to the check screen after one step was changed', () => {
    changeDraft(sampleDraft());
    changeStep('choices');
    goForward();
    expect(useSession.getState().place).toMatchObject({ step: 'check' });
    changeStep('person');
    goBack();
    expect(useSession.getState().place).toMatchObject({ step: 'check' });
  });

  it.each([
    ['sealed', () => showSealed(number, slip)],
    ['left', leaveApplication],
    ['taken back by staff', takeBackFromResident],
  ])('wipes the application once it is %s: the photo is overwritten, the draft dropped', (_, end) => {
    const photo = samplePhoto();
    changeDraft(sampleDraft({ photo }));
    end();
    expect(photo.bytes.every((byte) => byte === 0)).toBe(true);
    expect(useSession.getState()).toMatchObject({ draft: undefined, envelopeId: undefined });
  });

  it('returns a resident to the welcome, never to the staff home', () => {
    handToResident();
    startApplication();
    leaveApplication();
    expect(useSession.getState()).toMatchObject({ channel: 'selfService', place: { kind: 'welcome' } });
  });

  it('does not lead back to a check screen that lacks something', () => {
    changeDraft(sampleDraft());
    changeStep('form');
    forgetApplicationId();
    expect(goBack()).toBe('atStart');
    expect(useSession.getState().place).toMatchObject({ step: 'form' });
  });

  it('keeps the photos taken while steps change, and overwrites all of them when the application is left', () => {
    const shots = [sampleShot(1), sampleShot(2)];
    for (const shot of shots) keepShot(shot);
    goBack();
    expect(useSession.getState().shots).toEqual(shots);
    leaveApplication();
    expect(useSession.getState().shots).toEqual([]);
    expect(shots.every(({ take }) => isWiped(take.bytes))).toBe(true);
  });

  it('keeps three photos; the fourth takes the place of the oldest that is not in use', () => {
    const shots = [1, 2, 3, 4].map((number) => sampleShot(number));
    const [first, second, third, fourth] = shots;
    if (!first || !second || !third || !fourth) throw new Error('four were made');
    for (const shot of [first, second, third]) expect(keepShot(shot)).toBeUndefined();
    changeDraft({ photo: samplePhoto({ bytes: first.take.bytes }) });
    expect(keepShot(fourth)).toBe(second);
    expect(useSession.getState().shots).toEqual([first, third, fourth]);
    expect(isWiped(second.take.bytes)).toBe(true);
    expect(isWiped(first.take.bytes)).toBe(false);
  });

  it('overwrites what a photo that was cut anew has replaced', () => {
    const shot = sampleShot(1);
    const cutAnew = { ...shot, isAdjusted: true, take: { ...shot.take, bytes: sampleShot(1).take.bytes } };
    keepShot(shot);
    replaceShot(cutAnew);
    expect(useSession.getState().shots).toEqual([cutAnew]);
    expect(isWiped(shot.take.bytes)).toBe(true);
  });

  it('does not go on with a method that ends in no application', () => {
    changeDraft(sampleDraft({ method: 'photoOnly' }));
    changeStep('choices');
    goForward();
    expect(useSession.getState().place).toMatchObject({ step: 'choices' });
  });
});
