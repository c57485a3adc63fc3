/** What the page sends to let a waiting version take over; the shape is that of workbox-window. */
export const skipWaitingMessage = { type: 'SKIP_WAITING' } as const;

/** What open pages are told when the browser thinks that the network is back. */
export const deliverMessage = { type: 'DELIVER' } as const;

/** The name under which a page asks the browser to be told of that (Background Sync). */
export const deliverTag = 'madoguchi-deliver';

/** Whether a message, whatever it is, asks the waiting version to take over. */
export function isSkipWaitingMessage(message: unknown): boolean {
  return hasType(message, skipWaitingMessage.type);
}

/** Whether a message, whatever it is, is a nudge to deliver. */
export function isDeliverMessage(message: unknown): boolean {
  return hasType(message, deliverMessage.type);
}

function hasType(message: unknown, type: string): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
