import type { EventView, SourceNode } from '../../src/index.ts';
import { counted, shortDay } from '../format.ts';
import { link } from '../route.ts';
import { texts } from '../texts.ts';

/** Who copies whom, as a tree: every root is an independent origin. */
export function Sources({ view }: { readonly view: EventView }) {
  const { roots, independent } = view.sources;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{texts.event.sources}</h2>
      <p className="dim small">{texts.event.sourcesHow(counted(independent, 'origin'))}</p>
      <ul className="tree">
        {roots.map((node) => (
          <Branch key={node.report.id} node={node} root />
        ))}
      </ul>
    </section>
  );
}

const Branch = ({ node, root = false }: { readonly node: SourceNode; readonly root?: boolean }) => (
  <li>
    <div className={root ? 'source root' : 'source'}>
      <a href={link(['reports', node.report.id])}>{node.report.title ?? node.report.id}</a>
      <span className="dim small">
        {[node.report.publisher, node.report.published === null ? null : shortDay(node.report.published)].filter(Boolean).join(' · ')}
      </span>
      {node.reasons.map(({ reason, text }) => (
        <span key={`${reason} ${text}`} className="small reason">
          {texts.event.reasons[reason]}
          {text === '' ? '' : `: ${text}`}
        </span>
      ))}
    </div>
    {node.copies.length > 0 && (
      <ul>
        {node.copies.map((copy) => (
          <Branch key={copy.report.id} node={copy} />
        ))}
      </ul>
    )}
  </li>
);
