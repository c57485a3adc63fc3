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

/** The methods this kiosk can run whole: those that need no identity checklist and end in an application. */
export const supportedMethods: readonly Method[] = methods.filter(
  (method) => !hasIdentityCheck(method) && method !== 'photoOnly',
);
