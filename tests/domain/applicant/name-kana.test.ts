import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginNameKana, followName, type NameKana, type NameKanaEvent } from '../../../src/domain/applicant/name-kana/name-kana';

const started: NameKanaEvent = { kind: 'started' };
const composed = (text: string): NameKanaEvent => ({ kind: 'composed', text });
const ended = (text: string): NameKanaEvent => ({ kind: 'ended', text });
const written = (name: string): NameKanaEvent => ({ kind: 'written', name });
const byHand = (kana: string): NameKanaEvent => ({ kind: 'kanaWritten', kana });

const follow = (events: readonly NameKanaEvent[], from: NameKana = beginNameKana('', '')): NameKana =>
  events.reduce(followName, from);

/** As Chromium tells it: each text composed, then the field's value; at last the end. */
function compose(before: string, texts: readonly string[], after = ''): readonly NameKanaEvent[] {
  const steps = texts.flatMap((text) => [composed(text), written(before + text + after)]);
  return [started, ...steps, ended(texts.at(-1) ?? '')];
}
const typed = (romaji: string): readonly string[] => romaji.split(' ');
const mihon = typed('ｍ み みｈ みほ みほｎ 見本');
const tarou = typed('ｔ た たｒ たろ たろう 太郎');

describe('kana that follows the input method', () => {
  it('of Windows: full-width letters, a word converted, a space, another', () => {
    const name = follow([...compose('', mihon), written('見本　'), ...compose('見本　', tarou)]);
    expect(name).toMatchObject({ name: '見本　太郎', kana: 'みほん たろう' });
  });

  it('shows what is typed so far, without letters that are no kana yet', () => {
    const states = typed('m み みh みほ').map(
      (_, index, texts) => follow(compose('', texts.slice(0, index + 1)).slice(0, -1)).kana,
    );
    expect(states).toEqual(['', 'み', 'み', 'みほ']);
  });

  it('of Google: half-width letters, the whole name at once, other candidates looked at, kana and letters among them', () => {
    const texts = [
      ...typed('m み みh みほ みほn みほんt みほんた みほんたr みほんたろ みほんたろう'),
      '見本太郎',
      'ミホンタロウ',
      'mihontarou',
      '三本太郎',
      '見本太郎',
    ];
    expect(follow(compose('', texts)).kana).toBe('みほんたろう');
  });

  it('completes an n that the input method completes by itself, and no other letter', () => {
    expect(follow(compose('', typed('ｓ さ さｎ 産'))).kana).toBe('さん');
    expect(follow(compose('', typed('ｓ さ さｋ 作'))).kana).toBe('さ');
  });

  it('of macOS, which converts while one types', () => {
    const texts = typed('m み みh みほ みほn みほんt 見本t 見本た 見本たr 見本たろ 見本たろう 見本太郎');
    expect(follow(compose('', texts)).kana).toBe('みほんたろう');
  });

  it('of an iPad: kana by kana, voiced afterwards, small ones too', () => {
    expect(follow(compose('', typed('は ば はし ばし 馬師'))).kana).toBe('ばし');
    expect(follow(compose('', typed('し しや しゃ 社'))).kana).toBe('しゃ');
  });

  it('of a phone that converts the first part, and goes on with the rest at once', () => {
    const first = [
      started,
      composed('みほんたろう'),
      written('みほんたろう'),
      composed('見本'),
      written('見本たろう'),
      ended('見本'),
    ];
    expect(follow([...first, ...compose('見本', ['たろう', '太郎'])])).toMatchObject({ name: '見本太郎', kana: 'みほんたろう' });
  });

  it('of a browser that ends the composition before it tells of the field', () => {
    const events = [started, composed('みほん'), written('みほん'), composed('見本'), ended('見本'), written('見本')];
    expect(follow(events)).toMatchObject({ name: '見本', kana: 'みほん' });
    expect(follow([started, composed('み'), ended('み'), written('み')]).kana).toBe('み');
  });

  it('is hiragana for a name in kana, whichever', () => {
    expect(follow(compose('', typed('s さ さk さく さくr さくら サクラ'))).kana).toBe('さくら');
    expect(follow([written('さくら')]).kana).toBe('さくら');
  });
});

