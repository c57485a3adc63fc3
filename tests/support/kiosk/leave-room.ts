import type { Venue } from '../venue/venue';

/** Lets the browser have so many bytes left for this app; undefined: as many as it really has. */
export async function leaveRoom({ product, page, tablet }: Venue, bytes: number | undefined): Promise<void> {
  const devTools = await tablet.context.newCDPSession(page);
  const origin = product.url;
  const { usage } = await devTools.send('Storage.getUsageAndQuota', { origin });
  const quota = bytes === undefined ? {} : { quotaSize: Math.round(usage + bytes) };
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
}
