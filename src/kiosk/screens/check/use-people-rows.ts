import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Application } from '../../../domain/application/application';
import { countBraille, longestBraille } from '../../../domain/applicant/braille';
import { findPartner } from '../../../domain/campaign/office-rules';
import { westernDateWords } from '../../../i18n/day-words';
import { useOfficeRules } from '../../session/office-rules';
import type { CheckRow } from './check-row';

/** What only some applications have: another municipality, a stay, names beside the name, braille, a representative. */
export function usePeopleRows(application: Application): readonly CheckRow[] {
  const { t } = useTranslation();
  const { partners } = useOfficeRules();
  const { destination } = application;
  const partner = destination ? findPartner(partners, destination) : undefined;
  return [
    ...(partner ? [{ step: 'details' as const, name: t('details.check.destination'), value: partner.name }] : []),
    ...stayRows(t, application),
    ...nameRows(t, application),
    ...brailleRows(t, application),
    ...applicantRows(t, application),
    ...representativeRows(t, application),
  ];
}

function stayRows(t: TFunction, { foreignResident }: Application): readonly CheckRow[] {
  if (!foreignResident) return [];
  const { status, term, stayEndsOn } = foreignResident;
  const note =
    stayEndsOn === null
      ? t(`details.stay.terms.${term}`)
      : t('details.check.stayUntil', { date: westernDateWords(t, stayEndsOn) });
  return [{ step: 'details', name: t('details.stay.status'), value: t(`details.stay.statuses.${status}`), note }];
}

function nameRows(t: TFunction, { applicant }: Application): readonly CheckRow[] {
  return (['formerName', 'alias'] as const).flatMap((field) => {
    const value = applicant[field];
    return value === null ? [] : [{ step: 'details' as const, name: t(`details.nameNotes.${field}`), value }];
  });
}

function brailleRows(t: TFunction, { braille }: Application): readonly CheckRow[] {
  if (braille === null) return [];
  const note = t('details.braille.count', { count: countBraille(braille), most: longestBraille });
  return [{ step: 'details', name: t('details.braille.title'), value: braille, note }];
}

function applicantRows(t: TFunction, { applicant }: Application): readonly CheckRow[] {
  const { name, kana, postalCode, address, phone } = applicant;
  const person = [name, kana].filter((part) => part !== null).join(' ');
  const place = [postalCode, address].filter((part) => part !== null).join(' ');
  const row = { step: 'choices' } as const;
  return [
    ...(person === '' ? [] : [{ ...row, name: t('entry.name'), value: person }]),
    ...(place === '' ? [] : [{ ...row, name: t('entry.address'), value: place }]),
    ...(phone === null ? [] : [{ ...row, name: t('entry.phone'), value: phone }]),
  ];
}

function representativeRows(t: TFunction, { representative }: Application): readonly CheckRow[] {
  if (!representative) return [];
  const { name, kana, relation, address, phone, sharesAddress } = representative;
  const notes = [
    t(`representative.relations.${relation}`),
    sharesAddress ? t('representative.check.sameAddress') : address,
    phone && t('representative.check.phone', { phone }),
  ];
  const note = notes.filter(Boolean).join(t('notices.between'));
  return [{ step: 'representative', name: t('representative.check.row'), value: `${name}（${kana}）`, note }];
}
