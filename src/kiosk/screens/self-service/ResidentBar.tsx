import { useConfiguration } from '../../tablet/tablet-store';
import { CallStaff } from './CallStaff';
import styles from './ResidentBar.module.css';

/** The line above a resident's screens outside the steps: whose counter this is, and a person to call. */
export function ResidentBar() {
  const { municipality } = useConfiguration();
  return (
    <>
      <strong className={styles.municipality}>{municipality.name}</strong>
      <CallStaff />
    </>
  );
}
