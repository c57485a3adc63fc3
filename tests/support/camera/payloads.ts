import type { Payloads } from './draw-pictures';

/** Invented: nobody's form carries these 23 digits. */
export const formIds = {
  form: '90817263544536271809012',
  secondForm: '80716253443526170898123',
  thirdForm: '70615243342516079887234',
  fourthForm: '60514233241506978776345',
} as const;

const onlineSite = 'https://net.kojinbango-card.go.jp/SS_SERVICE_OUT/FA01S001Action.do';

/** Twelve digits whose last does not fit the check formula: nobody's number. */
export const inventedPersonalNumber = ['8470', '9263', '1554'].join('');

/** Codes that are known before the product runs. */
export const standingPayloads = {
  form: `${onlineSite}?id=${formIds.form}`,
  secondForm: `${onlineSite}?id=${formIds.secondForm}`,
  thirdForm: `${onlineSite}?id=${formIds.thirdForm}`,
  fourthForm: `${onlineSite}?id=${formIds.fourthForm}`,
  personalNumber: inventedPersonalNumber,
  foreignCode: 'https://shop.example/campaign?coupon=SPRING-SALE',
} as const satisfies Payloads;
