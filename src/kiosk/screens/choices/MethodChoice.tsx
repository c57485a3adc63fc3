import { useTranslation } from 'react-i18next';
import { type Method, methodsFor, usualMethod } from '../../../domain/campaign/method';
import { changeDraft, useSession } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';

/** 受け取り方. The opening's own is chosen beforehand and says that it is. A photo alone has its door on the home screen. */
export function MethodChoice() {
  const { t } = useTranslation();
  const { draft, opening, channel } = useSession();
  if (!draft || !opening) return null;
  const usual = usualMethod(opening.method, channel);
  const hintOf = (method: Method): string => {
    const hint = t(`common.methodHint.${method}`);
    return method === usual ? t('choices.usualHere', { hint }) : hint;
  };
  return (
    <ChoiceCards
      label={t('wizard.choices.method')}
      columns={2}
      value={draft.method}
      choices={methodsFor(channel).map((value) => ({
        value,
        label: t(`common.method.${value}`),
        hint: hintOf(value),
      }))}
      onChange={(method) => changeDraft({ method })}
    />
  );
}
