import { argon2id, argon2Verify } from 'hash-wasm';

/** Argon2id cost: OWASP's 19 MiB, two passes; about 0.1 s on a tablet. */
const cost = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 };

/** Makes the verifier of a PIN (PHC string) for the configuration. */
export function makePinVerifier(pin: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return argon2id({ password: pin, salt, ...cost, outputType: 'encoded' });
}

/** Whether a PIN is the one of this verifier. */
export function verifyPin(pin: string, verifier: string): Promise<boolean> {
  return pin === '' ? Promise.resolve(false) : argon2Verify({ password: pin, hash: verifier });
}
