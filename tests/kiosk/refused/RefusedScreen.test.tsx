import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ja } from '../../../src/i18n/ja/ja';
import { RefusedScreen } from '../../../src/kiosk/screens/refused/RefusedScreen';
import { useSession } from '../../../src/kiosk/session/session-store';
import { WorkNotices } from '../../../src/kiosk/limits/WorkNotices';
import { DeliveryDialog } from '../../../src/kiosk/status/DeliveryDialog';
import { DeliveryStatus } from '../../../src/kiosk/status/DeliveryStatus';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import type { TransferDesk } from '../../../src/kiosk/transfer/transfer-desk';
import type { VoidDesk } from '../../../src/kiosk/voiding/void-application';
import type { ProblemCode } from '../../../src/protocol/problem';
import type { VoidRecord } from '../../../src/queue/voids/void-store';
import { type Entry, entryOf, type Refusal } from '../../../src/queue/entry';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { sampleConfiguration, sampleManifest, sampleStationCode } from '../../support/sample-application';
import { press } from '../press';
import { showScreen, startSession } from '../show-screen';

const words = ja.refused;
const refusedEntry = (sequence: number, refusal: Refusal): Entry => ({
  ...entryOf(
    sampleManifest({ envelopeId: `e-${sequence}`, sequence, receptionNumber: receptionNumberOf(sampleStationCode, sequence) }),
  ),
  state: 'refused',
  refusal,
});
const first = refusedEntry(28, 'envelope-conflict');
const supervisor = { ...sampleConfiguration().attendants[0], id: 'supervisor-1', name: '見本 次郎', role: 'supervisor' } as const;
const attendants = [...sampleConfiguration().attendants, supervisor].map((attendant) => ({
  ...attendant,
  pinVerifier: `verifier of ${attendant.id}`,
}));
const configuration = sampleConfiguration({ attendants });
const [attendant] = attendants;

const removeRefused = vi.fn(() => Promise.resolve(true));
function show(
  entries: readonly Entry[] = [first],
  openTransfer = (): Promise<TransferDesk> => Promise.reject(new Error('not asked for')),
  voids: readonly VoidRecord[] = [],
) {
  const sendAgain = vi.fn(() => Promise.resolve());
  const listRefused = (): Promise<readonly Entry[]> => Promise.resolve(entries);
  const checkPin = (pin: string, verifiers: readonly string[]) =>
    Promise.resolve(
      pin === '4821' && verifiers.join() === 'verifier of supervisor-1'
        ? ({ kind: 'correct' } as const)
        : ({ kind: 'wrong', waitUntilMs: 0 } as const),
    );
  const sendVoidAgain = vi.fn(() => Promise.resolve(true));
  const desk: Partial<VoidDesk> = { listRefused: () => Promise.resolve(voids), sendAgain: sendVoidAgain };
  const openVoids = (): Promise<VoidDesk> => Promise.resolve(desk as VoidDesk);
  showScreen(<RefusedScreen />, { sendAgain, listRefused, removeRefused, checkPin, openTransfer, openVoids });
  return { sendAgain, sendVoidAgain };
}

beforeEach(() => {
  removeRefused.mockClear();
  startSession({ attendant, draft: undefined, place: { kind: 'refused' } }, configuration);
});

describe('refused applications', () => {
  it.each(['envelope-conflict', 'body-too-large', 'manifest-invalid', 'bytes-unreadable'] as const)(
    'say in plain words why and what to do next (%s)',
    async (refusal) => {
      show([refusedEntry(3, refusal)]);
      expect(await screen.findByText(receptionNumberOf(sampleStationCode, 3))).toBeVisible();
      expect(screen.getByText(words.reason[refusal])).toBeVisible();
      expect(screen.getByText(words.nextStep[refusal])).toBeVisible();
    },
  );

  it('for a reason of tomorrow still say something, with the code to pass on', async () => {
    show([refusedEntry(3, 'internal')]);
    expect(await screen.findByText(words.reason.other.replace('{{code}}', 'internal'))).toBeVisible();
  });

  it('can each be sent again by hand', async () => {
    const { sendAgain } = show([first, refusedEntry(29, 'manifest-invalid')]);
    await screen.findByText(first.receptionNumber);
    screen.getAllByText(words.sendAgain)[0]?.click();
    await vi.waitFor(() => expect(sendAgain).toHaveBeenCalledWith(first.envelopeId));
    expect(removeRefused).not.toHaveBeenCalled();
  });
});

