import { common } from './common';
import { counts } from './counts';
import { delivery } from './delivery';
import { enrolment } from './enrolment';
import { models } from './models';
import { office } from './office';
import { photo } from './photo/photo';
import { photoOnly } from './photo/photo-only';
import { selfService } from './self-service';
import { session } from './session';
import { wizard } from './wizard';

/** Every word the product says, by key. Japanese is the source; other languages follow its shape. */
export const ja = {
  common,
  counts,
  delivery,
  enrolment,
  models,
  office,
  photo,
  photoOnly,
  selfService,
  session,
  wizard,
} as const;
