import type { SigningKey } from '../sealing/jws';
import { verifyConfiguration } from '../sealing/configuration';
import type { KeptSigningKey } from '../sealing/signing-key-file';
import { findNextReceiptKey, promoteNextReceiptKey } from './receipt-key';
import type { Storage } from './storage/storage';

/** The key that signs receipts now, which may change while the server runs. */
export interface ReceiptKeys {
  readonly signer: SigningKey;
  /**
   * A next key signs from the moment when every municipality's configuration here lists it: earlier, a tablet could be
   * given a receipt that no configuration lets it verify. Rejects where it cannot be put in place; then the present
   * one goes on signing.
   */
  takeNext(): Promise<void>;
}

export interface ReceiptKeyPorts {
  readonly dataFolder: string;
  readonly storage: Pick<Storage, 'municipalities' | 'configurations' | 'audit'>;
}

/** Keys in the server's folder; `present` is the one that was read at start. */
export function receiptKeysIn({ dataFolder, storage }: ReceiptKeyPorts, present: KeptSigningKey): ReceiptKeys {
  let { signer } = present;
  return {
    get signer() {
      return signer;
    },
    takeNext: async () => {
      const next = await findNextReceiptKey(dataFolder);
      if (!next || !(await isListedByAll(next.signer.kid, storage))) return;
      await noteRotation(next.signer.kid, storage);
      await promoteNextReceiptKey(dataFolder);
      signer = next.signer;
    },
  };
}

/** Before the key signs, and once, also where it could not be put in place at the first attempt. */
async function noteRotation(kid: string, { municipalities, audit }: ReceiptKeyPorts['storage']): Promise<void> {
  for (const { code } of await municipalities.list()) {
    if ((await audit.findLast(code, 'receiptKeyRotated'))?.facts['kid'] === kid) return;
  }
  await audit.note({ kind: 'receiptKeyRotated', facts: { kid } }, Date.now());
}

async function isListedByAll(kid: string, { municipalities, configurations }: ReceiptKeyPorts['storage']): Promise<boolean> {
  for (const { code, configurationKey } of await municipalities.list()) {
    const jws = await configurations.findCurrent(code);
    const configuration = jws === undefined ? undefined : await verifyConfiguration(jws, configurationKey);
    if (!configuration?.serverKeys.some((listed) => listed.kid === kid)) return false;
  }
  return true;
}
