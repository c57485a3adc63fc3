import './office.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/start-i18n';
import { OfficeApp } from './OfficeApp';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

startI18n();
createRoot(root).render(
  <StrictMode>
    <OfficeApp />
  </StrictMode>,
);
