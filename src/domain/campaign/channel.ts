/** Whether an attendant led the application or the resident did it alone. */
export const channels = ['assisted', 'selfService'] as const;
export type Channel = (typeof channels)[number];
