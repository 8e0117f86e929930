import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EventView, HumanValue } from '../../src/index.ts';
import { Correct } from '../claim/correct.tsx';
import { EFFECTS, labelOf, writtenDays, writtenFigure, writtenPlace } from '../claim/fields.ts';
import type { Deciding } from '../claim/use-decide.ts';
import { useFocusBack } from '../claim/use-focus-back.ts';
import { HumanWords } from '../claim/values.tsx';
import { countryName, days, daysAtGrain, typeName } from '../format.ts';
import { texts } from '../texts.ts';
import { type Account, AccountsOf, naming } from './account-values.tsx';
import { TollLines } from './toll-lines.tsx';

interface FactsProps {
  readonly view: EventView;
  readonly deciding: Deciding;
  readonly editing: string | null;
  readonly onEdit: (field: string | null) => void;
}

/** What, when, where, who, to whom, with what toll: the value that holds, and what each account says where they differ. */
export function Facts({ view, deciding, editing, onEdit }: FactsProps) {
  const { event } = view;
  const list = useFocusBack<HTMLDListElement>(editing);
  const human = event.human.values as Readonly<Record<string, HumanValue | undefined>>;
  const publishersOf = naming(view);
  const fact = (field: string, written: string, machine: ReactNode, below: ReactNode = null): ReactNode => (
    <div key={field} className="value-row">
      <dt>{labelOf(field)}</dt>
      <dd>
        {editing === field ? (
          <Correct
            id={event.id}
            field={field}
            written={human[field]?.written ?? written}
            deciding={deciding}
            onClose={() => onEdit(null)}
          />
        ) : (
          <>
            <div className="value-words">
              {human[field] && <HumanWords field={field} value={human[field]} />}
              {machine !== null && (
                <span className={human[field] ? 'machine overruled' : 'machine'} title={human[field] ? texts.claim.machineRead : undefined}>
                  {machine}
                </span>
              )}
              {machine === null && human[field] === undefined && <span className="dim">{texts.claim.notTold}</span>}
              {below}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="md"
              data-edit={field}
              aria-label={texts.correct.open(labelOf(field))}
              title={texts.correct.open(labelOf(field))}
              onClick={() => {
                deciding.forget();
                onEdit(field);
              }}
            >
              <IconPencil size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </>
        )}
      </dd>
    </div>
  );
  const { when, where } = event;
  const whens: Account[] = (when?.accounts ?? []).map(({ from, to, claims }) => ({ value: days(from, to), names: publishersOf(claims) }));
  const wheres: Account[] = (where?.accounts ?? []).map(({ name, claims }) => ({ value: name, names: publishersOf(claims) }));
  const types = event.disagreements.find(({ field }) => field === 'type');
  const parties = (list: EventView['event']['actors']): ReactNode =>
    list.length === 0
      ? null
      : list.map(({ name, responsibilities, claims }) => (
          <span key={name} className="party" title={publishersOf(claims).join(', ')}>
            {name}
            {responsibilities.filter((tie) => tie !== 'fact').length > 0 && (
              <span className="dim">
                {' '}
                (
                {responsibilities
                  .filter((tie) => tie !== 'fact')
                  .map((tie) => (texts.ties as Readonly<Record<string, string>>)[tie] ?? tie)
                  .join(', ')}
                )
              </span>
            )}
          </span>
        ));
  const partyWords = (list: EventView['event']['actors']): string => list.map(({ name }) => name).join('; ');
  const effects = EFFECTS.filter((effect) => event.toll[effect] !== undefined || human[effect] !== undefined);
  const shown = effects.length > 0 ? effects : (['killed'] as const);
  return (
    <section aria-label={texts.event.facts}>
      <dl className="values event-facts" ref={list}>
        {fact(
          'type',
          event.type,
          typeName(event.type),
          types && (
            <AccountsOf
              accounts={types.accounts.map(({ value, reports }) => ({
                value: typeName(value),
                names: publishersOf(reports.map((report) => ({ report }))),
              }))}
            />
          ),
        )}
        {fact('stage', event.stage, texts.words[event.stage])}
        {fact('when', when ? writtenDays(when) : '', when ? daysAtGrain(when) : null, <AccountsOf accounts={whens} />)}
        {fact(
          'where',
          where ? writtenPlace(where) : '',
          where
            ? [where.name, where.admin1 !== where.name ? where.admin1 : null, where.country ? countryName(where.country) : null]
                .filter(Boolean)
                .join(', ')
            : null,
          <AccountsOf accounts={wheres} />,
        )}
        {fact('actor', partyWords(event.actors), parties(event.actors))}
        {fact('target', partyWords(event.targets), parties(event.targets))}
        {shown.map((effect) => {
          const toll = event.toll[effect];
          return fact(
            effect,
            toll ? writtenFigure({ low: toll.best, high: toll.best }) : '',
            toll ? <TollWords low={toll.low} best={toll.best} high={toll.high} /> : null,
            toll && <TollLines toll={toll} view={view} />,
          );
        })}
      </dl>
    </section>
  );
}

const TollWords = ({ low, best, high }: { readonly low: number; readonly best: number; readonly high: number | null }) => (
  <>
    <b>{best}</b>
    {(low !== best || high !== best) && <span className="dim"> {texts.event.range(low, high)}</span>}
  </>
);
