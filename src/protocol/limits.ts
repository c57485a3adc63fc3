/** Sizes in bytes that both sides check before they allocate or read. */
export const wireLimits = {
  envelopeBytes: 8 * 1024 * 1024,
  applicationJsonBytes: 64 * 1024,
  photoBytes: 7_000_000,
  manifestBytes: 4 * 1024,
  configurationBytes: 1024 * 1024,
  /** A sealed roster, armored. */
  rosterBytes: 1024 * 1024,
  jsonBodyBytes: 256 * 1024,
} as const;
