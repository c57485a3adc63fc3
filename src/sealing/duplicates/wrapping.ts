/** Pinned on both sides: RFC 7518, 4.6 (key agreement with key wrapping) and 5.3. */
export const keyAgreement = 'ECDH-ES+A256KW';
export const contentEncryption = 'A256GCM';
export const wrappedKeysType = 'madoguchi-duplicate-keys+jwe';
