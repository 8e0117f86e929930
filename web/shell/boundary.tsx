import type { ReactNode } from 'react';
import { Component } from 'react';
import { texts } from '../texts.ts';

/** Keeps a view that breaks from taking the page with it; the navigation stays. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="trouble" role="alert">
        <h1>{texts.states.broken}</h1>
        <p>{texts.states.brokenHint}</p>
        <p className="dim small">{error.message}</p>
      </div>
    );
  }
}
