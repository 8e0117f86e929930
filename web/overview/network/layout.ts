import { DirectedGraph } from 'graphology';
import commonJs from 'graphology-layout-forceatlas2';
import type { ActorNetwork } from '../../../src/index.ts';

// It is published as CommonJS: what is imported is the function itself, which its types do not say.
const forceAtlas2 = commonJs as unknown as typeof commonJs.default;

export interface Party {
  readonly name: string;
  /** Events in which it is named, as the one who did it or to whom it was done. */
  readonly events: number;
  /** In a square of side 1. */
  readonly x: number;
  readonly y: number;
}

/**
 * A place for each party so that those who meet lie together: ForceAtlas2 from a spiral, the busiest in the middle, without
 * chance, so that the same network always looks the same.
 */
export function layOut({ nodes, edges }: ActorNetwork): readonly Party[] {
  if (nodes.length === 0) return [];
  const graph = new DirectedGraph();
  const busiest = [...nodes].sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
  busiest.forEach((node, at) => {
    // The golden angle: no two start at one place or in one line.
    const angle = at * 2.399963;
    const away = 10 * Math.sqrt(at + 0.5);
    if (!graph.hasNode(node.name))
      graph.addNode(node.name, {
        x: away * Math.cos(angle),
        y: away * Math.sin(angle),
        size: 3 + Math.sqrt(weight(node)),
        events: weight(node),
      });
  });
  for (const { from, to, events } of edges)
    if (graph.hasNode(from) && graph.hasNode(to) && from !== to && !graph.hasEdge(from, to))
      graph.addEdge(from, to, { weight: Math.log2(1 + events) });
  const settled = forceAtlas2(graph, {
    iterations: 300,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      adjustSizes: true,
      scalingRatio: 12,
      gravity: 3,
      strongGravityMode: false,
      barnesHutOptimize: false,
    },
  });
  const places = Object.values(settled);
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, upper] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left || 1, Math.max(...ys) - upper || 1];
  return graph.nodes().map((name) => ({
    name,
    events: graph.getNodeAttribute(name, 'events') as number,
    x: ((settled[name]?.x ?? 0) - left) / wide,
    y: ((settled[name]?.y ?? 0) - upper) / high,
  }));
}

const weight = ({ asActor, asTarget }: ActorNetwork['nodes'][number]): number => asActor + asTarget;
