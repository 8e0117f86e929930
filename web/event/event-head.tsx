import { Button } from '@mantine/core';
import { IconArrowsJoin, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EventView } from '../../src/index.ts';
import { ByPeople } from '../claim/by-people.tsx';
import type { Deciding } from '../claim/use-decide.ts';
import { counted, daysAtGrain, typeName } from '../format.ts';
import { Share } from '../shell/share.tsx';
import { texts } from '../texts.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** What, where and when in a line, how sure it is, and what a person can do with the whole event. */
export function EventHead({ view, deciding }: { readonly view: EventView; readonly deciding: Deciding }) {
  const { summary, event } = view;
  const [merging, setMerging] = useState(false);
  const { verdict } = event.human;
  const setting = [summary.where?.name, summary.when ? daysAtGrain(summary.when) : null].filter(Boolean).join(', ');
  return (
    <header className="event-head">
      <div className="title-row">
        <h1>
          {typeName(summary.type)}
          {setting === '' ? '' : ` · ${setting}`}
        </h1>
        <Share filter={`event=${event.id}`} />
      </div>
      {summary.title !== null && <p className="dim">{summary.title}</p>}
      <p className="badges">
        <span className={`badge status-${event.status}`}>{texts.statuses[event.status]}</span>
        <span className="dim">
          {counted(summary.reports, 'report')}, {counted(summary.origins, 'origin')}, {counted(summary.claims, 'account')}
        </span>
        {verdict !== null && <ByPeople>{texts.verdicts[verdict]}</ByPeople>}
      </p>
      <div className="acts">
        <Button
          size="compact-sm"
          variant={verdict === 'accepted' ? 'filled' : 'default'}
          aria-pressed={verdict === 'accepted'}
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={() => void deciding.run({ kind: 'accept', id: event.id }, texts.decisions.accepted)}
        >
          {texts.event.accept}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => void deciding.run({ kind: 'reject', id: event.id }, texts.decisions.rejected)}
        >
          {texts.event.reject}
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconArrowsJoin size={16} aria-hidden />} onClick={() => setMerging(true)}>
          {texts.event.merge}
        </Button>
      </div>
      {merging && <MergeDialog view={view} onClose={() => setMerging(false)} deciding={deciding} />}
    </header>
  );
}
