/** What is known of the applicant beside the birth date, as typed. Nothing of it is needed: the register has it. */
export interface ApplicantEntry {
  readonly name: string;
  readonly kana: string;
  /** 旧氏 and 通称: notes for whoever files, since the card shows them. */
  readonly formerName: string;
  readonly alias: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
}

export const emptyApplicant: ApplicantEntry = {
  name: '',
  kana: '',
  formerName: '',
  alias: '',
  postalCode: '',
  address: '',
  phone: '',
};
