import './add.css';
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { DragEvent, FormEvent } from 'react';
import { useRef, useState } from 'react';
import type { Job } from '../../src/index.ts';
import { addFiles, addText, addUrls } from '../api/jobs.ts';
import { changeQuery } from '../route.ts';
import { Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';
import type { ViewProps } from '../views.ts';
import { JobProgress } from './job-progress.tsx';

/** Three ways in: a pasted text, files, addresses. What is read appears below as it is read. */
export function AddPage({ route }: ViewProps) {
  const job = route.query.get('job');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const begin = (start: () => Promise<Job>): void => {
    setBusy(true);
    setError(null);
    start()
      .then(
        ({ id }) => changeQuery({ job: id }),
        (fault: Error) => setError(fault),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <h1>{texts.add.title}</h1>
      <div className="add">
        <Paste busy={busy} onText={(text, published) => begin(() => addText(text, published))} />
        <div className="side">
          <Files busy={busy} onFiles={(files) => begin(() => addFiles(files))} />
          <Addresses busy={busy} onUrls={(urls) => begin(() => addUrls(urls))} />
        </div>
      </div>
      {error && <Trouble error={error} />}
      {job !== null && <JobProgress key={job} id={job} route={route} />}
    </>
  );
}

function Paste({ busy, onText }: { readonly busy: boolean; readonly onText: (text: string, published: string) => void }) {
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onText(text, published);
  };
  return (
    <form onSubmit={submit}>
      <h2>{texts.add.paste}</h2>
      <label>
        {texts.add.text}
        <textarea
          className="field"
          rows={10}
          required
          value={text}
          placeholder={texts.add.textHint}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="row">
        <label>
          {texts.add.published}
          <input type="date" className="field" value={published} onChange={(event) => setPublished(event.target.value)} />
        </label>
        <Button type="submit" disabled={busy || text.trim() === ''}>
          {texts.add.read}
        </Button>
      </div>
    </form>
  );
}

function Files({ busy, onFiles }: { readonly busy: boolean; readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={over ? 'drop over' : 'drop'}
      aria-label={texts.add.files}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{texts.add.files}</h2>
      <p className="dim small">{texts.add.filesHint}</p>
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconFileUpload size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {texts.add.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="unseen-input"
        tabIndex={-1}
        aria-label={texts.add.choose}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}

function Addresses({ busy, onUrls }: { readonly busy: boolean; readonly onUrls: (urls: readonly string[]) => void }) {
  const [urls, setUrls] = useState('');
  const given = urls.split(/\s+/).filter((url) => url !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onUrls(given);
  };
  return (
    <form onSubmit={submit}>
      <h2>{texts.add.urls}</h2>
      <label>
        {texts.add.urlsLabel}
        <textarea
          className="field"
          rows={3}
          required
          value={urls}
          placeholder="https://…"
          onChange={(event) => setUrls(event.target.value)}
        />
      </label>
      <p className="dim small">{texts.add.urlsHint}</p>
      <Button type="submit" variant="default" disabled={busy || given.length === 0}>
        {texts.add.fetch}
      </Button>
    </form>
  );
}
