import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Claim, ReportRecord, Span } from '../../src/index.ts';
import { getClaim } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { Ladder } from '../claim/ladder.tsx';
import { Passage } from '../claim/passage.tsx';
import type { Deciding } from '../claim/use-decide.ts';
import { Values } from '../claim/values.tsx';
import { link } from '../route.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

interface ClaimDetailProps {
  readonly claim: Claim;
  readonly record: ReportRecord;
  readonly deciding: Deciding;
  readonly editing: string | null;
  readonly onEdit: (field: string | null) => void;
  readonly onPoint: (span: Span | null) => void;
  readonly pointed: Span | null;
  /** Words of the value that is pointed at. */
  readonly lit: Span | null;
}

/** Every value of a claim with its words, on whose word it stands, and what a person can say of it. */
export function ClaimDetail({ claim, record, deciding, editing, onEdit, onPoint, pointed, lit }: ClaimDetailProps) {
  const loaded = useLoad(claim.id, () => getClaim(claim.id));
  if (loaded.state === 'failed') return <Trouble error={loaded.error} again={loaded.reload} />;
  if (loaded.state === 'loading') return <Loading />;
  const view = loaded.value;
  const { verdict } = view.human;
  return (
    <div className="detail">
      {/* Where the report stands above and not beside, its words are out of sight. */}
      <div className="words-here">
        <Passage view={view} lit={lit} />
      </div>
      <Values view={view} deciding={deciding} editing={editing} onEdit={onEdit} onPoint={onPoint} pointed={pointed} />
      {claim.saidBy.length > 0 && <Ladder claim={claim} record={record} onPoint={onPoint} />}
      {deciding.error && editing === null && <Trouble error={deciding.error} />}
      <div className="acts">
        <Button
          size="compact-sm"
          variant={verdict === 'accepted' ? 'filled' : 'default'}
          aria-pressed={verdict === 'accepted'}
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={() => void deciding.run({ kind: 'accept', id: claim.id }, texts.decisions.accepted)}
        >
          {texts.decisions.accept}
        </Button>
        <Button
          size="compact-sm"
          variant={verdict === 'rejected' ? 'filled' : 'default'}
          aria-pressed={verdict === 'rejected'}
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => void deciding.run({ kind: 'reject', id: claim.id }, texts.decisions.rejected)}
        >
          {texts.decisions.reject}
        </Button>
        {view.event !== null && (
          <a className="small" href={link(['events', view.event])}>
            {texts.claim.toEvent}
          </a>
        )}
        <span className="dim small rule">{claim.rule}</span>
      </div>
    </div>
  );
}
