import { type MunicipalityCode, parseMunicipalityCode } from '../../domain/campaign/municipality';

function codeOf(text: string): MunicipalityCode {
  const code = parseMunicipalityCode(text);
  if (!code) throw new RangeError('not a municipality code');
  return code;
}

/** 見本市 (Specimen City): there is no prefecture 99. */
export const demoMunicipality = {
  code: codeOf('992011'),
  name: '見本市',
  contact: '見本市役所 市民課（架空の市です）',
} as const;
