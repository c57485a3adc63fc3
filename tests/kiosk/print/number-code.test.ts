// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GreyPicture } from '../../../src/capture/qr/grey-picture';
import { looksInTurn, readQr } from '../../../src/capture/qr/read-qr';
import { type ReceptionNumber, receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { parseStationCode, stationKana } from '../../../src/domain/submission/station-code';
import { receptionNumberCode } from '../../../src/kiosk/print/slip/number-code';

const [quietModules, modulePx] = [4, 6];

/** The code as it stands on paper. */
function printed(number: ReceptionNumber): GreyPicture {
  const { size, isDark } = receptionNumberCode(number);
  const edgePx = (size + 2 * quietModules) * modulePx;
  const at = (px: number): number => Math.floor(px / modulePx) - quietModules;
  const isInk = (column: number, row: number): boolean =>
    Math.min(column, row) >= 0 && Math.max(column, row) < size && isDark(column, row);
  const pixels = Uint8ClampedArray.from({ length: edgePx * edgePx }, (_, index) =>
    isInk(at(index % edgePx), at(Math.floor(index / edgePx))) ? 0 : 255,
  );
  return { pixels, widthPx: edgePx, heightPx: edgePx };
}

const anyNumber = fc
  .tuple(fc.constantFrom(...Array.from(stationKana)), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99_999_999 }))
  .map(([kana, station, sequence]) => {
    const code = parseStationCode(`${kana}${String(station).padStart(2, '0')}`);
    if (!code) throw new RangeError('no station code');
    return receptionNumberOf(code, sequence);
  });

/** Found by this property: two that no look read in the smallest version, and three that none along the rows reads. */
const foundUnread = ['く02-83129232-D', 'あ04-77323539-7', 'か33-60811865-Y', 'み16-68707731-J', 'に53-99371314-2'].map(
  (number): [ReceptionNumber] => [number as ReceptionNumber],
);

it('reads back as the reception number, kana and all, and as nothing more', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const picture = printed(number);
      expect(Array.from({ length: looksInTurn }, (_, look) => readQr(picture, look))).toContain(number);
    }),
    { numRuns: 400, examples: foundUnread },
  );
});
