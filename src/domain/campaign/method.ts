import type { Channel } from './channel';

/**
 * How the card reaches the applicant:
 * `collectAtOffice` 交付時来庁, `verifyAtApplication` 申請時来庁, `visitingReception` 出張申請受付,
 * `applicationSupport` 申請サポート, `photoOnly` 写真のみ.
 */
export const methods = [
  'collectAtOffice',
  'verifyAtApplication',
  'visitingReception',
  'applicationSupport',
  'photoOnly',
] as const;
export type Method = (typeof methods)[number];

const methodsWithIdentityCheck: readonly Method[] = ['verifyAtApplication', 'visitingReception'];

/** Whether identity documents are checked when applying, so that the card can be mailed. */
export function hasIdentityCheck(method: Method): boolean {
  return methodsWithIdentityCheck.includes(method);
}

/** Whether it ends in a sealed application: a photo alone is handed over and nothing of it is kept. */
export function endsInApplication(method: Method): boolean {
  return method !== 'photoOnly';
}

/** The methods to choose from: a resident alone cannot check their own identity. */
export function methodsFor(channel: Channel): readonly Method[] {
  return methods.filter((method) => endsInApplication(method) && (channel === 'assisted' || !hasIdentityCheck(method)));
}

/** The method chosen beforehand for the next applicant of an opening. */
export function usualMethod(openingMethod: Method, channel: Channel): Method {
  return methodsFor(channel).includes(openingMethod) ? openingMethod : 'collectAtOffice';
}
