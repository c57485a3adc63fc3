import packageJson from '../../../package.json' with { type: 'json' };

/** Node's own flags of `npm start`: what is measured, and what faults are done to, runs as it is started. */
export const asStarted: readonly string[] = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));
