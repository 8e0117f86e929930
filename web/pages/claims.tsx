import { useEffect, useState } from 'react';
import type { ClaimSummary, PageOf, Stage } from '../../src/index.ts';
import type { ClaimQuery } from '../api.ts';
import { getClaims, getCounts } from '../api.ts';
import { Loading, Trouble } from '../parts/trouble.tsx';
import { counted, countryName, typeName } from '../parts/words.ts';
import { setQuery } from '../route.ts';
import { useLoad } from '../use-load.ts';

const STAGES: readonly Stage[] = ['occurred', 'attempted', 'foiled', 'planned', 'threatened'];
const FIELDS = ['type', 'country', 'stage', 'since', 'until'] as const;

/** Claims of all reports, with filters that stand in the address. */
export function ClaimsPage({ query }: { readonly query: URLSearchParams }) {
  const filter = Object.fromEntries(FIELDS.map((field) => [field, query.get(field) ?? ''])) as Required<ClaimQuery>;
  const key = FIELDS.map((field) => filter[field]).join('|');
  const counts = useLoad('counts', getCounts);
  const first = useLoad(key, () => getClaims(filter));
  const [rest, setRest] = useState<readonly PageOf<ClaimSummary>[]>([]);
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => setRest([]), [key]);
  const set = (field: keyof ClaimQuery, value: string): void => setQuery({ ...filter, [field]: value });
  const { types, countries } = counts.state === 'done' ? counts.value : { types: [], countries: [] };
  return (
    <section>
      <h1>Claims</h1>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>Type<select value={filter.type} onChange={(event) => set('type', event.target.value)}><option value="">any</option>{types.map(({ value, count }) => <option key={value} value={value}>{typeName(value)} ({count})</option>)}</select></label>
        <label>Country<select value={filter.country} onChange={(event) => set('country', event.target.value)}><option value="">any</option>{countries.map(({ value, count }) => <option key={value} value={value}>{countryName(value)} ({count})</option>)}</select></label>
        <label>How far it got<select value={filter.stage} onChange={(event) => set('stage', event.target.value)}><option value="">any</option>{STAGES.map((stage) => <option key={stage}>{stage}</option>)}</select></label>
        <label>From<input type="date" value={filter.since} onChange={(event) => set('since', event.target.value)} /></label>
        <label>To<input type="date" value={filter.until} onChange={(event) => set('until', event.target.value)} /></label>
        {FIELDS.some((field) => filter[field] !== '') && <button type="button" onClick={() => setQuery({})}>Clear</button>}
      </form>
      {first.state === 'failed' ? <Trouble error={first.error} /> : first.state === 'loading' ? <Loading /> : <Found pages={[first.value, ...rest]} />}
      {fault && <Trouble error={fault} />}
      {first.state === 'done' && (rest.at(-1) ?? first.value).next !== null && (
        <button type="button" className="more" onClick={() => getClaims(filter, (rest.at(-1) ?? first.value).next ?? undefined).then((page) => setRest((known) => [...known, page]), setFault)}>More</button>
      )}
    </section>
  );
}

function Found({ pages }: { readonly pages: readonly PageOf<ClaimSummary>[] }) {
  const total = pages[0]?.total ?? 0;
  if (total === 0) return <p className="dim" role="status">No claims fit.</p>;
  return (
    <>
      <p className="dim" role="status">{counted(total, 'claim')}</p>
      <div className="scroll">
        <table>
          <thead><tr><th scope="col">Days</th><th scope="col">Claim</th><th scope="col">Place</th><th scope="col">Report</th></tr></thead>
          <tbody>
            {pages.flatMap(({ items }) => items).map(({ claim, statement, report }, n) => (
              <tr key={`${claim.id} ${n}`}>
                <td className="days">{statement.when || '—'}</td>
                <td><a href={`#/reports/${report.id}?claim=${claim.id}`}><b>{statement.head}</b>{statement.rest}{statement.toll !== '' && `; ${statement.toll}`}</a>{statement.according !== '' && <span className="dim">, {statement.according}</span>}</td>
                <td>{statement.where || '—'}</td>
                <td className="dim">{report.title ?? report.id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
