import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../domain/calendar/day';
import { type Paper, papers, sheetFor } from '../../../domain/photo/sheet/sheet';
import { photoValidity } from '../../../domain/rules/photo-age-rule';
import { eraDateWords } from '../../../i18n/era-words';
import { saveFile } from '../../files/save-file';
import { printPage } from '../../print/print-page';
import { leaveApplication, useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { WizardFrame } from '../wizard/WizardFrame';
import { ByPost } from './ByPost';
import styles from './PhotoSheet.module.css';
import { SheetPicture } from './SheetPicture';

const paperNames = Object.keys(papers) as Paper[];

/** 2026.11.20: letters that every printer's font has. */
const plainDate = (day: Day): string => day.replaceAll('-', '.');

/** The sheet to be printed, in true proportion, and the ways to paper. */
export function PhotoSheet() {
  const { t } = useTranslation();
  const photo = useSession((session) => session.draft?.photo);
  const [paper, setPaper] = useState<Paper>('photoL');
  const [saved, setSaved] = useState<'saved' | 'notSaved'>();
  const day = useSession((session) => session.opening?.day);
  if (!photo || !day) return null;
  const { until, months } = photoValidity(day);
  const onPaper = t('photoOnly.onPaper', { taken: plainDate(day), until: plainDate(until) });
  const sheet = sheetFor(paper);
  const save = async (): Promise<void> => {
    const { makePhotoSheetPdf } = await import('../../print/photo-sheet-pdf');
    const content = await makePhotoSheetPdf(sheet, photo.bytes, `${plainDate(day)} - ${plainDate(until)}`);
    setSaved(await saveFile({ name: `photo-${paper}.pdf`, mediaType: 'application/pdf', content }));
  };
  return (
    <WizardFrame
      extra={
        <>
          <ActionButton tone="outline" onPress={() => void save().catch(() => setSaved('notSaved'))}>
            {t('photoOnly.savePdf')}
          </ActionButton>
          <ActionButton tone="outline" onPress={() => printPage(sheet)}>
            {t('photoOnly.print')}
          </ActionButton>
        </>
      }
      primary={<ActionButton onPress={leaveApplication}>{t('photoOnly.finish')}</ActionButton>}
    >
      <div className={styles.sheet}>
        <SheetPicture sheet={sheet} photo={photo} validity={onPaper} className={styles.paper} />
        <div className={styles.side}>
          <h1>{t('photoOnly.title')}</h1>
          <ChoiceCards
            label={t('photoOnly.paper')}
            columns={3}
            value={paper}
            choices={paperNames.map((value) => ({
              value,
              label: t(`photoOnly.paperName.${value}`),
              hint: t('photoOnly.count', { count: sheetFor(value).photos.length }),
            }))}
            onChange={setPaper}
          />
          <ol className={styles.steps}>
            <li>{t('photoOnly.step.actualSize')}</li>
            <li>{t('photoOnly.step.ruler')}</li>
            <li>{t('photoOnly.step.cut')}</li>
          </ol>
          {saved === 'saved' ? <Notice tone="done">{t('photoOnly.saved')}</Notice> : null}
          {saved === 'notSaved' ? <Notice tone="error">{t('photoOnly.notSaved')}</Notice> : null}
          <p>{t('photoOnly.photoUntil', { date: eraDateWords(t, until), months })}</p>
          <ByPost day={day} />
          <small>{t('photoOnly.underOne')}</small>
        </div>
      </div>
    </WizardFrame>
  );
}
