import { texts } from '../texts.ts';

/** Why there is no answer, and a way out: a fault that a filter made goes with the filter. */
export function Refused({ error, onClear }: { readonly error: Error; readonly onClear: (() => void) | null }) {
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : '';
  return (
    <div className="ov-refused" role="alert">
      <p>
        {error.message} {hint}
      </p>
      {onClear !== null && (
        <button type="button" onClick={onClear}>
          {texts.overview.clear}
        </button>
      )}
    </div>
  );
}