describe('what is erased and entered again', () => {
  const whole = follow([...compose('', mihon), ...compose('見本', tarou)]);

  it('takes its reading along', () => {
    expect(follow([written('見本')], whole).kana).toBe('みほん');
    expect(follow([written('太郎')], whole).kana).toBe('たろう');
    expect(follow([written('')], whole).kana).toBe('');
    expect(follow([written('見本'), ...compose('見本', typed('じ じろ じろう 次郎'))], whole).kana).toBe('みほんじろう');
  });

  it('keeps the reading where only the 漢字 changes', () => {
    const cut = [written('見本太'), ...compose('見本太', typed('ろ ろう 朗'))];
    expect(follow(cut, whole)).toMatchObject({ name: '見本太朗', kana: 'みほんたろう' });
    expect(follow([written('見本太'), ...compose('見本太', typed('い いち 一'))], whole).kana).toBe('みほんいち');
  });

  it('goes where it was entered, and a composition given up leaves nothing', () => {
    expect(follow(compose('', mihon, '太郎'), follow(compose('', tarou))).kana).toBe('みほんたろう');
    expect(
      follow([started, composed('あ'), written('見本太郎あ'), composed(''), written('見本太郎'), ended('')], whole).kana,
    ).toBe('みほんたろう');
    expect(follow([written('見本 太郎')], whole).kana).toBe('みほん たろう');
  });
});

describe('kana that is left alone', () => {
  it('by Latin names, typed or composed', () => {
    expect(follow(Array.from('Maria', (_, index) => written('Maria'.slice(0, index + 1)))).kana).toBe('');
    expect(follow(compose('', typed('ま まり まりあ Ｍａｒｉａ'))).kana).toBe('');
    expect(follow([written('Ito '), ...compose('Ito ', mihon)]).kana).toBe('みほん');
  });

  it('once it was corrected by hand, whatever happens to the name', () => {
    const corrected = follow([...compose('', mihon), byHand('みもと')]);
    expect(follow([...compose('見本', tarou), written('')], corrected).kana).toBe('みもと');
    expect(follow(compose('見本', tarou), beginNameKana('見本', 'ミホン')).kana).toBe('ミホン');
  });

  it('until it is empty: then it follows what is entered from then on', () => {
    expect(follow([...compose('', mihon), byHand('x'), byHand(''), ...compose('見本', tarou)]).kana).toBe('たろう');
  });

  it('by names that were there before', () => {
    expect(follow([written('見本 太郎')], beginNameKana('見本', '')).kana).toBe('');
  });
});

const anyEvent: fc.Arbitrary<NameKanaEvent> = fc.oneof(
  fc.constant(started),
  fc
    .string({ unit: fc.constantFrom('あ', 'ン', 'k', 'n', '見', '葛\u{e0100}', '𠮷', ' ', '　'), maxLength: 4 })
    .chain((text) => fc.constantFrom<NameKanaEvent>(composed(text), ended(text), written(text))),
);

describe('whatever an input method does', () => {
  it('never touches the name, and kana written by hand never changes', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const last = events.findLast((event) => event.kind === 'written');
        expect(follow(events).name).toBe(last?.kind === 'written' ? last.name : '');
        expect(follow(events, beginNameKana('', 'みほん')).kana).toBe('みほん');
      }),
    );
  });

  it('puts nothing but kana and spaces into kana', () => {
    const kanaAndSpaces = /^[\u3041-\u3096ー\s]*$/u;
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        expect(follow(events).kana).toMatch(kanaAndSpaces);
      }),
    );
  });
});
