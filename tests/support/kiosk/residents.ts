import type { Resident } from '../profile-search/secrets-of';
import { formIds } from '../camera/payloads';
import type { Picture } from '../camera/picture';

/** An invented resident who carries the form that a picture shows. */
export interface VisitingResident extends Resident {
  readonly form: Picture;
  readonly era: 'showa' | 'heisei' | 'reiwa';
  /** The birth date as it is typed after the era: two digits each. */
  readonly eraDigits: string;
}

/** Names and addresses of rare letters, so that a part of them found anywhere is theirs. */
export const rin: VisitingResident = {
  form: 'form',
  applicationId: formIds.form,
  name: '架空鼯之介左衛門',
  mail: 'zkqwv.hbtyf-7xj@pqvzkj-wnx.example',
  birthDate: '1970-03-21',
  era: 'showa',
  eraDigits: '450321',
};

export const tsuki: VisitingResident = {
  form: 'secondForm',
  applicationId: formIds.secondForm,
  name: '仮名鼱御前鼬丸',
  mail: 'vjxqz.kwpfg-3zt@xbqwvz-jhq.example',
  birthDate: '1994-11-08',
  era: 'heisei',
  eraDigits: '061108',
};
