import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges } from './api/changes.ts';
import { App } from './app.tsx';
import './theme.css';
import './page.css';
import { theme } from './theme.ts';

// Before anything is asked for: what changes between two answers is told.
followChanges();
const root = document.getElementById('page');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <App />
      </MantineProvider>
    </StrictMode>,
  );
}
