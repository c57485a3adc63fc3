import './styles/theme.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { untilHome } from '../i18n/ja/until-home';
import { startI18n } from '../i18n/start-i18n';
import { App } from './App';
import { FaultBoundary } from './screens/fault/FaultBoundary';
import { startTablet } from './tablet/start-tablet';
import { ServicesProvider } from './tablet/tablet-services';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

startI18n(untilHome);
const services = startTablet();

createRoot(root).render(
  <StrictMode>
    <FaultBoundary>
      <ServicesProvider value={services}>
        <App />
      </ServicesProvider>
    </FaultBoundary>
  </StrictMode>,
);
