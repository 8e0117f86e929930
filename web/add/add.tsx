import type { FormEvent } from 'react';
import { useState } from 'react';
import type { ReportView as View } from '../../src/index.ts';
import { readPasted } from '../api/reports.ts';
import { ReportView } from '../report/report-view.tsx';
import { Trouble } from '../shell/states.tsx';

/** Paste a report and see what it claims. */
export function AddPage() {
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const [keep, setKeep] = useState(false);
  const [busy, setBusy] = useState(false);
  const [view, setView] = useState<View | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    readPasted(text, published, keep)
      .then(setView, (fault: Error) => {
        setView(null);
        setError(fault);
      })
      .finally(() => setBusy(false));
  };
  return (
    <>
      <form className="paste" onSubmit={submit}>
        <h1>Read a report</h1>
        <label>
          The report, as text or HTML
          <textarea
            className="field"
            rows={8}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="Headline on the first line, then the text"
          />
        </label>
        <div className="row">
          <label>
            Day it appeared
            <input className="field" type="date" value={published} onChange={(event) => setPublished(event.target.value)} />
          </label>
          <label className="check">
            <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} /> Keep it among the reports
          </label>
          <button type="submit" disabled={busy || text.trim() === ''}>
            {busy ? 'Reading …' : 'Read'}
          </button>
        </div>
      </form>
      {error && <Trouble error={error} />}
      {view && <ReportView key={view.record.report.id} view={view} start={null} />}
    </>
  );
}
