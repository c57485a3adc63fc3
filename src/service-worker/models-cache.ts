/** Where the page keeps the photo's models; only the page writes to it. */
export const modelsCacheName = 'madoguchi-models';
