import { argon2id, argon2Verify } from 'hash-wasm';

/** Argon2id cost: OWASP's 19 MiB, two passes; about 0.1 s on a tablet. */
const cost = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 };

/** Makes the verifier of a PIN (PHC string) for the configuration. */
export function makePinVerifier(pin: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return argon2id({ password: pin, salt, ...cost, outputType: 'encoded' });
}

/** PHC string format, with less than 1 GiB to allocate. */
const verifierForm = /^\$argon2id\$v=19\$m=\d{1,6},t=\d{1,2},p=\d{1,2}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,86}$/;

/** Whether a PIN is the one of this verifier. A verifier that is none lets nobody in. */
export async function verifyPin(pin: string, verifier: string): Promise<boolean> {
  return pin !== '' && verifierForm.test(verifier) && argon2Verify({ password: pin, hash: verifier });
}
