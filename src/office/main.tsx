import './office.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ja } from '../i18n/ja/ja';
import { startI18n } from '../i18n/start-i18n';
import { OfficeApp } from './OfficeApp';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

startI18n(ja);
createRoot(root).render(
  <StrictMode>
    <OfficeApp />
  </StrictMode>,
);
