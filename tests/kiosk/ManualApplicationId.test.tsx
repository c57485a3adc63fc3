import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ManualApplicationId } from '../../src/kiosk/screens/wizard/ManualApplicationId';
import { sampleApplicationId } from '../support/sample-application';
import { press } from './press';
import { forgetApplicationId, useSession } from '../../src/kiosk/session/session-store';
import { currentDraft, showScreen, startSession } from './show-screen';

const type = (digits: string): Promise<void> => press(...digits);

describe('the application ID typed by hand', () => {
  beforeEach(() => {
    startSession();
    showScreen(<ManualApplicationId />);
  });

  it('is taken once both entries agree', async () => {
    await type(sampleApplicationId);
    expect(currentDraft().applicationId).toBeUndefined();
    await type(sampleApplicationId);
    expect(currentDraft()).toMatchObject({ applicationId: sampleApplicationId, applicationIdSource: 'typed' });
  });

  it('is not taken when they differ, and says so', async () => {
    await type(sampleApplicationId);
    await type(`${sampleApplicationId.slice(0, -1)}0`);
    expect(screen.getByRole('alert')).toHaveTextContent('1回目と違うところがあります');
    expect(currentDraft().applicationId).toBeUndefined();
  });

  it('takes nothing from twelve digits', async () => {
    await type(sampleApplicationId.slice(0, 12));
    expect(currentDraft().applicationId).toBeUndefined();
    expect(screen.getByText('あと11桁')).toBeInTheDocument();
  });

  it('forgets both entries when another form is taken', async () => {
    await type(sampleApplicationId);
    await type(sampleApplicationId);
    forgetApplicationId();
    expect(currentDraft().applicationId).toBeUndefined();
    expect(useSession.getState().typedId).toEqual({ first: '', second: '' });
  });
});
