import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Touches the buttons with exactly these words, one after the other. By text: roles are slow to find by the dozen. */
export async function press(...names: readonly string[]): Promise<void> {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  for (const name of names) await user.click(screen.getByText(name, { selector: 'button' }));
}
