import '../../../src/kiosk/styles/theme.css';
import '../../../src/kiosk/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { untilHome } from '../../../src/i18n/ja/until-home';
import { startI18n } from '../../../src/i18n/start-i18n';
import { App } from '../../../src/kiosk/App';
import { FaultBoundary } from '../../../src/kiosk/screens/fault/FaultBoundary';
import { startTablet } from '../../../src/kiosk/tablet/start-tablet';
import { ServicesProvider } from '../../../src/kiosk/tablet/tablet-services';
import { type Counter, createCounter } from './counter';
import { createMeasuring, type Measuring } from './measuring';

declare global {
  var counter: Counter;
  var measuring: Measuring;
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

// As src/kiosk/main.tsx does it, and nothing else but the hands and eyes.
startI18n(untilHome);
const services = startTablet();
globalThis.counter = createCounter(services);
globalThis.measuring = createMeasuring(services);

createRoot(root).render(
  <StrictMode>
    <FaultBoundary>
      <ServicesProvider value={services}>
        <App />
      </ServicesProvider>
    </FaultBoundary>
  </StrictMode>,
);
