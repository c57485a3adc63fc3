import { type FocusEvent, useState } from 'react';

/** Whether somebody has been in a field and left it: what is only half written is not called wrong. */
export function useHasLeft() {
  const [hasLeft, setHasLeft] = useState(false);
  const onFocus = (): void => setHasLeft(false);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setHasLeft(true);
  };
  return { hasLeft, watch: { onFocus, onBlur } };
}