describe('voids that the server did not take', () => {
  const refusedVoid = (refusal: ProblemCode): VoidRecord => {
    const { envelopeId, sequence, receptionNumber, stationId } = first;
    const made = { voidJws: 'a.b.c', digest: 'd', reason: 'wrongContent', attendantId: null, voidedAtMs: 0 } as const;
    return { envelopeId, sequence, receptionNumber, stationId, ...made, state: 'refused', refusal, receipt: null };
  };

  it.each(['void-not-allowed', 'void-invalid'] as const)('say why and what to do next (%s)', async (refusal) => {
    show([], undefined, [refusedVoid(refusal)]);
    expect(await screen.findByText(first.receptionNumber)).toBeVisible();
    expect(screen.getByText(words.voidReason[refusal])).toBeVisible();
    expect(screen.getByText(words.voidNextStep[refusal === 'void-not-allowed' ? refusal : 'other'])).toBeVisible();
    expect(screen.queryByText(words.empty)).toBeNull();
    expect(screen.queryByText(words.remove), 'a void is never taken away').toBeNull();
  });

  it('can be sent again by hand', async () => {
    const { sendAgain, sendVoidAgain } = show([], undefined, [refusedVoid('internal')]);
    expect(await screen.findByText(words.voidReason.other.replace('{{code}}', 'internal'))).toBeVisible();
    await press(words.sendAgain);
    await vi.waitFor(() => expect(sendAgain).toHaveBeenCalledWith(first.envelopeId));
    expect(sendVoidAgain).toHaveBeenCalledExactlyOnceWith(first.envelopeId);
    expect(screen.getByText(words.voidSentAgain.replace('{{number}}', first.receptionNumber))).toBeVisible();
  });

  it('are counted as 要確認, apart from those that wait, and the notice and the dialog lead to them', () => {
    const { figures, voids } = useTablet.getState();
    useTablet.setState({ voids: { voided: 2, waiting: 2, refused: 1 } });
    startSession({ attendant, draft: undefined, place: { kind: 'home' } }, configuration);
    showScreen(
      <>
        <DeliveryStatus />
        <WorkNotices />
        <DeliveryDialog onClose={() => undefined} />
      </>,
    );
    expect(screen.getByText(ja.common.status.refused.replace('{{count}}', '1'))).toBeInTheDocument();
    expect(screen.getByText(ja.common.status.voids.replace('{{count}}', '2'))).toBeInTheDocument();
    expect(screen.getByText(ja.limits.refused.replace('{{count}}', '1'))).toBeInTheDocument();
    const valueOf = (name: string) => screen.getByText(name).nextElementSibling?.textContent;
    expect([valueOf(ja.delivery.voidsWaiting), valueOf(ja.delivery.voidsRefused)]).toEqual(['2', '1']);
    expect(screen.getByText(ja.delivery.refusedVoidLead)).toBeVisible();
    screen.getByRole('button', { name: ja.delivery.refusedOpen }).click();
    expect(useSession.getState().place).toEqual({ kind: 'refused' });
    useTablet.setState({ figures, voids });
  });
});

describe('what lies in a file', () => {
  const inFile = { manifestJws: 'header.payload.signature', savedAtMs: Date.parse('2026-11-20T05:00:00.000Z') };

  it('says so, and is neither sent nor saved from here: receipts are read in', async () => {
    startSession({ attendant: attendants[1], draft: undefined, place: { kind: 'refused' } }, configuration);
    show([{ ...refusedEntry(3, 'kept-in-file'), inFile }]);
    expect(await screen.findByText(words.reason['kept-in-file'])).toBeVisible();
    expect(screen.getByText(words.nextStep['kept-in-file'].replace('{{time}}', '14:00'))).toBeVisible();
    expect(screen.queryByText(words.sendAgain)).toBeNull();
    expect(screen.queryByText(words.save)).toBeNull();
    await press(words.toTransfer);
    expect(useSession.getState().place).toEqual({ kind: 'transfer' });
  });

  it.each(['kept-in-file', 'bytes-unreadable'] as const)(
    'and was never confirmed says that nobody has the number, whatever an older version made of it (%s)',
    async (refusal) => {
      show([{ ...refusedEntry(3, refusal), inFile: { ...inFile, savedAtMs: null } }]);
      expect(await screen.findByText(words.reason.reserved)).toBeVisible();
      expect(screen.queryByText(words.sendAgain)).toBeNull();
      expect(screen.queryByText(words.toTransfer)).toBeNull();
      expect(screen.getByRole('button', { name: words.remove })).toBeEnabled();
    },
  );
});

