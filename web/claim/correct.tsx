import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { getCodebook } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { typeName } from '../format.ts';
import { Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';
import { labelOf } from './fields.ts';
import type { Deciding } from './use-decide.ts';

interface CorrectProps {
  /** Id of the claim or event. */
  readonly id: string;
  readonly field: string;
  /** What the field begins with. */
  readonly written: string;
  readonly deciding: Deciding;
  readonly onClose: () => void;
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  stage: ['occurred', 'attempted', 'foiled', 'planned', 'threatened'],
  polarity: ['affirmed', 'denied'],
};

/** A field that a person sets right: the value, why, and what the server has against it. */
export function Correct({ id, field, written, deciding, onClose }: CorrectProps) {
  const [value, setValue] = useState(written);
  const [why, setWhy] = useState('');
  const name = useId();
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    first.current?.focus();
    if (first.current instanceof HTMLInputElement) first.current.select();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = { kind: 'correct', id, field, value: value.trim() === '' ? 'unknown' : value } as Parameters<Deciding['run']>[0];
    void deciding.run(asked, texts.decisions.corrected(labelOf(field)), why).then((kept) => kept && onClose());
  };
  const hint = (texts.correct.hints as Readonly<Record<string, string>>)[field] ?? texts.correct.hints.figure;
  return (
    <form
      className="correct"
      onSubmit={submit}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="row">
        <label htmlFor={`${name}-value`}>
          {texts.correct.right(labelOf(field))}
          {field === 'type' ? (
            <TypeChoice id={`${name}-value`} value={value} onChange={setValue} input={first} />
          ) : CHOICES[field] ? (
            <select id={`${name}-value`} ref={first} className="field" value={value} onChange={(event) => setValue(event.target.value)}>
              {CHOICES[field].map((one) => (
                <option key={one} value={one}>
                  {(texts.words as Readonly<Record<string, string>>)[one] ?? one}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`${name}-value`}
              ref={first}
              className="field"
              value={value}
              aria-describedby={`${name}-hint`}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </label>
        {field === 'when' && (
          <label>
            {texts.correct.pick}
            <input
              type="date"
              className="field"
              value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''}
              onChange={(event) => event.target.value !== '' && setValue(event.target.value)}
            />
          </label>
        )}
        <label>
          {texts.correct.why}
          <input className="field" value={why} onChange={(event) => setWhy(event.target.value)} />
        </label>
      </div>
      {field !== 'type' && !CHOICES[field] && (
        <p className="dim small" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {deciding.error && <Trouble error={deciding.error} />}
      <div className="acts">
        <Button type="submit" size="compact-sm" loading={deciding.busy}>
          {texts.correct.save}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {texts.states.cancel}
        </Button>
      </div>
    </form>
  );
}

interface TypeChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (type: string) => void;
  readonly input: React.RefObject<HTMLSelectElement | null>;
}

/** The types of the codebook, by family. */
function TypeChoice({ id, value, onChange, input }: TypeChoiceProps) {
  const codebook = useLoad('codebook', getCodebook, true);
  const types = codebook.state === 'done' ? codebook.value.types : [];
  const families = [...new Set(types.map(({ family }) => family))];
  return (
    <select id={id} ref={input} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      {!types.some((type) => type.id === value) && <option value={value}>{typeName(value)}</option>}
      {families.map((family) => (
        <optgroup key={family} label={typeName(family)}>
          {types
            .filter((type) => type.family === family)
            .map((type) => (
              <option key={type.id} value={type.id}>
                {type.label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
