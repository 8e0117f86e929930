import { IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What people say, told apart from what the machine read by its look and a sign. */
export const ByPeople = ({ children, title }: { readonly children: ReactNode; readonly title?: string }) => (
  <span className="human" title={title}>
    <IconUser size={14} stroke={2} aria-hidden /> {children}
  </span>
);
