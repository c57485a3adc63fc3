import { instantField, sha256Field, stationCodeField } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { findJsonFile, writeJsonFile } from '../files/json-file';
import type { OfficeFolder } from '../office/office-folder';

const keptCodeSchema = z.strictObject({
  stationCode: stationCodeField,
  expiresAt: instantField,
  /** The code's two secrets (hex) by what the server calls them. */
  secrets: z.array(z.strictObject({ codeId: sha256Field, secret: z.string().regex(/^([0-9a-f]{2}){10,16}$/) })),
});
const enrolmentCodesSchema = z.strictObject({ codes: z.array(keptCodeSchema) });

/** An enrolment code as the office keeps it until its tablet is confirmed. */
export type KeptCode = z.infer<typeof keptCodeSchema>;

/** A tablet that enrolled may be confirmed long after its code expired; then nobody comes any more. */
const forgottenAfterMs = 30 * 24 * 60 * 60 * 1000;

export async function readEnrolmentCodes(office: OfficeFolder): Promise<readonly KeptCode[]> {
  return (await findJsonFile(office.enrolmentCodes, enrolmentCodesSchema))?.codes ?? [];
}

export async function keepEnrolmentCode(office: OfficeFolder, code: KeptCode, nowMs: number): Promise<void> {
  const kept = (await readEnrolmentCodes(office)).filter(({ expiresAt }) => Date.parse(expiresAt) > nowMs - forgottenAfterMs);
  await writeJsonFile(office.enrolmentCodes, { codes: [...kept, code] });
}

/** Forgets the secrets of a station that was confirmed. */
export async function forgetEnrolmentCode(office: OfficeFolder, stationCode: string): Promise<void> {
  const codes = (await readEnrolmentCodes(office)).filter((code) => code.stationCode !== stationCode);
  await writeJsonFile(office.enrolmentCodes, { codes });
}

/** The secret that goes with a code's digest; undefined where this office made no such code. */
export function findSecret(codes: readonly KeptCode[], codeId: string): Uint8Array<ArrayBuffer> | undefined {
  const found = codes.flatMap(({ secrets }) => secrets).find((entry) => entry.codeId === codeId);
  return found && new Uint8Array(Buffer.from(found.secret, 'hex'));
}
