import './reports.css';
import { Button } from '@mantine/core';
import type { ClaimSummary, Stage } from '../../src/index.ts';
import type { ClaimQuery } from '../api/reports.ts';
import { getClaims, getCounts } from '../api/reports.ts';
import { useLoad } from '../api/use-load.ts';
import { usePages } from '../api/use-pages.ts';
import { ClaimLink } from '../claim/claim-link.tsx';
import { counted, countryName, typeName } from '../format.ts';
import { setQuery } from '../route.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';
import type { ViewProps } from '../views.ts';

const STAGES: readonly Stage[] = ['occurred', 'attempted', 'foiled', 'planned', 'threatened'];
const FIELDS = ['type', 'country', 'stage', 'since', 'until'] as const;

/** Claims of all reports, with filters that stand in the address. */
export function ClaimsPage({ route: { query } }: ViewProps) {
  const filter = Object.fromEntries(FIELDS.map((field) => [field, query.get(field) ?? ''])) as Required<ClaimQuery>;
  const found = usePages(FIELDS.map((field) => filter[field]).join('|'), (after, size) => getClaims(filter, after, size));
  return (
    <section>
      <h1>{texts.claims.title}</h1>
      <p>
        <a href="#/reports">{texts.claims.allReports}</a>
      </p>
      <Filters filter={filter} />
      {found.state === 'failed' ? <Trouble error={found.error} /> : found.state === 'loading' ? <Loading /> : null}
      {found.state === 'done' && (
        <>
          <p className="dim" role="status">
            {found.value.total === 0 ? texts.claims.none : counted(found.value.total, 'claim')}
          </p>
          {found.value.total > 0 && <Table claims={found.value.items} />}
          {found.value.fault && <Trouble error={found.value.fault} />}
          {found.value.more && (
            <Button variant="default" mt="md" onClick={found.value.more}>
              {texts.states.more}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Filters({ filter }: { readonly filter: Required<ClaimQuery> }) {
  const counts = useLoad('counts', getCounts);
  const { types, countries } = counts.state === 'done' ? counts.value : { types: [], countries: [] };
  const set = (field: keyof ClaimQuery, value: string): void => setQuery({ ...filter, [field]: value });
  return (
    <form className="filters claim-filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        {texts.claims.type}
        <select className="field" value={filter.type} onChange={(event) => set('type', event.target.value)}>
          <option value="">{texts.claims.any}</option>
          {types.map(({ value, count }) => (
            <option key={value} value={value}>
              {typeName(value)} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.claims.country}
        <select className="field" value={filter.country} onChange={(event) => set('country', event.target.value)}>
          <option value="">{texts.claims.any}</option>
          {countries.map(({ value, count }) => (
            <option key={value} value={value}>
              {countryName(value)} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.claims.stage}
        <select className="field" value={filter.stage} onChange={(event) => set('stage', event.target.value)}>
          <option value="">{texts.claims.any}</option>
          {STAGES.map((stage) => (
            <option key={stage}>{stage}</option>
          ))}
        </select>
      </label>
      <label>
        {texts.claims.since}
        <input className="field" type="date" value={filter.since} onChange={(event) => set('since', event.target.value)} />
      </label>
      <label>
        {texts.claims.until}
        <input className="field" type="date" value={filter.until} onChange={(event) => set('until', event.target.value)} />
      </label>
      {FIELDS.some((field) => filter[field] !== '') && (
        <Button variant="default" onClick={() => setQuery({})}>
          {texts.claims.clear}
        </Button>
      )}
    </form>
  );
}

const Table = ({ claims }: { readonly claims: readonly ClaimSummary[] }) => (
  <div className="scroll">
    <table className="claims-table">
      <thead>
        <tr>
          <th scope="col">{texts.claims.columns.days}</th>
          <th scope="col">{texts.claims.columns.claim}</th>
          <th scope="col">{texts.claims.columns.place}</th>
          <th scope="col">{texts.claims.columns.report}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((one) => {
          const { claim, statement, report } = one;
          return (
            <tr key={claim.id}>
              <td className="days">{statement.when || '—'}</td>
              <td>
                <ClaimLink claim={one} toll />
                {statement.according !== '' && <span className="dim">, {statement.according}</span>}
              </td>
              <td>{statement.where || '—'}</td>
              <td className="dim">{report.title ?? report.id}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
