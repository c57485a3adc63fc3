import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReceiptsFile, parseReceiptsFile } from '../../../src/protocol/transfer/receipts-file';

const anyJws = fc.stringMatching(/^[A-Za-z0-9_-]{4,20}\.[A-Za-z0-9_-]{4,20}\.[A-Za-z0-9_-]{4,20}$/);

describe('a receipts file', () => {
  it('gives back its receipts, each once', () => {
    fc.assert(
      fc.property(fc.array(anyJws, { maxLength: 8 }), (receipts) => {
        const expected = { kind: 'receipts', receipts: [...new Set(receipts)], damaged: 0 };
        expect(parseReceiptsFile(formatReceiptsFile([...receipts, ...receipts]))).toEqual(expected);
      }),
    );
  });

  it('is read with the line ends and marks that editors leave', () => {
    expect(parseReceiptsFile('\uFEFFMADOGUCHI-RECEIPTS 1\r\naa.bb.cc\r\n\r\n')).toEqual({
      kind: 'receipts',
      receipts: ['aa.bb.cc'],
      damaged: 0,
    });
  });

  it('counts its whole lines where it is torn, at every offset', () => {
    const text = formatReceiptsFile(['aa.bb.cc', 'dd.ee.ff']);
    for (let cut = text.indexOf('\n') + 1; cut < text.length; cut += 1) {
      const file = parseReceiptsFile(text.slice(0, cut));
      const whole = file.kind === 'receipts' ? file.receipts.filter((line) => text.includes(`${line}\n`)) : [];
      expect(whole.length, `cut at ${cut}`).toBe(text.slice(text.indexOf('\n') + 1, cut + 1).split('\n').length - 1);
    }
  });

  it('is told from any other file', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseReceiptsFile(text)).toEqual({ kind: 'otherFile' });
      }),
    );
    expect(parseReceiptsFile('MADOGUCHI-RECEIPTS 12\naa.bb.cc')).toEqual({ kind: 'otherFile' });
  });
});
