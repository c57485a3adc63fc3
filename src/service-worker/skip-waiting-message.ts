/** What the page sends to let a waiting version take over; the shape is that of workbox-window. */
export const skipWaitingMessage = { type: 'SKIP_WAITING' } as const;

/** Whether a message, whatever it is, asks the waiting version to take over. */
export function isSkipWaitingMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === skipWaitingMessage.type;
}
