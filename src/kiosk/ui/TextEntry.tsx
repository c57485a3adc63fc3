import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import styles from './TextEntry.module.css';

interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly inputMode?: 'text' | 'email' | 'numeric' | 'tel';
  readonly type?: 'text' | 'password';
  readonly maxLength?: number;
}

/**
 * A line of text. Nothing typed here may be remembered by the browser: no autofill, no spelling service,
 * no translation.
 */
export function TextEntry({ label, value, onChange, hint, error, inputMode = 'text', type = 'text', maxLength }: TextEntryProps) {
  return (
    <TextField
      className={styles.field}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoComplete="off"
      spellCheck="false"
      inputMode={inputMode}
      type={type}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input} translate="no" autoCapitalize="off" autoCorrect="off" />
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error}>{error}</FieldError>
    </TextField>
  );
}
