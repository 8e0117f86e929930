import { useState } from 'react';
import type { Facets as FacetCounts } from '../../src/index.ts';
import { number } from '../format.ts';
import { texts } from '../texts.ts';
import type { TypeFamily } from './answers.ts';
import { familyName, valueName } from './labels.ts';
import type { Facet, View } from './view.ts';
import { FACETS, toggled } from './view.ts';

interface FacetsProps {
  readonly view: View;
  readonly counts: FacetCounts | null;
  readonly families: readonly TypeFamily[];
  readonly labels: ReadonlyMap<string, string>;
  readonly onView: (view: View) => void;
}
/** Values shown before "more" is asked for. */
const FIRST = 6;
type Counted = { readonly value: string; readonly count: number };

/** What the events are, by type, place, party, stage, status and source, with how many there would be of each. */
export function Facets({ view, counts, families, labels, onView }: FacetsProps) {
  const found = (counts?.facets ?? {}) as Readonly<Partial<Record<Facet, readonly Counted[]>>>;
  const types = new Map((found.type ?? []).map(({ value, count }) => [value, count]));
  const usual = families.filter(
    ({ family, types: all }) =>
      view.facets.family?.includes(family) || all.some(({ id }) => types.has(id) || view.facets.type?.includes(id)),
  );
  const change = (facet: Facet, value: string): void => onView(toggled(view, facet, value));
  return (
    <>
      {usual.length > 0 && (
        <fieldset className="ov-facet">
          <legend>{texts.overview.facets.type}</legend>
          {usual.map(({ family, types: all }) => (
            <Family
              key={family}
              family={family}
              values={all.map(({ id }) => ({ value: id, count: types.get(id) ?? 0 }))}
              view={view}
              labels={labels}
              onChange={change}
            />
          ))}
        </fieldset>
      )}
      {FACETS.filter((facet) => facet !== 'type' && facet !== 'family').map((facet) => (
        <OneFacet
          key={facet}
          facet={facet}
          values={withChosen(found[facet] ?? [], view.facets[facet] ?? [])}
          chosen={view.facets[facet] ?? []}
          labels={labels}
          onChange={(value) => change(facet, value)}
        />
      ))}
    </>
  );
}

/** A chosen value stays in the list when no event is left of it. */
const withChosen = (values: readonly Counted[], chosen: readonly string[]): readonly Counted[] => [
  ...values,
  ...chosen.filter((value) => values.every((one) => one.value !== value)).map((value) => ({ value, count: 0 })),
];

function Family({
  family,
  values,
  view,
  labels,
  onChange,
}: {
  readonly family: string;
  readonly values: readonly Counted[];
  readonly view: View;
  readonly labels: ReadonlyMap<string, string>;
  readonly onChange: (facet: Facet, value: string) => void;
}) {
  const chosen = view.facets.type ?? [];
  const shown = values.filter(({ value, count }) => count > 0 || chosen.includes(value)).sort((a, b) => b.count - a.count);
  return (
    <details open={shown.some(({ value }) => chosen.includes(value)) || undefined}>
      <summary>
        {familyName(family)} <span className="ov-count">{number(shown.reduce((sum, { count }) => sum + count, 0))}</span>
      </summary>
      <ul>
        <Choice
          name={texts.overview.allOf(familyName(family))}
          count={null}
          on={view.facets.family?.includes(family) ?? false}
          onChange={() => onChange('family', family)}
        />
        {shown.map(({ value, count }) => (
          <Choice
            key={value}
            name={valueName('type', value, labels)}
            count={count}
            on={chosen.includes(value)}
            onChange={() => onChange('type', value)}
          />
        ))}
      </ul>
    </details>
  );
}

interface OneFacetProps {
  readonly facet: Facet;
  readonly values: readonly Counted[];
  readonly chosen: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly onChange: (value: string) => void;
}

function OneFacet({ facet, values, chosen, labels, onChange }: OneFacetProps) {
  const [all, setAll] = useState(false);
  const [part, setPart] = useState('');
  const name = texts.overview.facets[facet];
  if (values.length === 0) return null;
  const named = values.map((one) => ({ ...one, name: valueName(facet, one.value, labels) }));
  const fitting = named.filter((one) => one.name.toLowerCase().includes(part.toLowerCase()));
  const shown = all ? fitting : fitting.filter(({ value }, at) => at < FIRST || chosen.includes(value));
  return (
    <fieldset className="ov-facet">
      <legend>{name}</legend>
      {all && values.length > 12 && (
        <input
          type="search"
          aria-label={texts.overview.facetFind(name)}
          placeholder={texts.overview.facetFind(name)}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      <ul>
        {shown.map(({ value, count, name: said }) => (
          <Choice key={value} name={said} count={count} on={chosen.includes(value)} onChange={() => onChange(value)} />
        ))}
      </ul>
      {named.length > FIRST && (
        <button
          type="button"
          className="ov-plain"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
            setPart('');
          }}
        >
          {all ? texts.overview.facetLess : texts.overview.facetMore(number(named.length - FIRST))}
        </button>
      )}
    </fieldset>
  );
}

const Choice = ({
  name,
  count,
  on,
  onChange,
}: {
  readonly name: string;
  readonly count: number | null;
  readonly on: boolean;
  readonly onChange: () => void;
}) => (
  <li>
    <label className="ov-choice">
      <input type="checkbox" checked={on} onChange={onChange} />
      <span className="ov-name">{name}</span>
      {count !== null && <span className="ov-count">{number(count)}</span>}
    </label>
  </li>
);
