import type { Instruction } from '../../../../domain/photo/coach/instruction';

const left = 'M19 12H5m0 0l6-6m-6 6l6 6';
const right = 'M5 12h14m0 0l-6-6m6 6l-6 6';
const up = 'M12 19V5m0 0l-6 6m6-6l6 6';
const down = 'M12 5v14m0 0l-6-6m6 6l6-6';
const face = 'M12 4a6 7 0 0 1 6 7c0 5-3 9-6 9s-6-4-6-9a6 7 0 0 1 6-7Zm-2.5 7v.5m5-.5v.5M10 15.5h4';
const sun =
  'M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6L7 7m10 10l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4';
const eye = 'M3 12c3-5 6-6.5 9-6.5s6 1.5 9 6.5c-3 5-6 6.5-9 6.5S6 17 3 12Zm9-2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z';
const turnLeft = 'M18.5 18a7 7 0 1 0-13-3.5M5 9.5v5h5';
const turnRight = 'M5.5 18a7 7 0 1 1 13-3.5M19 9.5v5h-5';
const remove = `${face}M4 4l16 16`;

const shapes: Readonly<Record<Instruction, string>> = {
  showFace: face,
  onePersonOnly: face,
  comeCloser: 'M4 4l6 6m0-5v5H5M20 4l-6 6m0-5v5h5M4 20l6-6m-5 0h5v5M20 20l-6-6m5 0h-5v5',
  otherCamera: 'M4 8h4l1.5-2h5L16 8h4v11H4ZM12 10.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  stepBack: 'M10 10L4 4m0 5V4h5M14 10l6-6m-5 0h5v5M10 14l-6 6m5 0H4v-5M14 14l6 6m0-5v5h-5',
  moveLeft: left,
  moveRight: right,
  cameraUp: up,
  cameraDown: down,
  tiltLeft: turnLeft,
  tiltRight: turnRight,
  turnLeft: left,
  turnRight: right,
  chinUp: up,
  chinDown: down,
  removeDarkGlasses: remove,
  uncoverHead: remove,
  uncoverFace: remove,
  openEyes: eye,
  closeMouth: 'M4 12c3-2 5-3 8-1.5 3-1.5 5-.5 8 1.5-3 3-5 4.5-8 4.5S7 15 4 12Zm0 0h16',
  moreLight: sun,
  lessLight: 'M19 15.5A8 8 0 1 1 9.5 5 6.5 6.5 0 0 0 19 15.5Z',
  lightFromFront: sun,
  avoidGlare: sun,
  holdStill: 'M8 6v12M16 6v12',
  plainWall: 'M4 5h16v14H4Z',
  hold: 'M5 12.5l4.5 4.5L19 7.5',
};

/** The sign of an instruction; the words beside it say the same. */
export function CoachIcon({ instruction }: { readonly instruction: Instruction }) {
  return (
    <svg width="30" height="30" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={shapes[instruction]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
