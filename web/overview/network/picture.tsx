import { useMemo, useRef } from 'react';
import type { ActorNetwork } from '../../../src/index.ts';
import { counted, number } from '../../format.ts';
import { texts } from '../../texts.ts';
import { useSize } from '../use-size.ts';
import { layOut } from './layout.ts';

interface PictureProps {
  readonly network: ActorNetwork;
  /** Party that is looked at alone with those it is tied to; null for everyone. */
  readonly alone: string | null;
  readonly onAlone: (name: string | null) => void;
}
const MARGIN = { x: 90, y: 34 };

/** Parties as discs, who acts on whom as arrows. The table under it says the same in words. */
export function Picture({ network, alone, onAlone }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const parties = useMemo(() => layOut(network), [network]);
  const most = parties.reduce((high, { events }) => Math.max(high, events), 20);
  const height = Math.max(360, Math.min(640, width * 0.62));
  const marginX = Math.min(MARGIN.x, width / 6);
  const at = useMemo(
    () =>
      new Map(
        parties.map((party) => [
          party.name,
          {
            ...party,
            x: marginX + party.x * (width - 2 * marginX),
            y: MARGIN.y + party.y * (height - 2 * MARGIN.y),
            r: 4 + 15 * Math.sqrt(party.events / most),
          },
        ]),
      ),
    [parties, width, height, marginX, most],
  );
  const busiest = network.edges.reduce((high, { events }) => Math.max(high, events), 8);
  const near = new Set(alone === null ? [] : network.edges.flatMap(({ from, to }) => (from === alone || to === alone ? [from, to] : [])));
  const faded = (name: string): boolean => alone !== null && !near.has(name);
  const words = texts.overview.network;
  return (
    <div className="ov-net" ref={frame}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={words.picture(words.actors(number(parties.length)), words.ties(number(network.edges.length)))}
        >
          <defs>
            <marker
              id="ov-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" />
            </marker>
          </defs>
          {network.edges.map(({ from, to, events, killed }) => {
            const [a, b] = [at.get(from), at.get(to)];
            if (a === undefined || b === undefined) return null;
            const off = alone !== null && from !== alone && to !== alone;
            return (
              <path
                key={`${from} → ${to}`}
                className={off ? 'ov-tie ov-out' : 'ov-tie'}
                d={curve(a, b)}
                strokeWidth={1 + (5 * (events - 1)) / busiest}
                markerEnd="url(#ov-arrow)"
              >
                <title>{`${from} → ${to}: ${counted(events, 'event')}${killed > 0 ? `, ${number(killed)} ${texts.overview.effects.killed}` : ''}`}</title>
              </path>
            );
          })}
          {[...at.values()].map(({ name, x, y, r, events }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table below chooses by keys as well
            <g
              key={name}
              className={faded(name) ? 'ov-party ov-out' : 'ov-party'}
              transform={`translate(${x} ${y})`}
              onClick={() => onAlone(name === alone ? null : name)}
            >
              <title>{`${name}: ${counted(events, 'event')}`}</title>
              <circle r={r} />
              <text y={-r - 4}>{name.length > 26 ? `${name.slice(0, 24)}…` : name}</text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
/** Bent a little, so that who hits back is seen beside who hits; from rim to rim. */
function curve(a: Spot, b: Spot): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  if (a === b) return `M${a.x - a.r} ${a.y} c -30 -30 ${2 * a.r + 30} -30 ${2 * a.r} 0`;
  const [ux, uy] = [dx / length, dy / length];
  const bend = Math.min(40, length * 0.15);
  const mid = { x: (a.x + b.x) / 2 - uy * bend, y: (a.y + b.y) / 2 + ux * bend };
  const point = (value: number): string => value.toFixed(1);
  return `M${point(a.x + ux * a.r)} ${point(a.y + uy * a.r)} Q${point(mid.x)} ${point(mid.y)} ${point(b.x - ux * (b.r + 2))} ${point(b.y - uy * (b.r + 2))}`;
}
