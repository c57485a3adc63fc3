import { Component, type ReactNode } from 'react';
import { FaultScreen } from './FaultScreen';

interface FaultBoundaryState {
  readonly hasFailed: boolean;
}

/** A broken screen ends here. What was thrown is not shown or kept: it could carry what was on screen. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultBoundaryState> {
  override state: FaultBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): FaultBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FaultScreen code="screen" /> : this.props.children;
  }
}
