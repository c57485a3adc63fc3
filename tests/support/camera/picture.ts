/** Everything a fake camera can be pointed at. */
export const pictures = [
  'form',
  'secondForm',
  'thirdForm',
  'fourthForm',
  'enrolment',
  'dayCard',
  'personalNumber',
  'foreignCode',
  'portrait',
  'turnedPortrait',
  'desk',
] as const;
export type Picture = (typeof pictures)[number];

export type Colour = readonly [red: number, green: number, blue: number];

/** Colour of the strips at the left and right edge of a picture, far outside the photo's crop. */
export const stripColours: Readonly<Record<Picture, Colour>> = {
  form: [0, 64, 255],
  secondForm: [0, 200, 255],
  thirdForm: [120, 120, 255],
  fourthForm: [120, 0, 255],
  enrolment: [230, 20, 20],
  dayCard: [230, 110, 20],
  personalNumber: [240, 200, 0],
  foreignCode: [230, 0, 200],
  portrait: [0, 170, 60],
  turnedPortrait: [120, 255, 120],
  desk: [40, 40, 40],
};

export const stripWidthPx = 64;
export const frameSizePx = { width: 1920, height: 1080 } as const;
