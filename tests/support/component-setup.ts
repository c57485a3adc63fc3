import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { ja } from '../../src/i18n/ja/ja';
import { startI18n } from '../../src/i18n/start-i18n';

startI18n(ja);
afterEach(cleanup);

// jsdom lays nothing out, so it has nothing to scroll; tests that run without it have no elements.
if ('Element' in globalThis) Element.prototype.scrollIntoView = () => undefined;
