import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ja } from '../../../src/i18n/ja/ja';
import type { FileSeal } from '../../../src/kiosk/confirm/file/file-seal';
import { FileOffer } from '../../../src/kiosk/screens/check/file/FileOffer';
import { changeDraft, useSession } from '../../../src/kiosk/session/session-store';
import { sealedSample } from '../../queue/sealed-samples';
import { sampleDraft } from '../../support/sample-application';
import { press } from '../press';
import { currentDraft, showScreen, startSession } from '../show-screen';

const words = ja.inFile;
const sealed = sealedSample(28);
const { receptionNumber } = sealed.manifest;
const checking = { kind: 'wizard', step: 'check', cameFromCheck: false } as const;
/** What happened, in its order. */
let log: string[] = [];

const noted = (name: string, fails: boolean) => (): Promise<void> => {
  log.push(name);
  return fails ? Promise.reject(new DOMException(name, 'QuotaExceededError')) : Promise.resolve();
};

function stubPicker(failing?: 'write' | 'close'): void {
  const file = {
    write: noted('write', failing === 'write'),
    close: noted('close', failing === 'close'),
    abort: noted('abort', false),
  };
  vi.stubGlobal('showSaveFilePicker', () => {
    log.push('pick');
    return Promise.resolve({ createWritable: () => Promise.resolve(file) });
  });
}

function sealInto(overrides: Partial<FileSeal> = {}): FileSeal {
  return {
    receptionNumber,
    reserve: () => {
      log.push('reserve');
      return Promise.resolve('reserved');
    },
    async *bytes() {
      yield await Promise.resolve(new Uint8Array([1]));
    },
    confirm: () => {
      log.push('confirm');
      return Promise.resolve(true);
    },
    ...overrides,
  };
}

const onReserved = vi.fn();
function show(seal: FileSeal = sealInto(), channel: 'assisted' | 'selfService' = 'assisted'): void {
  startSession({ draft: sampleDraft(), place: checking, channel });
  showScreen(<FileOffer sealed={sealed} onReserved={onReserved} />, { openFileSeal: () => Promise.resolve(seal) });
}
const place = () => useSession.getState().place;

beforeEach(() => {
  log = [];
  onReserved.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a full tablet takes an application in by a file', () => {
  it('in this order: the place is chosen, the number reserved, the file written, and only then the number shown', async () => {
    stubPicker();
    show();
    expect(document.body.textContent).not.toContain(receptionNumber);
    await press(words.save);
    await vi.waitFor(() => expect(place()).toMatchObject({ kind: 'sealed', receptionNumber }));
    expect(log).toEqual(['pick', 'reserve', 'write', 'close', 'confirm']);
    expect(useSession.getState().draft).toBeUndefined();
  });

  it('takes no number where the hand changes its mind, and the application can still be changed', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('dismissed', 'AbortError')));
    show();
    await press(words.save);
    await screen.findByText(words.title.offered);
    expect(log).toEqual([]);
    changeDraft({ contactName: '見本 花子' });
    expect(currentDraft().contactName).toBe('見本 花子');
  });

  it.each(['storageFull', 'sequenceTaken'] as const)(
    'says so where no number is to be had (%s), and saves nothing',
    async (kind) => {
      stubPicker();
      show(sealInto({ reserve: () => Promise.resolve(kind) }));
      await press(words.save);
      expect(await screen.findByText(words.problem[kind])).toBeVisible();
      expect(log).toEqual(['pick', 'abort']);
      expect(place()).toEqual(checking);
      expect(useSession.getState().isSealing).toBe(false);
    },
  );

  it.each(['write', 'close'] as const)(
    'confirms nothing where the file fails at %s; it stays locked until it is saved',
    async (step) => {
      stubPicker(step);
      show();
      await press(words.save);
      expect(await screen.findByText(words.problem.notSaved)).toBeVisible();
      expect(log).not.toContain('confirm');
      expect(place()).toEqual(checking);
      changeDraft({ contactName: '' });
      expect(currentDraft().contactName).toBe('見本 太郎');
      expect(onReserved).toHaveBeenLastCalledWith(true);
      stubPicker();
      await press(words.saveAgain);
      await vi.waitFor(() => expect(place()).toMatchObject({ kind: 'sealed', receptionNumber }));
    },
  );

  it('shows no number while it could not be written down that the file is there, and asks to try that again', async () => {
    stubPicker();
    const confirm = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    show(sealInto({ confirm }));
    await press(words.save);
    expect(await screen.findByText(words.title.unnoted)).toBeVisible();
    expect(document.body.textContent).not.toContain(receptionNumber);
    await press(ja.common.action.retry);
    await vi.waitFor(() => expect(place()).toMatchObject({ kind: 'sealed', receptionNumber }));
  });

  it('believes no download until somebody has looked', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:sealed', revokeObjectURL: () => undefined }));
    show();
    await press(words.save);
    expect(await screen.findByText(words.title.given)).toBeVisible();
    expect(log).toEqual(['reserve']);
    expect(place()).toEqual(checking);
    await press(words.isThere);
    await vi.waitFor(() => expect(place()).toMatchObject({ kind: 'sealed', receptionNumber }));
  });

  it('lets it be called off after a failure: nobody was given the number', async () => {
    stubPicker('write');
    show();
    await press(words.save);
    await screen.findByText(words.problem.notSaved);
    await press(words.giveUp);
    expect(useSession.getState()).toMatchObject({ draft: undefined, place: { kind: 'home' }, isSealing: false });
  });

  it('never by a resident alone: a person of staff takes the file', () => {
    show(sealInto(), 'selfService');
    expect(screen.getByText(words.callStaff)).toBeVisible();
    expect(screen.queryByText(words.save)).toBeNull();
  });
});
