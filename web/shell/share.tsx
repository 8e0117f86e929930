import { Button } from '@mantine/core';
import { IconCopy, IconDownload, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExportFormatView } from '../../src/index.ts';
import { ask } from '../api/ask.ts';
import { useLoad } from '../api/use-load.ts';
import { texts } from '../texts.ts';
import { Dialog } from './dialog.tsx';
import { say } from './notice.tsx';
import { Loading, Trouble } from './states.tsx';

/** The link of the current view, and a file of what it shows in every format. `filter` is the query that the events are asked for with. */
export function Share({ filter }: { readonly filter: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconShare size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {texts.share.button}
      </Button>
      {open && (
        <Dialog title={texts.share.title} onClose={() => setOpen(false)}>
          <ShareChoices filter={filter} />
        </Dialog>
      )}
    </>
  );
}

function ShareChoices({ filter }: { readonly filter: string }) {
  const [discreet, setDiscreet] = useState(false);
  const formats = useLoad('formats', () => ask<{ readonly items: readonly ExportFormatView[] }>('/api/export'), true);
  const copy = (): void => {
    navigator.clipboard.writeText(window.location.href).then(
      () => say(texts.states.copied),
      () => say(texts.share.notCopied),
    );
  };
  return (
    <div className="share">
      <label>
        {texts.share.link}
        <input className="field" readOnly value={window.location.href} onFocus={(event) => event.target.select()} />
      </label>
      <Button variant="default" size="compact-sm" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
        {texts.share.copy}
      </Button>
      <h3>{texts.share.file}</h3>
      <span className="check">
        <input id="discreet" type="checkbox" className="tick" checked={discreet} onChange={(event) => setDiscreet(event.target.checked)} />
        <label htmlFor="discreet">{texts.share.discreet}</label>
      </span>
      {formats.state === 'loading' && <Loading />}
      {formats.state === 'failed' && <Trouble error={formats.error} again={formats.reload} />}
      {formats.state === 'done' && (
        <ul className="formats">
          {formats.value.items.map(({ name, about }) => (
            <li key={name}>
              <a href={addressOf(name, filter, discreet)} download>
                <IconDownload size={16} aria-hidden /> <b>{name}</b> <span className="dim small">{about}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function addressOf(format: string, filter: string, discreet: boolean): string {
  const asked = new URLSearchParams(filter);
  if (discreet) asked.set('names', 'private');
  return `/api/export/${encodeURIComponent(format)}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}
