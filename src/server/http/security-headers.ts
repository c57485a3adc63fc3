import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env';

/**
 * Hashes of the style sheets that react-aria writes into the page (usePress, usePreventScroll). A precached page
 * can carry no fresh nonce. A test takes the texts from the installed package and fails when they change.
 */
export const injectedStyleHashes = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
] as const;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${injectedStyleHashes.map((hash) => `'${hash}'`).join(' ')}`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const featuresOff = [
  'accelerometer',
  'bluetooth',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const featuresOn = ['camera', 'screen-wake-lock'];

const permissionsPolicy = [
  ...featuresOn.map((feature) => `${feature}=(self)`),
  ...featuresOff.map((feature) => `${feature}=()`),
].join(', ');

const strictTransport = 'max-age=31536000';

/** Puts the same strict headers on every answer: pages, worker scripts, the API, errors. */
export function securityHeaders({ isTls }: { readonly isTls: boolean }): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Content-Security-Policy', contentSecurityPolicy);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Permissions-Policy', permissionsPolicy);
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (isTls) headers.set('Strict-Transport-Security', strictTransport);
  };
}
