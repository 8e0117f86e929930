import { ApiError } from '../api.ts';

/** What went wrong and what to do, said aloud by screen readers. */
export const Trouble = ({ error }: { readonly error: Error }) => (
  <p className="trouble" role="alert">
    {error.message} {error instanceof ApiError && error.hint !== '' ? <span className="dim">{error.hint}</span> : null}
  </p>
);

export const Loading = () => (
  <p className="dim" role="status">
    Loading …
  </p>
);
