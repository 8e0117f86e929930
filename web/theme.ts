import { createTheme } from '@mantine/core';

/**
 * How Mantine's parts look here. Their colours are CSS variables that theme.css sets: the page's policy allows no style elements,
 * so nothing may be worked out into one while it runs. For the same reason: no Modal, Grid, SimpleGrid, AppShell or
 * responsive style props.
 */
export const theme = createTheme({
  primaryColor: 'orange',
  primaryShade: { light: 6, dark: 8 },
  fontFamily: 'var(--body)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
