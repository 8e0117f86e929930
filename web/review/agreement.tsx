import { getAgreement, getCoders } from '../api/decisions.ts';
import { useLoad } from '../api/use-load.ts';
import { labelOf } from '../claim/fields.ts';
import { counted, decimal, number } from '../format.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { texts } from '../texts.ts';

/** How far coders agree, question by question. */
export function AgreementTable() {
  const agreement = useLoad('agreement', getAgreement);
  const coders = useLoad('coders', getCoders);
  if (agreement.state === 'loading') return <Loading />;
  if (agreement.state === 'failed') return <Trouble error={agreement.error} again={agreement.reload} />;
  const { items } = agreement.value;
  return (
    <section>
      <p className="dim">{texts.review.agreementHow}</p>
      {coders.state === 'done' && coders.value.items.length > 0 && (
        <p>
          {coders.value.items.map(({ name, claims }) => (
            <span key={name} className="pill">
              {name} <span className="dim">{counted(claims, 'claim')}</span>
            </span>
          ))}
        </p>
      )}
      {items.length === 0 ? (
        <p>{texts.review.agreementNone}</p>
      ) : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.review.question}</th>
                <th scope="col">{texts.review.alpha}</th>
                <th scope="col">{texts.review.twice}</th>
                <th scope="col">{texts.review.coders}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ about, alpha, claims, coders: names }) => (
                <tr key={about}>
                  <td>{labelOf(about)}</td>
                  <td>{alpha === null ? <span className="dim">{texts.review.noAlpha}</span> : <b>{decimal(alpha)}</b>}</td>
                  <td>{number(claims)}</td>
                  <td>{names.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
