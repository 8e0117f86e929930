import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ClaimView, HumanValue, Span } from '../../src/index.ts';
import { moment, typeName } from '../format.ts';
import { texts } from '../texts.ts';
import { ByPeople } from './by-people.tsx';
import { Correct } from './correct.tsx';
import { type FieldRow, humanWords, rowsOf } from './fields.ts';
import type { Deciding } from './use-decide.ts';
import { useFocusBack } from './use-focus-back.ts';

interface ValuesProps {
  readonly view: ClaimView;
  readonly deciding: Deciding;
  /** Which field is being corrected; null for none. */
  readonly editing: string | null;
  readonly onEdit: (field: string | null) => void;
  /** Told the words of the value that is pointed at or has the focus; null when none is. */
  readonly onPoint?: (span: Span | null) => void;
  /** Words that are pointed at in the text. */
  readonly pointed?: Span | null;
  /** Fields that are shown elsewhere. */
  readonly without?: readonly string[];
}

/** The fields of a claim, the machine's values and a person's told apart; each can be set right. */
export function Values({ view, deciding, editing, onEdit, onPoint, pointed = null, without = [] }: ValuesProps) {
  const list = useFocusBack<HTMLDListElement>(editing);
  const rows = rowsOf(view).filter(({ field }) => !without.includes(field));
  return (
    <dl className="values" ref={list}>
      {rows.map((row) => (
        <div key={row.field} className="value-row">
          <dt>{row.label}</dt>
          <dd>
            {editing === row.field ? (
              <Correct id={view.claim.id} field={row.field} written={row.written ?? ''} deciding={deciding} onClose={() => onEdit(null)} />
            ) : (
              <>
                <div className="value-words">
                  {row.human && <HumanWords field={row.field} value={row.human} />}
                  <MachineWords row={row} pointed={pointed} onPoint={onPoint} />
                </div>
                {row.written !== null && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="md"
                    data-edit={row.field}
                    aria-label={texts.correct.open(row.label)}
                    title={texts.correct.open(row.label)}
                    onClick={() => onEdit(row.field)}
                  >
                    <IconPencil size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                )}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A person's value, with whose it is. */
export const HumanWords = ({ field, value }: { readonly field: string; readonly value: HumanValue }) => (
  <ByPeople title={texts.claim.setBy(value.who, moment(value.at))}>
    {humanWords(field, value)} <span className="by">{value.who}</span>
  </ByPeople>
);

interface MachineWordsProps {
  readonly row: FieldRow;
  readonly pointed: Span | null;
  readonly onPoint: ((span: Span | null) => void) | undefined;
}

function MachineWords({ row, pointed, onPoint }: MachineWordsProps) {
  const { values, human, kind, field } = row;
  if (values.length === 0)
    return human ? null : <span className="dim">{field === 'saidBy' ? texts.report.ownVoice : texts.claim.notTold}</span>;
  return values.map((value, n) => {
    const { span } = value;
    const words =
      field === 'type' ? typeName(value.value) : ((texts.words as Readonly<Record<string, string>>)[value.value] ?? value.value);
    const touched = span !== null && pointed !== null && span[0] < pointed[1] && pointed[0] < span[1];
    const className = `machine${kind === null ? '' : ` k-${kind}`}${touched ? ' touched' : ''}${human ? ' overruled' : ''}`;
    const title = `${human ? `${texts.claim.machineRead} ` : ''}${value.words === null ? '' : `“${value.words}” · `}${value.rule}`;
    const key = `${n}`;
    if (span === null || onPoint === undefined)
      return (
        <span key={key} className={className} title={title}>
          {words}
        </span>
      );
    return (
      <button
        key={key}
        type="button"
        className={className}
        title={title}
        onMouseEnter={() => onPoint(span)}
        onMouseLeave={() => onPoint(null)}
        onFocus={() => onPoint(span)}
        onBlur={() => onPoint(null)}
      >
        {words}
      </button>
    );
  });
}
