import { join } from 'node:path';
import { findFile, replaceFile } from '../files/durable-file';
import { makePrivateFolder } from '../files/private-folder';
import type { OfficeFolder } from '../office/office-folder';
import type { BesideVoid, JudgeVoid } from './judge-void';
import { keepVoid } from './void-file';

/**
 * The voids that an office knows, in its own folder: the envelope of one may have been fetched into any folder before,
 * and is opened from there. One that came after the office had its envelope is a clerk's task until it is settled.
 */
export interface OfficeVoids {
  /** Where the void of an envelope lies, if there is one. */
  readonly fileOf: (envelopeId: string) => string;
  /** Keeps one that was judged true. */
  readonly keep: (voidJws: string, beside: BesideVoid, judge: JudgeVoid) => Promise<void>;
  readonly isSettled: (envelopeId: string) => Promise<boolean>;
  /** False where no void is known, or it was settled before. */
  readonly settle: (envelopeId: string) => Promise<boolean>;
}

export function officeVoids({ voids: folder }: OfficeFolder): OfficeVoids {
  const fileOf = (envelopeId: string): string => join(folder, `${envelopeId}.void`);
  const settledFileOf = (envelopeId: string): string => join(folder, `${envelopeId}.settled`);
  return {
    fileOf,
    keep: async (voidJws, beside, judge) => {
      await makePrivateFolder(folder);
      await keepVoid(fileOf(beside.envelopeId), voidJws, beside, judge);
    },
    isSettled: async (envelopeId) => (await findFile(settledFileOf(envelopeId))) !== undefined,
    settle: async (envelopeId) => {
      if (!(await findFile(fileOf(envelopeId))) || (await findFile(settledFileOf(envelopeId)))) return false;
      await replaceFile(settledFileOf(envelopeId), `${new Date().toISOString()}\n`);
      return true;
    },
  };
}
