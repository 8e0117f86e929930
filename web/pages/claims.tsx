import type { ClaimSummary, Stage } from '../../src/index.ts';
import type { ClaimQuery } from '../api.ts';
import { getClaims, getCounts } from '../api.ts';
import { Loading, Trouble } from '../parts/trouble.tsx';
import { counted, countryName, typeName } from '../parts/words.ts';
import { setQuery } from '../route.ts';
import { useLoad } from '../use-load.ts';
import { usePages } from '../use-pages.ts';

const STAGES: readonly Stage[] = ['occurred', 'attempted', 'foiled', 'planned', 'threatened'];
const FIELDS = ['type', 'country', 'stage', 'since', 'until'] as const;

/** Claims of all reports, with filters that stand in the address. */
export function ClaimsPage({ query }: { readonly query: URLSearchParams }) {
  const filter = Object.fromEntries(FIELDS.map((field) => [field, query.get(field) ?? ''])) as Required<ClaimQuery>;
  const found = usePages(FIELDS.map((field) => filter[field]).join('|'), (after) => getClaims(filter, after));
  return (
    <section>
      <h1>Claims</h1>
      <Filters filter={filter} />
      {found.state === 'failed' ? <Trouble error={found.error} /> : found.state === 'loading' ? <Loading /> : null}
      {found.state === 'done' && (
        <>
          <p className="dim" role="status">
            {found.value.total === 0 ? 'No claims fit.' : counted(found.value.total, 'claim')}
          </p>
          {found.value.total > 0 && <Table claims={found.value.items} />}
          {found.value.fault && <Trouble error={found.value.fault} />}
          {found.value.more && (
            <button type="button" className="more" onClick={found.value.more}>
              More
            </button>
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
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Type
        <select value={filter.type} onChange={(event) => set('type', event.target.value)}>
          <option value="">any</option>
          {types.map(({ value, count }) => (
            <option key={value} value={value}>
              {typeName(value)} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        Country
        <select value={filter.country} onChange={(event) => set('country', event.target.value)}>
          <option value="">any</option>
          {countries.map(({ value, count }) => (
            <option key={value} value={value}>
              {countryName(value)} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        How far it got
        <select value={filter.stage} onChange={(event) => set('stage', event.target.value)}>
          <option value="">any</option>
          {STAGES.map((stage) => (
            <option key={stage}>{stage}</option>
          ))}
        </select>
      </label>
      <label>
        From
        <input type="date" value={filter.since} onChange={(event) => set('since', event.target.value)} />
      </label>
      <label>
        To
        <input type="date" value={filter.until} onChange={(event) => set('until', event.target.value)} />
      </label>
      {FIELDS.some((field) => filter[field] !== '') && (
        <button type="button" onClick={() => setQuery({})}>
          Clear
        </button>
      )}
    </form>
  );
}

const Table = ({ claims }: { readonly claims: readonly ClaimSummary[] }) => (
  <div className="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Days</th>
          <th scope="col">Claim</th>
          <th scope="col">Place</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ claim, statement, report }) => (
          <tr key={claim.id}>
            <td className="days">{statement.when || '—'}</td>
            <td>
              <a href={`#/reports/${report.id}?claim=${claim.id}`}>
                <b>{statement.head}</b>
                {statement.rest}
                {statement.toll !== '' && `; ${statement.toll}`}
              </a>
              {statement.according !== '' && <span className="dim">, {statement.according}</span>}
            </td>
            <td>{statement.where || '—'}</td>
            <td className="dim">{report.title ?? report.id}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