describe('one can be saved to a file', () => {
  it('by a supervisor, sealed as it is: one transfer that holds exactly this envelope, and it stays', async () => {
    const writes: unknown[] = [];
    const noteGiven = vi.fn(() => Promise.resolve());
    const desk: Partial<TransferDesk> = {
      async *write({ parts }, part) {
        writes.push(parts[part]);
        yield await Promise.resolve({ kind: 'bytes', bytes: new Uint8Array([1, 2]) } as const);
      },
      noteGiven,
    };
    startSession({ attendant: attendants[1], draft: undefined }, configuration);
    show([first], () => Promise.resolve(desk as TransferDesk));
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:sealed', revokeObjectURL: () => undefined }));
    await screen.findByText(first.receptionNumber);
    await press(words.save);
    expect(await screen.findByText(words.started.replace('{{number}}', first.receptionNumber))).toBeVisible();
    const { envelopeId, digest, size } = first;
    expect(writes).toEqual([[{ kind: 'envelope', envelopeId, digest, size }]]);
    expect(noteGiven).toHaveBeenCalledOnce();
    expect(screen.getByText(first.receptionNumber)).toBeVisible();
  });

  it('not where its bytes cannot be read, which is said', async () => {
    const desk: Partial<TransferDesk> = {
      async *write({ parts }) {
        const item = parts[0]?.[0];
        if (item) yield await Promise.resolve({ kind: 'leftOut', item } as const);
      },
    };
    startSession({ attendant: attendants[1], draft: undefined }, configuration);
    show([first], () => Promise.resolve(desk as TransferDesk));
    await screen.findByText(first.receptionNumber);
    await press(words.save);
    expect(await screen.findByText(words.unreadable.replace('{{number}}', first.receptionNumber))).toBeVisible();
  });

  it('not by an attendant', async () => {
    show();
    await screen.findByText(first.receptionNumber);
    expect(screen.queryByText(words.save)).toBeNull();
  });
});

describe('one is removed only', () => {
  const chooseReason = async (): Promise<void> => {
    await screen.findByText(first.receptionNumber);
    await press(words.remove);
    screen.getByText(words.removal.reason.practice).click();
    await press(ja.common.action.next);
  };

  it('with a reason, a supervisor’s PIN, and its own number typed', async () => {
    show();
    await chooseReason();
    await press('1', '1', '1', '1', ja.common.action.ok);
    await screen.findByText(ja.session.signIn.wrongPin);
    await press('4', '8', '2', '1', ja.common.action.ok);
    await screen.findByText(words.removal.number);
    await press('0', '0', '2', '9');
    expect(screen.getByRole('button', { name: words.removal.remove })).toBeDisabled();
    await press(ja.common.action.eraseAll, '0', '0', '2', '8');
    expect(removeRefused).not.toHaveBeenCalled();
    await press(words.removal.remove);
    expect(removeRefused).toHaveBeenCalledExactlyOnceWith(first.envelopeId, 'practice', 'supervisor-1');
    expect(await screen.findByText(words.removed.replace('{{number}}', first.receptionNumber))).toBeVisible();
  });

  it('by a supervisor who is signed in without the PIN again, but never without the number', async () => {
    startSession({ attendant: attendants[1], draft: undefined, place: { kind: 'refused' } }, configuration);
    show();
    await chooseReason();
    expect(screen.getByRole('button', { name: words.removal.remove })).toBeDisabled();
    await press('0', '0', '2', '8', words.removal.remove);
    expect(removeRefused).toHaveBeenCalledExactlyOnceWith(first.envelopeId, 'practice', 'supervisor-1');
  });

  it('not where the hand changes its mind, and says so where it could not', async () => {
    show();
    await chooseReason();
    await press(ja.common.action.cancel);
    expect(await screen.findByText(first.receptionNumber)).toBeVisible();
    expect(removeRefused).not.toHaveBeenCalled();
    startSession({ attendant: attendants[1], draft: undefined }, configuration);
    removeRefused.mockResolvedValueOnce(false);
    await chooseReason();
    await press('0', '0', '2', '8', words.removal.remove);
    expect(await screen.findByText(words.notRemoved.replace('{{number}}', first.receptionNumber))).toBeVisible();
  });
});
