import { create } from 'zustand';
import type { CameraFacing } from '../../capture/camera-constraints';
import type { CameraProblem } from '../../capture/camera-problem';

/**
 * The one camera of the tablet. It is opened when a screen first shows it and stays open from screen to screen
 * (asking anew costs a second, and on an iPad a question), its picture stopped while no screen shows it. It is
 * released at sign-out, at the lock, and while the page is hidden.
 */
export interface CameraRoom {
  /** Undefined until a screen has asked for a camera, and after it was released. */
  readonly facing: CameraFacing | undefined;
  /** A camera somebody chose; it goes before the side. */
  readonly deviceId: string | undefined;
  /** Where the picture is shown now. */
  readonly stage: HTMLElement | undefined;
  /** There once the camera's first frame has come. */
  readonly video: HTMLVideoElement | undefined;
  readonly stream: MediaStream | undefined;
  readonly problem: CameraProblem | undefined;
  /** Counts the times somebody asked to try again. */
  readonly attempt: number;
}

const released = { stage: undefined, video: undefined, stream: undefined, problem: undefined, attempt: 0 } as const;

export const useCameraRoom = create<CameraRoom>()(() => ({ facing: undefined, deviceId: undefined, ...released }));

const { setState } = useCameraRoom;

/** Shows the camera in an element. Returns what takes it away again; the camera stays open. */
export function showCamera(stage: HTMLElement, facing: CameraFacing): () => void {
  setState((room) => ({ stage, facing, ...(room.facing === facing ? {} : lost(room)) }));
  return () => setState((room) => (room.stage === stage ? { stage: undefined } : {}));
}

export function chooseCamera(deviceId: string): void {
  setState((room) => ({ deviceId, ...lost(room) }));
}

export function retryCamera(): void {
  setState((room) => lost(room));
}

export function reportCamera(problem: CameraProblem): void {
  setState({ problem, video: undefined, stream: undefined });
}

/** Switches the camera off; the next screen that shows one opens it anew. */
export function releaseCamera(): void {
  setState({ facing: undefined, ...released });
}

function lost({ attempt }: CameraRoom): Pick<CameraRoom, 'video' | 'stream' | 'problem' | 'attempt'> {
  return { video: undefined, stream: undefined, problem: undefined, attempt: attempt + 1 };
}

/** Whether a camera looks at whoever stands before the screen: its preview is shown as in a mirror. */
export function isFacingViewer(stream: MediaStream | undefined): boolean {
  return stream?.getVideoTracks()[0]?.getSettings().facingMode === 'user';
}
