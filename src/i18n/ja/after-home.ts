import { choices } from './receiving/choices';
import { counts } from './counts';
import { duplicate } from './receiving/duplicate';
import { slip } from './receiving/slip';
import { group } from './group/group';
import { identity } from './receiving/identity';
import { adHoc, touchpoint } from './opening/ad-hoc';
import { office } from './office';
import { photo } from './photo/photo';
import { photoOnly } from './photo/photo-only';
import { voiding } from './transfer/voiding';
import { refused } from './safety/refused';
import { transfer } from './transfer/transfer';
import { wizard } from './wizard';

/** What only screens say that load when they are needed. */
export const afterHome = {
  adHoc,
  choices,
  touchpoint,
  counts,
  duplicate,
  group,
  identity,
  office,
  photo,
  photoOnly,
  refused,
  slip,
  transfer,
  voiding,
  wizard,
} as const;
