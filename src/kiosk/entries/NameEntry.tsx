import { type CompositionEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginNameKana, followName, type NameKanaEvent } from '../../domain/applicant/name-kana/name-kana';
import { longestTexts } from '../../domain/applicant/written-text';
import { TextEntry } from '../ui/TextEntry';

export interface NameText {
  readonly name: string;
  readonly kana: string;
}

interface NameEntryProps {
  /** As it was typed, character for character. */
  readonly value: NameText;
  /** Both fields together, because kana follows what is typed as the name. */
  readonly onChange: (value: NameText) => void;
  /** What is wrong, in words, shown beside its field. */
  readonly problems?: { readonly name?: string | undefined; readonly kana?: string | undefined };
}

/**
 * Name and ふりがな. Kana follows what an input method composes, until it is corrected by hand; the name itself is
 * passed on untouched. Kana that is there from the beginning (of a roster, of an earlier step) stays as it is.
 */
export function NameEntry({ value, onChange, problems }: NameEntryProps) {
  const { t } = useTranslation();
  const [followed, setFollowed] = useState(() => beginNameKana(value.name, value.kana));
  const follow = (event: NameKanaEvent): void => {
    const isKnown = followed.name === value.name && followed.kana === value.kana;
    const next = followName(isKnown ? followed : beginNameKana(value.name, value.kana), event);
    setFollowed(next);
    if (next.name !== value.name || next.kana !== value.kana) onChange({ name: next.name, kana: next.kana });
  };
  return (
    <>
      <div
        onCompositionStart={() => follow({ kind: 'started' })}
        onCompositionUpdate={({ data }: CompositionEvent) => follow({ kind: 'composed', text: data })}
        onCompositionEnd={({ data }: CompositionEvent) => follow({ kind: 'ended', text: data })}
      >
        <TextEntry
          label={t('entry.name')}
          value={value.name}
          onChange={(name) => follow({ kind: 'written', name })}
          error={problems?.name}
          maxLength={longestTexts.name}
        />
      </div>
      <TextEntry
        label={t('entry.kana')}
        hint={t('entry.kanaHint')}
        value={value.kana}
        onChange={(kana) => follow({ kind: 'kanaWritten', kana })}
        error={problems?.kana}
        maxLength={longestTexts.kana}
      />
    </>
  );
}
