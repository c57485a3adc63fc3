import type { Manifest } from '../../protocol/manifest';

/** Which envelopes were opened already, before or in this run. */
export interface ReplayGuard {
  /** Whether another envelope than this one has its id, its bytes or its place in the station's sequence. */
  readonly isReplayed: (manifest: Manifest) => boolean;
  readonly note: (manifest: Manifest) => void;
}

export function makeReplayGuard(opened: readonly Manifest[]): ReplayGuard {
  const takenBy = new Map<string, string>();
  const claims = ({ envelopeId, digest, stationId, sequence }: Manifest): readonly string[] => [
    `id ${envelopeId}`,
    `digest ${digest}`,
    `sequence ${stationId} ${sequence}`,
  ];
  const nameOf = ({ envelopeId, digest }: Manifest): string => `${envelopeId} ${digest}`;
  const guard: ReplayGuard = {
    isReplayed: (manifest) => claims(manifest).some((claim) => (takenBy.get(claim) ?? nameOf(manifest)) !== nameOf(manifest)),
    note: (manifest) => {
      for (const claim of claims(manifest)) takenBy.set(claim, nameOf(manifest));
    },
  };
  for (const manifest of opened) guard.note(manifest);
  return guard;
}
