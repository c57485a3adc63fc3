import { common } from './common';
import { delivery } from './delivery';
import { enrolment } from './enrolment';
import { models } from './models';
import { limits } from './safety/limits';
import { session } from './session';
import { update } from './safety/update';

/** What the kiosk can have to say until the home screen stands. */
export const untilHome = { common, delivery, enrolment, limits, models, session, update } as const;
