import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '../api/ask.ts';
import { texts } from '../texts.ts';

/** What went wrong and what to do, said aloud by screen readers. */
export const Trouble = ({ error, again }: { readonly error: Error; readonly again?: (() => void) | undefined }) => (
  <div className="trouble" role="alert">
    <p>
      {error.message} {error instanceof ApiError && error.hint !== '' ? <span className="dim">{error.hint}</span> : null}
    </p>
    {again && (
      <Button variant="default" size="compact-sm" onClick={again}>
        {texts.states.again}
      </Button>
    )}
  </div>
);

/** Shown after a moment only, so that what comes at once does not flicker. */
export const Loading = () => (
  <p className="dim loading" role="status">
    {texts.states.loading}
  </p>
);

/** A view with nothing in it yet: what would be here, and how to get it. */
export const Empty = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="empty">
    <h1>{title}</h1>
    {children}
  </section>
);

export const NotFound = () => (
  <Empty title={texts.states.notFound}>
    <p>
      {texts.states.notFoundHint} <a href="#/">{texts.states.toStart}</a>
    </p>
  </Empty>
);
