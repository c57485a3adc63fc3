import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { TransferScreen } from '../../../src/kiosk/screens/transfer/TransferScreen';
import type { TransferDesk, TransferPlan } from '../../../src/kiosk/transfer/transfer-desk';
import type { PartChunk } from '../../../src/sync/transfer/write-part';
import { sampleConfiguration, sampleDigest, sampleEnvelopeId } from '../../support/sample-application';
import { showScreen, startSession } from '../show-screen';

const item = { kind: 'envelope', envelopeId: sampleEnvelopeId, digest: sampleDigest, size: 300_000 } as const;
const plan: TransferPlan = { madeAtMs: Date.parse('2026-11-20T08:00:00.000Z'), parts: [[item, item], [item]] };

/** A desk whose first part stops before its second item until it is let go. */
function deskWith(overrides: Partial<TransferDesk> = {}): TransferDesk & { goOn: () => void } {
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return {
    plan: () => Promise.resolve(plan),
    write: async function* write(): AsyncGenerator<PartChunk> {
      yield { kind: 'bytes', bytes: new Uint8Array([1]) };
      yield { kind: 'packed', item };
      await gate;
      yield { kind: 'leftOut', item };
    },
    takeReceipts: () => Promise.resolve({ kind: 'taken', delivered: 2, known: 1, foreign: 0, invalid: 1 }),
    lastGivenAtMs: () => Promise.resolve(null),
    noteGiven: vi.fn(() => Promise.resolve()),
    ...overrides,
    goOn: () => goOn(),
  };
}

/** What the browser's save picker would give. */
const file = {
  write: vi.fn(() => Promise.resolve()),
  close: vi.fn(() => Promise.resolve()),
  abort: vi.fn(() => Promise.resolve()),
};
beforeEach(() => {
  for (const mock of Object.values(file)) mock.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('showSaveFilePicker', () => Promise.resolve({ createWritable: () => Promise.resolve(file) }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function show(desk: TransferDesk): Promise<void> {
  const attendants = sampleConfiguration().attendants.map((one) => ({ ...one, role: 'supervisor' as const }));
  startSession({ place: { kind: 'transfer' } }, sampleConfiguration({ attendants }));
  showScreen(<TransferScreen />, { openTransfer: () => Promise.resolve(desk) });
  await screen.findByText('1 / 2');
}

const saveFirst = async (): Promise<void> => {
  const [first] = screen.getAllByRole('button', { name: '保存する' });
  if (first) await userEvent.click(first);
};

describe('the queue as files', () => {
  it('counts what is in the file so far, and says saved only when the device has closed it', async () => {
    const desk = deskWith();
    let closed = (): void => undefined;
    file.close.mockReturnValue(new Promise<undefined>((resolve) => (closed = () => resolve(undefined))));
    await show(desk);
    await saveFirst();
    expect(await screen.findByText('1 / 2件')).toBeInTheDocument();
    desk.goOn();
    await waitFor(() => expect(file.close).toHaveBeenCalled());
    expect(screen.queryByText('保存しました')).toBeNull();
    closed();
    expect(await screen.findByText('保存しました')).toBeInTheDocument();
    expect(desk.noteGiven).toHaveBeenCalledOnce();
    expect(screen.getByText(/1件はこの端末で読めない/)).toBeInTheDocument();
  });

  it('leaves nothing behind where it is cancelled, and can begin again', async () => {
    const desk = deskWith();
    await show(desk);
    await saveFirst();
    await userEvent.click(await screen.findByRole('button', { name: '中止する' }));
    desk.goOn();
    await waitFor(() => expect(file.abort).toHaveBeenCalled());
    expect(await screen.findAllByRole('button', { name: '保存する' })).toHaveLength(2);
    expect([file.close.mock.calls.length, vi.mocked(desk.noteGiven).mock.calls.length]).toEqual([0, 0]);
  });

  it('says so where the device could not write, and keeps the rest as it was', async () => {
    const desk = deskWith();
    file.write.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await show(desk);
    await saveFirst();
    expect(await screen.findByText(/保存できませんでした/)).toBeInTheDocument();
    expect(file.abort).toHaveBeenCalled();
    expect(desk.noteGiven).not.toHaveBeenCalled();
  });

  it('is handed over by the share sheet where there is no picker, and a dismissed sheet changes nothing', async () => {
    vi.unstubAllGlobals();
    const share = vi.fn<Navigator['share']>().mockRejectedValue(new DOMException('dismissed', 'AbortError'));
    Object.assign(navigator, { canShare: () => true, share });
    onTestFinished(() => {
      for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
    });
    const desk = deskWith();
    desk.goOn();
    await show(desk);
    const [first] = screen.getAllByRole('button', { name: '用意する' });
    if (first) await userEvent.click(first);
    const give = await screen.findByRole('button', { name: '共有する' });
    await userEvent.click(give);
    await waitFor(() => expect(share).toHaveBeenCalledOnce());
    expect(screen.getByText(/用意ができました/)).toBeInTheDocument();
    expect(desk.noteGiven).not.toHaveBeenCalled();
    share.mockResolvedValue(undefined);
    await userEvent.click(give);
    expect(await screen.findByText('共有先に渡しました')).toBeInTheDocument();
    expect(share.mock.calls[1]?.[0]?.files).toHaveLength(1);
    expect(desk.noteGiven).toHaveBeenCalledOnce();
  });

  it('tells what the receipts did, and what of them was not believed', async () => {
    await show(deskWith());
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await userEvent.upload(input, new File(['MADOGUCHI-RECEIPTS 1\n'], 'receipts.txt', { type: 'text/plain' }));
    expect(await screen.findByText(/2件が市役所に届いた/)).toBeInTheDocument();
    expect(screen.getByText(/確かめられない受領証が1件/)).toBeInTheDocument();
  });
});
