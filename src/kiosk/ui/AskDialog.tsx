import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './AskDialog.module.css';

interface AskDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The ways out, the safe one last. */
  readonly actions: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  readonly onDismiss: () => void;
}

/** A question over the screen. Touching beside it or Escape is the safe answer. */
export function AskDialog({ title, children, actions, role = 'dialog', onDismiss }: AskDialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => !isOpen && onDismiss()}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} role={role}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
