import { afterHome } from './after-home';
import { untilHome } from './until-home';

/** Every word the product says, by key. Japanese is the source; other languages follow its shape. */
export const ja = { ...untilHome, ...afterHome } as const;
