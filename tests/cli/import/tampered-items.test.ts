import { expect, test } from 'vitest';
import { digestOfVoid } from '../../../src/sealing/void/void';
import { officeWithTablet } from '../support/confirmed-tablet';
import { sealNth, stationVoid } from '../support/envelopes';
import { partOf, writePartFile } from '../support/transfer-part';

/** What no header of a request may carry, put where a signature stands. */
const unsendable = ['あ', 'é', '\n', '\u0000'];

const tampered = (jws: string, character: string): string => `${jws.slice(0, -3)}${character}${jws.slice(-2)}`;

test('a manifest or void with anything in its signature is skipped by its reason, and the rest goes on', async () => {
  const place = await officeWithTablet();
  const [bad, good] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  const signed = await stationVoid(place.sealer, good);
  for (const [index, character] of unsendable.entries()) {
    const items = [{ ...bad, manifestJws: tampered(bad.manifestJws, character) }, good];
    const voidJws = tampered(signed.voidJws, character);
    const voids = [{ envelopeId: good.manifest.envelopeId, digest: await digestOfVoid(voidJws), voidJws }];
    await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, items, { voids }));
    const { exitCode, terminal } = await place.run(['import', '--receipts', 'receipts.txt', 'part.zip']);
    expect(terminal.errors).toEqual([
      expect.stringContaining(`skipped  ${bad.manifest.envelopeId}  [manifestRefused]`),
      expect.stringContaining(`skipped  ${good.manifest.envelopeId}.void  [voidRefused]`),
    ]);
    const taken = index === 0 ? '1 stored, 0 here already' : '0 stored, 1 here already';
    expect(terminal.printed.at(-1)).toBe(`${taken}, 0 held, 2 skipped, 0 missing`);
    expect(exitCode).toBe(1);
  }
});
