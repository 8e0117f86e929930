import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { texts } from '../texts.ts';

const PLACES = [
  { key: 'overview', href: '#/' },
  { key: 'events', href: '#/events' },
  { key: 'reports', href: '#/reports' },
  { key: 'review', href: '#/review' },
  { key: 'add', href: '#/add' },
  { key: 'about', href: '#/about' },
] as const;

/** The name, the way to every view, and the choice of colours. */
export const Masthead = ({ active }: { readonly active: string | null }) => (
  <header className="top">
    <a className="name" href="#/">
      {texts.name}
    </a>
    <nav aria-label={texts.nav.label}>
      {PLACES.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === active ? 'page' : undefined}>
          {texts.nav[key]}
        </a>
      ))}
    </nav>
    <SchemeSwitch />
  </header>
);

/** Light or dark; until it is chosen, as the system has it. */
function SchemeSwitch() {
  // Without it, Mantine stops transitions by a style element, which the page's policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  const Icon = dark ? IconSun : IconMoon;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      className="scheme"
      aria-label={dark ? texts.scheme.toLight : texts.scheme.toDark}
      title={dark ? texts.scheme.toLight : texts.scheme.toDark}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon size={20} stroke={1.5} aria-hidden />
    </ActionIcon>
  );
}
