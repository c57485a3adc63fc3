import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/domain/application/contact';

describe('a mail address', () => {
  it.each([
    ['taro@mihon.example', 'taro@mihon.example'],
    [' taro@mihon.example ', 'taro@mihon.example'],
    ['ｔａｒｏ＠ｍｉｈｏｎ．ｅｘａｍｐｌｅ', 'taro@mihon.example'],
    ['taro..mihon.@docomo.mihon.example', 'taro..mihon.@docomo.mihon.example'],
    ["o'mihon+card@mihon.example", "o'mihon+card@mihon.example"],
  ])('%s is read', (text, address) => {
    expect(readMail(text)).toEqual({ kind: 'address', address });
  });

  it('may be left out', () => {
    for (const text of ['', ' ', '　']) expect(readMail(text)).toEqual({ kind: 'none' });
  });

  it.each([
    'taro',
    'taro@',
    '@mihon.example',
    'taro@mihon',
    'a@b@mihon.example',
    'ta ro@mihon.example',
    'taro@-.',
    'たろう@mihon.example',
    `${'a'.repeat(250)}@mihon.example`,
  ])('%s is no address', (text) => {
    expect(readMail(text)).toEqual({ kind: 'invalid' });
  });

  it('never makes the reader throw or hang', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ['none', 'address', 'invalid'].includes(readMail(text).kind)));
    expect(readMail(`a@${'a.'.repeat(50_000)}`).kind).toBe('invalid');
  });
});
