import { common } from './common';
import { models } from './models';
import { limits } from './safety/limits';
import { session } from './session';
import { station } from './station/station';
import { update } from './safety/update';

/** What the kiosk can have to say until the home screen stands. */
export const untilHome = { common, limits, models, session, station, update } as const;
