import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedEnvelope } from '../../../../sealing/seal';
import { PinEntry } from '../../../pin/PinEntry';
import { endSealing, leaveApplication, useSession } from '../../../session/session-store';
import { useConfiguration } from '../../../tablet/tablet-store';
import { ActionButton } from '../../../ui/ActionButton';
import { Notice } from '../../../ui/Notice';
import styles from './FileOffer.module.css';
import { type FileSealControl, useFileSeal } from './use-file-seal';

interface FileOfferProps {
  readonly sealed: SealedEnvelope;
  readonly onReserved: (isReserved: boolean) => void;
}

/** The tablet is full and somebody stands before it: the sealed application leaves in a file, and is taken in all the same. */
export function FileOffer(props: FileOfferProps) {
  const isAlone = useSession((session) => session.channel === 'selfService');
  const [isStaff, setIsStaff] = useState(!isAlone);
  return isStaff ? <Offer {...props} /> : <StaffFirst onProven={() => setIsStaff(true)} />;
}

/** Whoever carries the file to the office must be staff. */
function StaffFirst({ onProven }: { readonly onProven: () => void }) {
  const { t } = useTranslation();
  const { attendants } = useConfiguration();
  const handedOverBy = useSession((session) => session.attendant?.id);
  const [isAsking, setIsAsking] = useState(false);
  const staff = attendants.filter(({ id, role }) => id === handedOverBy || role === 'supervisor');
  if (isAsking) {
    return (
      <PinEntry label={t('selfService.staffPin')} verifiers={staff.map(({ pinVerifier }) => pinVerifier)} onCorrect={onProven} />
    );
  }
  const go = (
    <ActionButton tone="outline" size="small" onPress={() => setIsAsking(true)}>
      {t('inFile.staff')}
    </ActionButton>
  );
  return (
    <Notice tone="attention" action={go}>
      {t('inFile.callStaff')}
    </Notice>
  );
}

function Offer({ sealed, onReserved }: FileOfferProps) {
  const { t } = useTranslation();
  const control = useFileSeal(sealed, onReserved);
  const { stage, problem, file } = control;
  return (
    <div className={styles.offer}>
      {problem ? <Notice tone="error">{t(`inFile.problem.${problem}`)}</Notice> : null}
      <Notice tone="attention">
        <strong>{t(`inFile.title.${stage}`)}</strong>
        <p>{t(`inFile.lead.${stage}`, { file })}</p>
      </Notice>
      <div className={styles.actions}>
        <Actions control={control} />
      </div>
    </div>
  );
}

function Actions({ control: { stage, save, confirm } }: { readonly control: FileSealControl }) {
  const { t } = useTranslation();
  const saveButton = (isFirst: boolean) => (
    <ActionButton tone={isFirst ? 'primary' : 'outline'} onPress={save} isDisabled={stage === 'saving'}>
      {t(stage === 'offered' || stage === 'saving' ? 'inFile.save' : 'inFile.saveAgain')}
    </ActionButton>
  );
  if (stage === 'given' || stage === 'unnoted') {
    return (
      <>
        {stage === 'given' ? saveButton(false) : null}
        <ActionButton onPress={confirm}>{t(stage === 'given' ? 'inFile.isThere' : 'common.action.retry')}</ActionButton>
      </>
    );
  }
  const giveUp = (): void => {
    endSealing();
    leaveApplication();
  };
  return (
    <>
      {stage === 'reserved' ? (
        <ActionButton tone="quiet" onPress={giveUp}>
          {t('inFile.giveUp')}
        </ActionButton>
      ) : null}
      {saveButton(true)}
    </>
  );
}
