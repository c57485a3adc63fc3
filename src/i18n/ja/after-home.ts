import { choices } from './receiving/choices';
import { counts } from './counts';
import { delivery } from './delivery';
import { duplicate } from './receiving/duplicate';
import { details } from './people/details';
import { enrolment } from './station/enrolment';
import { circumstance, entry, notices } from './people/entry';
import { family } from './people/family';
import { withoutForm } from './people/without-form';
import { slip } from './receiving/slip';
import { group } from './group/group';
import { representative } from './people/representative';
import { identity } from './receiving/identity';
import { adHoc, touchpoint } from './opening/ad-hoc';
import { office } from './office';
import { photo } from './photo/photo';
import { photoOnly } from './photo/photo-only';
import { voiding } from './transfer/voiding';
import { inFile } from './safety/in-file';
import { refused } from './safety/refused';
import { selfService } from './self-service';
import { transfer } from './transfer/transfer';
import { wizard } from './wizard';

/** What only screens say that load when they are needed. */
export const afterHome = {
  adHoc,
  choices,
  circumstance,
  touchpoint,
  counts,
  delivery,
  details,
  duplicate,
  enrolment,
  entry,
  family,
  group,
  identity,
  inFile,
  notices,
  office,
  photo,
  photoOnly,
  refused,
  representative,
  selfService,
  slip,
  transfer,
  voiding,
  withoutForm,
  wizard,
} as const;
