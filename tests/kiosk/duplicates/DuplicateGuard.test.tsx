import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { EarlierApplication } from '../../../src/domain/application/duplicate';
import { addDays } from '../../../src/domain/calendar/day';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { DuplicateGuard } from '../../../src/kiosk/duplicates/DuplicateGuard';
import { endSealing, noteEarlier, useSession } from '../../../src/kiosk/session/session-store';
import type { TabletServices } from '../../../src/kiosk/tablet/tablet-services';
import {
  otherEnvelopeId,
  sampleApplicationId,
  sampleDay,
  sampleDraft,
  sampleStationCode,
} from '../../support/sample-application';
import { showScreen, startSession } from '../show-screen';

const earlier: EarlierApplication = {
  envelopeId: otherEnvelopeId,
  receptionNumber: receptionNumberOf(sampleStationCode, 27),
  openingId: 'opening-1',
  day: sampleDay,
  sealedAtMs: Date.parse('2026-11-20T01:42:00Z'),
  isOfThisTablet: true,
};
const elsewhere: EarlierApplication = {
  ...earlier,
  envelopeId: '019aab3c-5d6f-7f80-9a1b-c2d3e4f5a6b9',
  openingId: 'opening-of-last-month',
  day: addDays(sampleDay, -31),
  isOfThisTablet: false,
};

function show(
  found: Partial<Record<'here' | 'atServer', Promise<readonly EarlierApplication[]>>>,
  channel = 'assisted' as const,
) {
  const findEarlier = vi.fn<TabletServices['findEarlier']>((_id, where) => found[where] ?? Promise.resolve([]));
  startSession({
    draft: sampleDraft(),
    channel,
    envelopeId: 'this-one',
    place: { kind: 'wizard', step: 'person', cameFromCheck: false },
  });
  showScreen(<DuplicateGuard />, { findEarlier });
  return findEarlier;
}

describe('a form that was taken before', () => {
  it('is warned of with when, where and the number, and goes on only with a reason', async () => {
    const findEarlier = show({ here: Promise.resolve([earlier]) });
    const dialog = await screen.findByRole('alertdialog');
    expect(findEarlier.mock.calls).toEqual([
      [sampleApplicationId, 'here'],
      [sampleApplicationId, 'atServer'],
    ]);
    for (const words of ['今日 10:42', '見本保健センター（1歳6か月児健診）', earlier.receptionNumber, 'この端末']) {
      expect(dialog).toHaveTextContent(words);
    }
    expect(dialog).not.toHaveTextContent('見本 太郎');
    const goOn = screen.getByRole('button', { name: '理由をつけて続ける' });
    expect(goOn).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('alertdialog')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '写真を撮り直す' }));
    await userEvent.click(goOn);
    expect(useSession.getState().duplicateReason).toBe('photoAgain');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('somewhere else on another day is named as far as this tablet knows the place', async () => {
    show({ atServer: Promise.resolve([elsewhere]) });
    const dialog = await screen.findByRole('alertdialog');
    for (const words of ['10月20日（火） 10:42', 'ほかの会場', 'ほかの端末']) expect(dialog).toHaveTextContent(words);
  });

  it('can be put aside for another form, or the whole application left', async () => {
    show({ here: Promise.resolve([earlier]) });
    await userEvent.click(await screen.findByRole('button', { name: '別の用紙を読む' }));
    expect(useSession.getState()).toMatchObject({ earlier: [], place: { kind: 'wizard', step: 'form' } });
    expect(useSession.getState().draft).toMatchObject({ applicationId: undefined, contactName: '見本 太郎' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    startSession({ draft: sampleDraft(), earlier: [earlier] });
    await userEvent.click(await screen.findByRole('button', { name: '受付をやめる' }));
    expect(useSession.getState()).toMatchObject({ draft: undefined, earlier: [], place: { kind: 'home' } });
  });

  it('asks for no reason that is not this person’s to give, when a resident is alone', async () => {
    startSession({ draft: sampleDraft(), channel: 'selfService', earlier: [earlier] });
    showScreen(<DuplicateGuard />, { findEarlier: () => Promise.resolve([]) });
    expect(await screen.findByRole('alertdialog')).toHaveTextContent('係の人に声をかけてください');
    expect(screen.queryByRole('radio', { name: /職員が/ })).toBeNull();
  });
});

describe('a form that was not taken before', () => {
  it('meets no question, whether the server answers, fails or never does', async () => {
    for (const atServer of [Promise.resolve([]), Promise.reject(new Error('no network')), new Promise<never>(() => undefined)]) {
      const findEarlier = show({ atServer });
      await vi.waitFor(() => expect(findEarlier).toHaveBeenCalledTimes(2));
      expect(screen.queryByRole('alertdialog')).toBeNull();
    }
  });

  it('is not warned of by an answer about the form before, nor by its own envelope', () => {
    startSession({ draft: sampleDraft({ applicationId: undefined }), envelopeId: 'this-one' });
    noteEarlier(sampleApplicationId, [earlier]);
    expect(useSession.getState().earlier).toEqual([]);
    useSession.setState({ draft: sampleDraft(), envelopeId: earlier.envelopeId });
    noteEarlier(sampleApplicationId, [earlier]);
    expect(useSession.getState().earlier).toEqual([]);
    useSession.setState({ envelopeId: 'this-one' });
    noteEarlier(sampleApplicationId, [earlier]);
    expect(useSession.getState().earlier).toEqual([earlier]);
  });
});

describe('an answer that comes while the application is being sealed', () => {
  it('asks nothing until that has ended', async () => {
    startSession({ draft: sampleDraft(), envelopeId: 'this-one', isSealing: true });
    showScreen(<DuplicateGuard />, { findEarlier: () => Promise.resolve([earlier]) });
    await vi.waitFor(() => expect(useSession.getState().earlier).toEqual([earlier]));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    endSealing();
    expect(await screen.findByRole('alertdialog')).toBeInTheDocument();
  });
});
